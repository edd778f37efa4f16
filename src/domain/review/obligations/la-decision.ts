import { planRow } from '../../plans/index.ts';
import { annualPartOf } from '../annual-part.ts';
import { byClock, recordedIf } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** The local authority's decision after an annual review. */
export const laDecision: ObligationRow<'la-decision'> = {
  kind: 'la-decision',
  stages: ['acting'],
  owed: (situation) => (annualPartOf(situation.review).decision ? [] : byClock(situation, 'la-decision')),
  words: () => 'The local authority’s decision: record it, or chase it',
  help: () => 'chasing the local authority’s decision',
  answers: [
    { opens: 'form', name: 'la-decision', title: 'Record it' },
    { opens: 'screen', name: 'chase', title: 'Chase' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).decision),
  ofTheLa: 'the local authority’s decision',
  record: {
    form: 'la-decision',
    title: () => 'Record the decision',
    takes: ({ stage }) => stage === 'acting',
  },
  missing: {
    before: ['close'],
    of: (review) => {
      if (!planRow(review.kind).decidedElsewhere || annualPartOf(review).decision) return [];
      const say = 'The local authority’s decision is not recorded.';
      return [{ what: 'la-decision', offer: 'la-decision', say }];
    },
  },
};
