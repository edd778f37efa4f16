import { type LocalDate, localDate } from '../../time.ts';
import type { EarlierMeeting, Review } from '../review.ts';

/** The meeting that was called off and has no new date yet; undefined where one is set, or none ever was. */
export function calledOff({ meeting, earlierMeetings }: Review): EarlierMeeting | undefined {
  return meeting ? undefined : earlierMeetings?.at(-1);
}

/**
 * Whether the meeting's day is over: what was asked for to be read at it is not asked for any more, whether or not anybody
 * has opened the meeting here. Moved to another day, it is to come again.
 */
export function meetingIsOver({ meeting }: Review, today: LocalDate | undefined): boolean {
  return meeting !== undefined && today !== undefined && meeting.date < today;
}

/**
 * The day by which what the meeting is for is owed: its own. Undefined while it is called off: nothing is owed by the
 * date that was.
 */
export function meetingDue(review: Review): LocalDate | undefined {
  if (calledOff(review)) return undefined;
  return review.meeting?.date ?? localDate(review.startedAt);
}
