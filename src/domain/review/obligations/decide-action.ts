import { earlier, localDate } from '../../time.ts';
import { isOpen } from '../open-actions.ts';
import { actionSettled } from './action-owner.ts';
import type { ObligationRow } from './row.ts';

/** Decide what becomes of an action that can't be done: another owner, more time, or its end. */
export const decideAction: ObligationRow<'decide-action'> = {
  kind: 'decide-action',
  stages: ['acting'],
  owed: ({ review, lead }) =>
    review.actions.filter(isOpen).flatMap(({ id, due, cannotBeDone }) => {
      if (!cannotBeDone) return [];
      return [{ who: lead, due: earlier(localDate(cannotBeDone.at), due), about: id }];
    }),
  words: () => 'Decide what becomes of an action',
  help: () => 'deciding what becomes of this action',
  answers: [{ opens: 'screen', name: 'action', title: 'Open the action', aboutIt: true }],
  settled: actionSettled,
  action: 'to-decide',
};
