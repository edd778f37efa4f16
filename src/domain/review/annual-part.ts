import { type AnnualReview, NOTHING_YET } from './annual.ts';
import { isConcluded } from './held.ts';
import type { ReviewContent } from './review-content.ts';

/**
 * What a review has besides where its plan is one that the local authority decides on; of another kind of plan, nothing is
 * recorded in it. Whether a plan is of such a kind is not asked here but of its row.
 */
export function annualPartOf({ annual }: ReviewContent): AnnualReview {
  return annual ?? NOTHING_YET;
}

/** The review with a change to what only an annual review holds; one of another kind stays as it is. */
export function withAnnual<R extends ReviewContent>(
  review: R,
  change: (annual: AnnualReview) => AnnualReview,
): R {
  return review.annual ? { ...review, annual: change(review.annual) } : review;
}

/** Whether the local authority has decided to amend the plan, so that its notice and the final plan are to come. */
export function isAmending(review: ReviewContent): boolean {
  return annualPartOf(review).decision?.kind === 'amend';
}

/** Whether the meeting's recommendation and the local authority's decision on it are recorded. */
export function isDecidedByLa(review: ReviewContent): boolean {
  return isConcluded(review) && annualPartOf(review).decision !== undefined;
}
