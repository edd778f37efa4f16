import type { ReviewContent } from '../review/review-content.ts';
import type { LaDecided, PlanContent } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { isInReviews } from './meeting-in-data.ts';

/** The decision that the SENCO recorded on a meeting which only the school's data has; undefined where a later one is known. */
export function decisionSaid({ laDecided = [], lastDecision }: PlanContent): LaDecided | undefined {
  const last = laDecided.at(-1);
  return last?.on === lastDecision ? last : undefined;
}

/**
 * The meeting that only the school's data has and that has been decided on since, by that data, where nobody has said how;
 * undefined where there is none, or a review here is of that meeting or was decided since.
 */
export function decidedUnsaid(plan: PlanContent, reviews: readonly ReviewContent[]): LocalDate | undefined {
  const { lastMeeting, lastDecision = '', planMade = '' } = plan;
  if (!lastMeeting || lastDecision < lastMeeting || planMade > lastMeeting || decisionSaid(plan))
    return undefined;
  return isInReviews(reviews, lastMeeting) ? undefined : lastMeeting;
}
