import { planRow } from '../plans/index.ts';
import type { Review } from '../review/review.ts';
import type { LocalDate } from '../time.ts';

/** Whether it is decided what the review comes to, so that the time to the next one counts from it. */
export function isDecided(review: Review): boolean {
  return planRow(review.kind).isDecided(review);
}

/** The day a review ended the plan, at its meeting; undefined where it did not. */
export function endedOn(review: Review): LocalDate | undefined {
  return planRow(review.kind).endedOn(review);
}
