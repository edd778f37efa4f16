import { dayWords } from '../../language/days.ts';
import { planRow } from '../../plans/index.ts';
import { reckon, ruleOn } from '../../statute/statute.ts';
import { localDate } from '../../time.ts';
import { annualPartOf, isNeverDecided } from '../annual-part.ts';
import { byClock, recordedIf, takesLetter } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** The local authority's decision after an annual review. */
export const laDecision: ObligationRow<'la-decision'> = {
  kind: 'la-decision',
  forFamily: 'To record, or ask after, the local authority’s decision',
  stages: ['acting'],
  // Where none ever came, it is not waited for any more.
  owed: (situation) => {
    const { review, lead } = situation;
    if (annualPartOf(review).decision || isNeverDecided(review)) return [];
    if (!review.decidedInData) return byClock(situation, 'la-decision');
    // It has come: what is left is to say what it was, which no law sets a day for.
    const why = reckon(ruleOn('decision-to-say', localDate(review.startedAt)), review.decidedInData);
    return [{ who: lead, due: why.date, why }];
  },
  words: (_terms, { decidedInData }) =>
    decidedInData
      ? `Say what the local authority decided on ${dayWords(decidedInData)}, as the school’s data has it`
      : 'The local authority’s decision: record it, or chase it',
  brief: (_terms, { decidedInData }) =>
    decidedInData ? 'Say what the local authority decided' : 'The decision: record or chase it',
  help: (_terms, { decidedInData }) =>
    decidedInData ? 'saying what the local authority decided' : 'chasing the local authority’s decision',
  answers: [
    { opens: 'form', name: 'la-decision', title: 'Record it' },
    { opens: 'screen', name: 'chase', title: 'Chase' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).decision),
  // One that the school's data has the day of has come: it is the SENCO's to record.
  ofTheLa: ({ decidedInData }) => (decidedInData ? undefined : 'the local authority’s decision'),
  record: {
    form: 'la-decision',
    title: () => 'Record the decision',
    takes: (review) =>
      takesLetter(review, annualPartOf(review).decision ?? annualPartOf(review).neverDecided),
  },
  missing: {
    before: ['close'],
    of: (review) => {
      const { decision, neverDecided } = annualPartOf(review);
      if (!planRow(review.kind).decidedElsewhere || decision || neverDecided) return [];
      const say = 'The local authority’s decision is not recorded.';
      return [{ what: 'la-decision', offer: 'la-decision', say }];
    },
  },
};
