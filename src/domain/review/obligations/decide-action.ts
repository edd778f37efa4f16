import { localDate } from '../../time.ts';
import { isOpen } from '../open-actions.ts';
import { actionSettled, graceFrom } from './action-owner.ts';
import type { ObligationRow } from './row.ts';

/** Decide what becomes of an action that can't be done: another owner, more time, or its end. */
export const decideAction: ObligationRow<'decide-action'> = {
  kind: 'decide-action',
  forFamily: 'To decide what becomes of an action',
  stages: ['acting'],
  owed: (situation) =>
    situation.review.actions.filter(isOpen).flatMap(({ id, cannotBeDone }) => {
      if (!cannotBeDone) return [];
      const due = graceFrom(localDate(cannotBeDone.at), situation);
      return [{ who: situation.lead, due, about: id }];
    }),
  words: () => 'Decide what becomes of an action',
  brief: () => 'Decide on',
  help: () => 'deciding what becomes of this action',
  answers: [{ opens: 'screen', name: 'action', title: 'Open the action', aboutIt: true }],
  settled: actionSettled,
  action: 'to-decide',
};
