import { newProvision } from './carry-over.ts';
import type { Review } from './review.ts';

/** Whether what the meeting agreed changes the plan: a goal or support that is new, or does not stay as it was. */
export function changesPlan(review: Review): boolean {
  const { targetReviews, newTargets, provisionReviews = [] } = review;
  return (
    newTargets.length > 0 ||
    newProvision(review).length > 0 ||
    targetReviews.some(({ stillRight }) => stillRight !== 'keep') ||
    provisionReviews.some(({ next }) => next !== 'keep')
  );
}
