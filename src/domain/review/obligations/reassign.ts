import { earlier } from '../../time.ts';
import { actionSettled, doableActions, graceFrom, ownerlessSince } from './action-owner.ts';
import type { ObligationRow } from './row.ts';

/** Give an action to somebody, where nobody has taken it on or its owner is away when it falls due. */
export const reassign: ObligationRow<'reassign'> = {
  kind: 'reassign',
  forFamily: 'To find somebody else to do an action',
  stages: ['acting'],
  owed: (situation) => {
    const { lead, missedFrom } = situation;
    return doableActions(situation).flatMap((action) => {
      const since = ownerlessSince(action, situation);
      // Nobody is doing it, so it waits for no due date of its own.
      if (since && action.disowned)
        return [{ who: lead, due: graceFrom(since, situation), about: action.id }];
      if (since) return [{ who: lead, due: earlier(since, action.due), about: action.id }];
      const missed = missedFrom(action.owner, action.due);
      return missed && action.owner !== lead ? [{ who: lead, due: missed, about: action.id }] : [];
    });
  },
  words: () => 'Find a new owner for an action',
  brief: () => 'Find a new owner',
  help: () => 'finding a new owner for this action',
  answers: [{ opens: 'form', name: 'action-reassign', title: 'Find a new owner', aboutIt: true }],
  settled: actionSettled,
  action: 'needs-owner',
};
