import { type Decided, refusal, unless } from '../decision.ts';
import { isOpen } from '../open-actions.ts';
import type { Action, Review } from '../review.ts';
import { beforeMeeting, cancelled, instead } from './instead.ts';
import { type Given, type Stages, TAKES } from './step.ts';
import type { FormSubject, ForNothing } from './step-form.ts';

/* What the steps have in common that are about one action, agreed and told to its owner. */

/** Actions are worked on from the outcome until the review closes. */
export const OF_ACTION: Stages = {
  ...beforeMeeting(
    instead('Nothing has been agreed yet: actions can be worked on once the outcome is recorded.', 'status'),
  ),
  meeting: instead(
    'The outcome is not recorded yet. Until it is, you can take an action back and add it anew.',
    'agenda',
  ),
  acting: TAKES,
  closed: instead('This review is closed: none of its actions is open any more.', 'status', 'already-done'),
  cancelled,
};

/** When the step may close the review, in words. */
export const LAST_ACTION = {
  from: 'acting',
  when: 'it was the last open action, and nothing else is wanted',
} as const;

/** The screen where an action is seen as it stands. */
export const seeStatus = { offer: { what: 'status' } };

/** What `decide` makes of an action that is still to be done; refused where there is none of that id. */
export function ofOpenAction<Fact>(
  { review }: Given,
  id: string,
  decide: (action: Action) => Decided<Fact>,
): Decided<Fact> {
  const action = review.actions.find((one) => one.id === id);
  if (!action) return unless(refusal('unknown-thing', 'That action is not part of this review.', seeStatus));
  if (action.done) return unless(refusal('already-done', 'That action is done already.', seeStatus));
  if (action.withdrawn) return unless(refusal('already-done', 'That action was withdrawn.', seeStatus));
  return decide(action);
}

/** The review with one of its actions changed. */
export function withAction(review: Review, id: string, change: (action: Action) => Action): Review {
  return {
    ...review,
    actions: review.actions.map((action) => (action.id === id ? change(action) : action)),
  };
}

/** The action, no longer said to be somebody else's, nor that it can't be done. */
export function settled({ disowned: _, ...action }: Action): Action {
  return possible(action);
}

/** The action, no longer said that it can't be done. */
export function possible({ cannotBeDone: _, ...action }: Action): Action {
  return action;
}

/** Room for what got in the way, without losing sight of it. */
export const MORE_SCHOOL_DAYS = 5;

export const SENCO_KNOWS = 'The SENCO has been told already that this is not yours, and finds it an owner.';
export const SENCO_DECIDES =
  'The SENCO has been told already that this can’t be done, and decides what becomes of it.';

/** Why nothing more can be said of an action that is done, ended, or handed back to the SENCO. */
export function whySettled({ done, withdrawn, cannotBeDone }: Action): string {
  if (done) return 'This action is done already.';
  if (withdrawn) return 'This action was withdrawn: it is not to be done any more.';
  return cannotBeDone ? SENCO_DECIDES : SENCO_KNOWS;
}

/** Why a form about an action would be filled in for nothing: it is done or ended, or `known` says what is known already. */
export function actionSettled(
  { review, about }: FormSubject,
  known: (action: Action) => string | undefined = () => undefined,
): ForNothing | undefined {
  const action = review.actions.find(({ id }) => id === about);
  const say = action && (isOpen(action) ? known(action) : whySettled(action));
  return say === undefined ? undefined : { look: 'action', say };
}
