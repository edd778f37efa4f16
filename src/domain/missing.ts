import type { Offer } from './commands.ts';
import { membership } from './permissions.ts';
import type { Review } from './review.ts';
import type { School } from './school.ts';

/** Something the review still lacks before its next step. */
export interface Missing {
  readonly what: 'evidence' | 'parent-views' | 'pupil-views' | 'target-review' | 'action';
  /** The member of staff it is wanted from. */
  readonly who?: string;
  /** The target it is about. */
  readonly about?: string;
  /** The form or screen that puts it right. */
  readonly offer: Offer;
  /** A sentence for the SENCO. Names staff, never the pupil. */
  readonly say: string;
}

/**
 * What is missing before the next step: while gathering, before the meeting opens; at the meeting, before an outcome
 * that continues the plan. Empty in every other stage.
 */
export function missingFor(review: Review, school: School): readonly Missing[] {
  if (review.stage === 'gathering') return [...missingEvidence(review, school), ...missingViews(review)];
  if (review.stage !== 'meeting') return [];
  return [...missingViews(review), ...missingTargetReviews(review), ...missingAction(review)];
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

/** Targets of the plan that the meeting has not yet reviewed. */
export function missingTargetReviews(review: Review): readonly Missing[] {
  return review.targets.flatMap(({ id }, index): Missing[] =>
    review.targetReviews.some(({ targetId }) => targetId === id)
      ? []
      : [
          {
            what: 'target-review',
            about: id,
            offer: 'target-review',
            say: `Target ${index + 1} has not been reviewed.`,
          },
        ],
  );
}

function missingAction(review: Review): readonly Missing[] {
  if (review.actions.length > 0) return [];
  const say = 'No action has been agreed. Every outcome but “the plan ends” needs at least one.';
  return [{ what: 'action', offer: 'action', say }];
}

function missingEvidence(review: Review, school: School): readonly Missing[] {
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

function nameOf(school: School, who: string): string {
  return school.staff.find(({ email }) => email === who)?.name ?? 'Somebody';
}
