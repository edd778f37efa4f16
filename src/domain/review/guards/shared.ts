import type { Guard } from '../../plans/row.ts';
import { isOpen } from '../open-actions.ts';
import type { MissingOf } from './missing.ts';

/** Targets (outcomes, of an EHC plan) that the meeting has not yet reviewed. */
export const missingTargetReviews: Guard = ({ plan, review }) => {
  const goal = plan.goal === 'outcome' ? 'Outcome' : 'Target';
  return review.targets.flatMap(({ id: about }, index): MissingOf<'target-review'>[] => {
    if (review.targetReviews.some(({ targetId }) => targetId === about)) return [];
    const say = `${goal} ${index + 1} has not been reviewed.`;
    return [{ what: 'target-review', about, offer: 'target-review', say }];
  });
};

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
