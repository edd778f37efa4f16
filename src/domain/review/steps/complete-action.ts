import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import type { ActionDoneAnswer } from '../questions/actions.ts';
import { LAST_ACTION, OF_ACTION, ofOpenAction, settled, withAction } from './of-action.ts';
import type { Step } from './step.ts';

interface CompleteAction extends ActionDoneAnswer {
  readonly type: 'complete-action';
  readonly id: string;
}

interface ActionCompleted extends ActionDoneAnswer {
  readonly type: 'action-completed';
  readonly id: string;
}

/** An action is done. The last one closes the review, where nothing else is wanted. */
export const completeAction: Step<CompleteAction, ActionCompleted> = {
  type: 'complete-action',
  giver: 'owner-or-senco',
  aboutAction: true,
  stages: OF_ACTION,
  closes: LAST_ACTION,
  decide: (given, { type: _, id, ...said }) =>
    ofOpenAction(given, id, () =>
      unless(checkWords(said.what, 'what', 'Please say what was done.'), {
        type: 'action-completed',
        id,
        ...said,
      }),
    ),
  facts: {
    'action-completed': {
      evolve: (review, { type: _, id, ...said }, { who, at }) =>
        withAction(review, id, (action) => ({ ...settled(action), done: { by: who, at, ...said } })),
    },
  },
};
