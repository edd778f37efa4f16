import { type LocalDate, localDate } from '../../time.ts';
import type { EarlierMeeting, Review } from '../review.ts';

/** The meeting that was called off and has no new date yet; undefined where one is set, or none ever was. */
export function calledOff({ meeting, earlierMeetings }: Review): EarlierMeeting | undefined {
  return meeting ? undefined : earlierMeetings?.at(-1);
}

/**
 * The day by which what the meeting is for is owed: its own. Undefined while it is called off: nothing is owed by the
 * date that was.
 */
export function meetingDue(review: Review): LocalDate | undefined {
  if (calledOff(review)) return undefined;
  return review.meeting?.date ?? localDate(review.startedAt);
}
