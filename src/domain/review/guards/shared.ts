import type { Guard } from '../../plans/row.ts';
import { isOpen } from '../open-actions.ts';
import type { MeetingPart, MissingOf } from './missing.ts';

/** Targets (outcomes, of an EHC plan) that the meeting has not yet reviewed. */
export const missingTargetReviews: Guard = ({ plan, review }) => {
  const goal = plan.goal === 'outcome' ? 'Outcome' : 'Target';
  return review.targets.flatMap(({ id: about }, index): MissingOf<'target-review'>[] => {
    if (review.targetReviews.some(({ targetId }) => targetId === about)) return [];
    const say = `${goal} ${index + 1} has not been reviewed.`;
    return [{ what: 'target-review', about, offer: 'target-review', say }];
  });
};

/** Support that the last review left, and that this meeting has not looked at, or has not said how it changes. */
export const missingProvisionReviews: Guard = ({ review }) =>
  (review.last?.provision ?? []).flatMap(({ id: about }, index): MissingOf<MeetingPart>[] => {
    const said = review.provisionReviews?.find(({ provisionId }) => provisionId === about);
    const support = `Support ${index + 1} from before`;
    if (!said) {
      const say = `${support} has not been looked at.`;
      return [{ what: 'provision-review', about, offer: 'provision-review', say }];
    }
    const isToChange = said.next === 'change' || said.next === 'reduce';
    if (!isToChange || review.provision.some(({ id }) => id === about)) return [];
    const say = `${support} is to change, and its new wording is not written.`;
    return [{ what: 'provision-change', about, offer: 'provision', say }];
  });

/** No action is agreed, where the outcome chosen needs one; while none is chosen, where any does. */
export const missingAction: Guard = ({ plan, review, outcome }) => {
  if (review.actions.length > 0 || (outcome && !outcome.needsAction)) return [];
  const every = plan.words.conclusion;
  const say = outcome
    ? `This ${every} needs at least one action, with one owner and a date. Add it, then record the ${every}.`
    : `No action has been agreed. Every ${every} but “the plan ends” needs at least one.`;
  return [{ what: 'action', offer: 'action', say }];
};

/** Actions that are neither done nor ended. */
export const openActions: Guard = ({ review }) => {
  const open = review.actions.filter(isOpen).length;
  if (open === 0) return [];
  const say = open === 1 ? 'One action is still open.' : `${open} actions are still open.`;
  return [{ what: 'open-action', offer: 'status', say }];
};
