import { compare, type Instant, type LocalDate, localDate } from '../time.ts';
import type { ReviewContent } from './review-content.ts';

/** Whether anything is still to be done in it. */
export function isUnderWay({ stage }: ReviewContent): boolean {
  return stage !== 'closed' && stage !== 'cancelled';
}

/** Whether the meeting is over and its outcome recorded, whatever is still to be done after it. */
export function isConcluded(review: ReviewContent): boolean {
  return review.stage === 'acting' || review.stage === 'closed';
}

/**
 * The day a concluded review's meeting was held: the day set for it, or the day it was opened if that was earlier (it
 * was brought forward). One written up later was still held on its day.
 */
export function heldOn(review: ReviewContent): LocalDate {
  const opened = localDate(review.meetingOpenedAt ?? review.closedAt ?? review.startedAt);
  const set = review.meeting?.date;
  return set && set < opened ? set : opened;
}

/** Whether the meeting was held, or is being held. */
export function wasHeld(review: ReviewContent): boolean {
  return review.meetingOpenedAt !== undefined || isConcluded(review);
}

/** The day the review's meeting was held or, until then, is set for; undefined where none is set. */
export function meetingDay(review: ReviewContent): LocalDate | undefined {
  return wasHeld(review) ? heldOn(review) : review.meeting?.date;
}

/** Whether something was recorded when the meeting was over and its outcome recorded: the meeting did not have it. */
export function wasLate({ outcome }: ReviewContent, at: Instant): boolean {
  return outcome !== undefined && at > outcome.at;
}

/** The review whose meeting was held last. */
export function lastHeld<R extends ReviewContent>(reviews: readonly R[]): R | undefined {
  return reviews
    .toSorted((a, b) => compare(heldOn(a), heldOn(b)) || compare(a.startedAt, b.startedAt))
    .at(-1);
}
