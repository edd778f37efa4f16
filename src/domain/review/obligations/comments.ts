import { annualPartOf, isAmending } from '../annual-part.ts';
import { byClock, recordedIf } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** Record what the parents (or young person) answer to the proposed amendments. */
export const comments: ObligationRow<'comments'> = {
  kind: 'comments',
  stages: ['acting'],
  owed: (situation) => {
    const annual = annualPartOf(situation.review);
    // Once the final plan is there, nothing that is said to the notice changes it.
    const open = annual.notice && !annual.comments && !annual.finalPlan;
    return isAmending(situation.review) && open ? byClock(situation, 'comments') : [];
  },
  words: () => 'Record what they say to the proposed changes',
  help: () => 'recording what is said to the proposed changes',
  answers: [
    { opens: 'form', name: 'comments', title: 'Record it' },
    { opens: 'screen', name: 'dates', title: 'All dates' },
  ],
  settled: ({ review }) => recordedIf(annualPartOf(review).comments),
  record: {
    form: 'comments',
    title: () => 'Record their answer',
    // An answer follows the notice.
    takes: (review) => review.stage === 'acting' && annualPartOf(review).notice !== undefined,
  },
};
