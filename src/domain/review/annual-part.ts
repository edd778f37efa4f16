import type { LocalDate } from '../time.ts';
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

/** Whether the final plan is to come: not once one has come some other way, nor where the plan is not amended after all. */
export function isPlanToCome(review: ReviewContent): boolean {
  const { finalPlan, orderedPlan, notAmending } = annualPartOf(review);
  return isAmending(review) && !finalPlan && !orderedPlan && !notAmending;
}

/** Whether the notice of proposed changes is to come: not once a plan has come that none went before. */
export function isNoticeToCome(review: ReviewContent): boolean {
  const { notice, orderedPlan } = annualPartOf(review);
  return isAmending(review) && !notice && !orderedPlan;
}

/** Whether the meeting's recommendation and the local authority's decision on it are recorded. */
export function isDecidedByLa(review: ReviewContent): boolean {
  return isConcluded(review) && annualPartOf(review).decision !== undefined;
}

/** Whether the SENCO no longer waits for a decision, and none has come. */
export function isNeverDecided(review: ReviewContent): boolean {
  const { neverDecided, decision } = annualPartOf(review);
  return neverDecided !== undefined && !decision;
}

/** Whether the plan is to cease: so it was decided, and neither an appeal nor a plan ordered since says otherwise. */
export function isToCease(review: ReviewContent): boolean {
  const { decision, appealEnded, earlierAppeals = [], orderedPlan } = annualPartOf(review);
  const ends = [...earlierAppeals.map(({ ended }) => ended), ...(appealEnded ? [appealEnded] : [])];
  const overturned = ends.some(({ how }) => how === 'allowed' || how === 'agreed');
  return decision?.kind === 'cease' && !overturned && !orderedPlan;
}

/** The day the first appeal was lodged; undefined where there is none. */
export function firstAppealOn(review: ReviewContent): LocalDate | undefined {
  const { appeal, earlierAppeals = [] } = annualPartOf(review);
  return earlierAppeals[0]?.lodged.on ?? appeal?.on;
}

/** Whether an appeal lodged on that day is another one: the one recorded had ended before it. */
export function isAnotherAppeal(review: ReviewContent, on: LocalDate): boolean {
  const { appealEnded } = annualPartOf(review);
  return appealEnded !== undefined && on > appealEnded.on;
}
