import type { Review } from './review.ts';
import { compare, type LocalDate, localDate } from './time.ts';

/** Whether anything is still to be done in it. */
export function isUnderWay({ stage }: Review): boolean {
  return stage !== 'closed' && stage !== 'cancelled';
}

/** Whether the meeting is over and its outcome recorded, whatever is still to be done after it. */
export function isConcluded(review: Review): boolean {
  return review.stage === 'acting' || review.stage === 'closed';
}

/**
 * Whether it is decided what the review comes to, so that the time to the next one counts from it: with the outcome or,
 * for an EHC plan, when the local authority's decision is known.
 */
export function isDecided(review: Review): boolean {
  return isConcluded(review) && (review.kind !== 'ehcp' || review.annual?.decision !== undefined);
}

/**
 * The day a concluded review's meeting was held: the day set for it, or the day it was opened if that was earlier (it
 * was brought forward). One written up later was still held on its day.
 */
export function heldOn(review: Review): LocalDate {
  const opened = localDate(review.meetingOpenedAt ?? review.closedAt ?? review.startedAt);
  const set = review.meeting?.date;
  return set && set < opened ? set : opened;
}

/** Whether the meeting was held, or is being held. */
export function wasHeld(review: Review): boolean {
  return review.meetingOpenedAt !== undefined || isConcluded(review);
}

/** The day the review's meeting was held or, until then, is set for; undefined where none is set. */
export function meetingDay(review: Review): LocalDate | undefined {
  return wasHeld(review) ? heldOn(review) : review.meeting?.date;
}

/**
 * The day a review ended the plan, at its meeting. None ends an EHC plan: what the local authority decides to cease stands
 * until any appeal is over (Children and Families Act 2014, s.45(4)), and then the school's data says so.
 */
export function endedOn(review: Review): LocalDate | undefined {
  return review.outcome?.kind === 'plan-ended' ? heldOn(review) : undefined;
}

/** The review whose meeting was held last. */
export function lastHeld(reviews: readonly Review[]): Review | undefined {
  return reviews
    .toSorted((a, b) => compare(heldOn(a), heldOn(b)) || compare(a.startedAt, b.startedAt))
    .at(-1);
}
