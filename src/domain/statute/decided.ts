import { planRow } from '../plans/index.ts';
import { isNeverDecided } from '../review/annual-part.ts';
import { isConcluded, isUnderWay } from '../review/held.ts';
import type { Review } from '../review/review.ts';
import type { LocalDate } from '../time.ts';
import { lateBy } from './clock.ts';

/** Whether it is decided what the review comes to, so that the time to the next one counts from it. */
export function isDecided(review: Review): boolean {
  return planRow(review.kind).isDecided(review);
}

/**
 * Whether a review's meeting is over and the day has passed by which the local authority was to decide on it. A silent local
 * authority blocks nothing: the next review can begin, while this one stays open for its decision.
 */
export function isUnanswered(review: Review, today: LocalDate): boolean {
  if (!isConcluded(review) || isDecided(review)) return false;
  // One that the school's data alone has the day of may be recorded later: the next review does not wait for that.
  if (isNeverDecided(review) || review.decidedInData) return true;
  return lateBy(review, 'la-decision', today) > 0;
}

/** Whether a review keeps the next of the same plan from beginning: one under way, until it is decided or unanswered. */
export function isInTheWay(review: Review, today: LocalDate): boolean {
  return isUnderWay(review) && !isDecided(review) && !isUnanswered(review, today);
}

/** The day a review ended the plan, at its meeting; undefined where it did not. */
export function endedOn(review: Review): LocalDate | undefined {
  return planRow(review.kind).endedOn(review);
}
