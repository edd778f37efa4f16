import { annualPartOf, isPlanToCome } from '../annual-part.ts';
import { byClock, recordedIf, takesLetter } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** The final plan, where the local authority amends it. */
export const finalPlan: ObligationRow<'final-plan'> = {
  kind: 'final-plan',
  forFamily: 'To record, or ask after, the final plan',
  stages: ['acting'],
  owed: (situation) => {
    const { review } = situation;
    return isPlanToCome(review) ? byClock(situation, 'final-plan') : [];
  },
  words: () => 'The final amended plan: record it, or chase it',
  brief: () => 'Final plan: record or chase it',
  help: () => 'chasing the final plan',
  answers: [
    { opens: 'form', name: 'final-plan', title: 'Record it' },
    { opens: 'screen', name: 'chase', title: 'Chase' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).finalPlan),
  ofTheLa: () => 'the final amended plan',
  record: {
    form: 'final-plan',
    title: () => 'Record the final plan',
    // It follows the notice.
    takes: (review) =>
      takesLetter(review, annualPartOf(review).finalPlan) && annualPartOf(review).notice !== undefined,
  },
  missing: {
    before: ['close'],
    of: (review) => {
      if (!isPlanToCome(review)) return [];
      return [{ what: 'final-plan', offer: 'final-plan', say: 'The final plan is not recorded.' }];
    },
  },
};
