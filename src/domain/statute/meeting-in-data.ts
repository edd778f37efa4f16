import { annualPartOf } from '../review/annual-part.ts';
import { heldOn, wasHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import type { PlanContent } from '../school/school.ts';
import type { LocalDate } from '../time.ts';

/**
 * The day of a meeting that only the school's data has, where the local authority's decision on it is not known: no review
 * in the bot is of that meeting, and none was decided since. Undefined where there is none.
 */
export function meetingInData(plan: PlanContent, reviews: readonly ReviewContent[]): LocalDate | undefined {
  const { lastMeeting, lastDecision = '', planMade = '' } = plan;
  // A plan that was made since is what came of it, or is none that it reviewed.
  if (!lastMeeting || lastDecision >= lastMeeting || planMade > lastMeeting) return undefined;
  return isInReviews(reviews, lastMeeting) ? undefined : lastMeeting;
}

/** Whether a review in the bot is of the meeting of that day, or was decided since. */
export const isInReviews = (reviews: readonly ReviewContent[], meeting: LocalDate): boolean =>
  reviews.some(
    (review) =>
      wasHeld(review) && (heldOn(review) === meeting || (annualPartOf(review).decision?.on ?? '') >= meeting),
  );
