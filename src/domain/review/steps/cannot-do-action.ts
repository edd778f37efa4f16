import { checkWords } from '../checks.ts';
import { runningIt } from '../concerned.ts';
import { refusal, unless } from '../decision.ts';
import type { CannotBeDoneAnswer } from '../questions/actions.ts';
import { OF_ACTION, ofOpenAction, seeStatus, withAction } from './of-action.ts';
import { type Step, tell } from './step.ts';

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
};
