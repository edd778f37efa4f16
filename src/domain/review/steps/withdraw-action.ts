import { checkWords } from '../checks.ts';
import { ownerOf } from '../concerned.ts';
import { unless } from '../decision.ts';
import { actionOf, WITHDRAWN, type WithdrawnAnswer } from '../questions/actions.ts';
import { actionSettled, LAST_ACTION, OF_ACTION, ofOpenAction, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';
import { sentences, stepForm } from './step-form.ts';

interface WithdrawAction extends WithdrawnAnswer {
  readonly type: 'withdraw-action';
  readonly id: string;
}

interface ActionWithdrawn extends WithdrawnAnswer {
  readonly type: 'action-withdrawn';
  readonly id: string;
}

/** The SENCO ends an action without its being done. The last one closes the review, where nothing else is wanted. */
export const withdrawAction: Step<WithdrawAction, ActionWithdrawn> = {
  type: 'withdraw-action',
  giver: 'senco',
  aboutAction: true,
  stages: OF_ACTION,
  closes: LAST_ACTION,
  decide: (given, { type: _, id, ...said }) =>
    ofOpenAction(given, id, () =>
      unless(checkWords(said.why, 'why', 'Please say why it is not to be done any more.'), {
        type: 'action-withdrawn',
        id,
        ...said,
      }),
    ),
  facts: {
    'action-withdrawn': {
      evolve: (review, { type: _, id, ...said }, { who, at }) =>
        withAction(review, id, (action) => ({ ...action, withdrawn: { by: who, at, ...said } })),
      tells: ({ review, fact: { id } }) => tell('action-withdrawn', ownerOf(review, id), id),
    },
  },
  forms: [
    stepForm({
      name: 'action-withdraw',
      title: 'End it, not done',
      open: 'End it without being done',
      send: 'End it',
      ask: () => 'The record keeps that it was not done, and why. Its owner is told with your reason.',
      notification: ({ review }) => `End an action: review ${review.ref}`,
      questions: WITHDRAWN,
      command: (answer, subject) => ({ type: 'withdraw-action', id: actionOf(subject).id, ...answer }),
      forNothing: actionSettled,
      said: ({ review, told, whenTold }) =>
        sentences(
          'The action is ended, not done.',
          told['action-withdrawn'] ? `Its owner is told ${whenTold}.` : '',
          review.stage === 'closed' ? 'It was the last one, so the review is closed.' : '',
        ),
      leadsTo: 'action',
    }),
  ],
};
