import { checkWords } from '../checks.ts';
import { runningIt } from '../concerned.ts';
import { refusal, unless } from '../decision.ts';
import { actionOf, CANNOT_BE_DONE, type CannotBeDoneAnswer } from '../questions/actions.ts';
import { actionSettled, OF_ACTION, ofOpenAction, SENCO_DECIDES, seeStatus, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';
import { stepForm } from './step-form.ts';

interface CannotDoAction extends CannotBeDoneAnswer {
  readonly type: 'cannot-do-action';
  readonly id: string;
}

interface ActionCannotBeDone extends CannotBeDoneAnswer {
  readonly type: 'action-cannot-be-done';
  readonly id: string;
}

/** Somebody says why an action can't be done; the SENCO decides what becomes of it: another owner, more time, or its end. */
export const cannotDoAction: Step<CannotDoAction, ActionCannotBeDone> = {
  type: 'cannot-do-action',
  giver: 'owner-or-senco',
  aboutAction: true,
  stages: OF_ACTION,
  decide: (given, { type: _, id, ...said }) =>
    ofOpenAction(given, id, ({ cannotBeDone }) => {
      const say = 'The SENCO knows that it can’t be done, and will decide what becomes of it.';
      const again = cannotBeDone && refusal('already-done', say, seeStatus);
      return unless(again ?? checkWords(said.why, 'why', 'Please say why it can’t be done.'), {
        type: 'action-cannot-be-done',
        id,
        ...said,
      });
    }),
  facts: {
    'action-cannot-be-done': {
      evolve: (review, { type: _, id, ...said }, { who, at }) =>
        withAction(review, id, (action) => ({ ...action, cannotBeDone: { by: who, at, ...said } })),
      tells: ({ review, fact, school }) => tell('action-cannot-be-done', runningIt(review, school), fact.id),
    },
  },
  forms: [
    stepForm({
      name: 'action-cannot',
      title: 'Can’t be done',
      open: 'Can’t be done',
      send: 'Tell the SENCO',
      ask: () =>
        'The SENCO is told, and decides: another owner, more time, or its end. Until then you will not be reminded of it.',
      notification: ({ review }) => `An action that can’t be done: review ${review.ref}`,
      questions: CANNOT_BE_DONE,
      command: (answer, subject) => ({ type: 'cannot-do-action', id: actionOf(subject).id, ...answer }),
      forNothing: (given) => actionSettled(given, ({ cannotBeDone }) => cannotBeDone && SENCO_DECIDES),
      said: () =>
        'Thank you for saying so. The SENCO decides what becomes of it; you will not be reminded of it.',
      leadsTo: 'action',
    }),
  ],
};
