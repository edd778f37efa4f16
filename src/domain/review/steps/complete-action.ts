import { checkWords } from '../checks.ts';
import { unless } from '../decision.ts';
import { ACTION_DONE, type ActionDoneAnswer, actionOf } from '../questions/actions.ts';
import { actionSettled, LAST_ACTION, OF_ACTION, ofOpenAction, settled, withAction } from './of-action.ts';
import type { Step } from './step.ts';
import { stepForm } from './step-form.ts';

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
  forms: [
    stepForm({
      name: 'action-done',
      title: 'Done',
      open: 'Done',
      send: 'It is done',
      ask: () => 'Well done. What was done, and did it help?',
      notification: ({ review }) => `Close an action: review ${review.ref}`,
      questions: ACTION_DONE,
      command: (answer, subject) => ({ type: 'complete-action', id: actionOf(subject).id, ...answer }),
      forNothing: actionSettled,
      said: ({ review }) =>
        review.stage === 'closed'
          ? 'Thank you, it is done. That was the last action, so the review is closed.'
          : 'Thank you, it is done. You will hear no more of it.',
      leadsTo: 'action',
    }),
  ],
};
