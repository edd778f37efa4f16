import { annualPartOf, isPlanToCome } from '../annual-part.ts';
import { byClock, recordedIf, takesLetter } from './by-clock.ts';
import type { ObligationRow } from './row.ts';

/** Record what the parents (or young person) answer to the proposed amendments. */
export const comments: ObligationRow<'comments'> = {
  kind: 'comments',
  forFamily: 'To record what the family says to the proposed changes',
  stages: ['acting'],
  owed: (situation) => {
    const annual = annualPartOf(situation.review);
    // Once it is known what becomes of the plan, nothing that is said to the notice changes it.
    const open = annual.notice && !annual.comments && isPlanToCome(situation.review);
    const { today } = situation;
    // A right of theirs: once the days for it are over, nobody owes anything, and what comes late can still be recorded.
    return open ? byClock(situation, 'comments').filter(({ due }) => !today || today <= due) : [];
  },
  words: () => 'Record what they say to the proposed changes',
  brief: () => 'Record their comments',
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
    takes: (review) =>
      takesLetter(review, annualPartOf(review).comments) && annualPartOf(review).notice !== undefined,
  },
};
