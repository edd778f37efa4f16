import { isOpen } from '../actions.ts';
import { goalOf } from '../goal.ts';
import { outcomeChoice } from '../outcomes.ts';
import { membership } from '../permissions.ts';
import type { OutcomeKind, Review } from '../review.ts';
import type { School } from '../school.ts';
import type { Missing } from './missing.ts';

/** No meeting is set (it was called off). */
export function missingMeeting({ meeting }: Review): readonly Missing[] {
  if (meeting) return [];
  const say = 'The meeting was called off, and no new date is set.';
  return [{ what: 'meeting', offer: 'plan-meeting', say }];
}

/** Evidence that was asked for and has not come. */
export function missingEvidence(review: Review, school: School): readonly Missing[] {
  return review.evidence.flatMap(({ who, answer }): Missing[] => {
    if (answer) return [];
    if (membership(school, who)) {
      return [
        { what: 'evidence', who, offer: 'status', say: `No evidence yet from ${nameOf(school, who)}.` },
      ];
    }
    const say = `${nameOf(school, who)} was asked for evidence and has left: ask somebody else, or nobody.`;
    return [{ what: 'evidence', who, offer: 'plan-meeting', say }];
  });
}

/** Views that are neither recorded nor marked as sought and not given. */
export function missingViews(review: Review): readonly Missing[] {
  const missing: Missing[] = [];
  if (!review.parentViews) {
    const say = 'The parents’ or carers’ views are not recorded, nor marked as sought and not given.';
    missing.push({ what: 'parent-views', offer: 'parent-views', say });
  }
  if (!review.pupilViews) {
    const say = 'The pupil’s views are not recorded, nor marked as sought and not given.';
    missing.push({ what: 'pupil-views', offer: 'pupil-views', say });
  }
  return missing;
}

/** Targets (outcomes, of an EHC plan) that the meeting has not yet reviewed. */
export function missingTargetReviews(review: Review): readonly Missing[] {
  const goal = goalOf(review.kind) === 'outcome' ? 'Outcome' : 'Target';
  return review.targets.flatMap(({ id: about }, index): Missing[] => {
    if (review.targetReviews.some(({ targetId }) => targetId === about)) return [];
    const say = `${goal} ${index + 1} has not been reviewed.`;
    return [{ what: 'target-review', about, offer: 'target-review', say }];
  });
}

/** No action is agreed, where the outcome chosen needs one; while none is chosen, where any does. */
export function missingAction(review: Review, _school: School, outcome?: OutcomeKind): readonly Missing[] {
  if (review.actions.length > 0 || (outcome && !outcomeChoice(outcome).needsAction)) return [];
  const every = review.kind === 'ehcp' ? 'recommendation' : 'outcome';
  const say = outcome
    ? `This ${every} needs at least one action, with one owner and a date. Add it, then record the ${every}.`
    : `No action has been agreed. Every ${every} but “the plan ends” needs at least one.`;
  return [{ what: 'action', offer: 'action', say }];
}

/** Actions that are neither done nor ended. */
export function openActions(review: Review): readonly Missing[] {
  const open = review.actions.filter(isOpen).length;
  if (open === 0) return [];
  const say = open === 1 ? 'One action is still open.' : `${open} actions are still open.`;
  return [{ what: 'open-action', offer: 'status', say }];
}

function nameOf(school: School, who: string): string {
  return school.staff.find(({ email }) => email === who)?.name ?? 'Somebody';
}
