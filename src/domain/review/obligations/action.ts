import { actionSettled, doableActions, isInHand, ownerlessSince } from './action-owner.ts';
import type { Answer, ObligationRow } from './row.ts';

const done: Answer = { opens: 'form', name: 'action-done', title: 'Done', aboutIt: true };

/** Do an action: its owner's, from the outcome on. Until then it is a draft that the owner has not been told of. */
export const action: ObligationRow<'action'> = {
  kind: 'action',
  forFamily: 'An action agreed at the review',
  stages: ['acting'],
  owed: (situation) =>
    doableActions(situation)
      .filter((one) => !ownerlessSince(one, situation))
      .map(({ id, owner, due }) => ({ who: owner, due, about: id })),
  words: () => 'Your action',
  brief: () => '',
  help: () => 'this action',
  answers: [done, { opens: 'screen', name: 'action', title: 'More', aboutIt: true }],
  allAnswers: [
    done,
    { opens: 'form', name: 'action-extend', title: 'Need more time', aboutIt: true },
    { opens: 'form', name: 'action-not-mine', title: 'Not mine', aboutIt: true },
    { opens: 'form', name: 'action-cannot', title: 'Can’t be done', aboutIt: true },
  ],
  settled: (once) => {
    const { review, who, about } = once;
    const theirs = review.actions.find(({ id, owner }) => id === about && owner === who);
    // Theirs as before, and no longer long overdue: it has another day.
    return theirs && isInHand(theirs) ? { is: 'moved', to: theirs.due } : actionSettled(once);
  },
  action: 'to-do',
};
