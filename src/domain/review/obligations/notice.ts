import { annualPartOf, isNoticeToCome } from '../annual-part.ts';
import { byClock, recordedIf, takesLetter } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** The local authority's notice of the amendments it proposes, where it amends the plan. */
export const notice: ObligationRow<'notice'> = {
  kind: 'notice',
  forFamily: 'To record, or ask after, the local authority’s proposed changes to the plan',
  stages: ['acting'],
  owed: (situation) => {
    const { review } = situation;
    return isNoticeToCome(review) ? byClock(situation, 'notice') : [];
  },
  words: () => 'The local authority’s proposed changes: record them, or chase them',
  brief: () => 'Proposed changes: record or chase them',
  help: () => 'chasing the local authority’s proposed changes',
  answers: [
    { opens: 'form', name: 'notice', title: 'Record it' },
    { opens: 'screen', name: 'chase', title: 'Chase' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).notice),
  ofTheLa: () => 'the notice of the changes the local authority proposes to the plan',
  record: {
    form: 'notice',
    title: () => 'Record the proposed changes',
    takes: (review) => takesLetter(review, annualPartOf(review).notice),
  },
  missing: {
    before: ['close'],
    of: (review) => {
      if (!isNoticeToCome(review)) return [];
      const say = 'The local authority’s notice with the proposed amendments is not recorded.';
      return [{ what: 'notice', offer: 'notice', say }];
    },
  },
};
