import type { Review } from './review.ts';
import { type LocalDate, localDate } from './time.ts';

/** Whether the review's outcome is decided: its meeting is over, whatever is still to be done after it. */
export function isDecided(review: Review): boolean {
  return review.stage === 'acting' || review.stage === 'closed';
}

/**
 * The day a decided review's meeting was held: the day set for it, or the day it was opened if that was earlier (it
 * was brought forward). One written up later was still held on its day.
 */
export function heldOn(review: Review): LocalDate {
  const opened = localDate(review.meetingOpenedAt ?? review.closedAt ?? review.startedAt);
  const set = review.meeting?.date;
  return set && set < opened ? set : opened;
}
