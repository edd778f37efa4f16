import type { Actor } from '../decision.ts';
import type { EarlierMeeting, Review } from '../review.ts';

/** The review with the meeting that had been set kept among those that were not held, and why; the same where none was. */
export function withEarlierMeeting(
  review: Review,
  was: EarlierMeeting['was'],
  why: string,
  { who: by, at }: Actor,
): Review {
  if (!review.meeting) return review;
  const one: EarlierMeeting = { ...review.meeting, was, why, by, at };
  return { ...review, earlierMeetings: [...(review.earlierMeetings ?? []), one] };
}
