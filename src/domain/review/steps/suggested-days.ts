import { dayWords } from '../../language/days.ts';
import {
  addSchoolDays,
  isSchoolDay,
  nextSchoolDay,
  schoolDayBy,
  schoolDayFrom,
} from '../../school/calendar.ts';
import type { PersonId, School } from '../../school/school.ts';
import { earlier, type LocalDate, type LocalTime, plusDays } from '../../time.ts';
import { busyThen, type OtherMeeting } from '../other-meetings.ts';
import type { Review } from '../review.ts';

/* The days that stand in a form that sets a meeting before anything is typed: each a school day that can be taken. */

interface AtSchool {
  readonly school: School;
  readonly today: LocalDate;
}

/** So many school days are given to answer, where no more are left. */
const SCHOOL_DAYS_TO_ANSWER = 5;

/** The first day by which what is asked for today can be had. */
export const soonestAnswer = ({ school, today }: AtSchool): LocalDate =>
  addSchoolDays(school, today, SCHOOL_DAYS_TO_ANSWER);

/**
 * By when to have evidence for `meeting`: the last school day up to `wanted`, or where that has passed, it being a holiday, the
 * first one after it. Where `wanted` is today or has passed a week of school days is given, as far as the last school day before the meeting; today is no day to give anybody, so that of a meeting
 * tomorrow is its own day.
 * @param sentRoundBy by when all of it is to be sent round, where that is wanted: no later day is suggested while there is a school day up to it
 */
export function evidenceFrom(
  { school, today }: AtSchool,
  wanted: LocalDate,
  meeting: LocalDate,
  sentRoundBy?: LocalDate,
): LocalDate {
  const inTime = schoolDayBy(school, wanted);
  if (inTime > today) return inTime;
  const toSend = sentRoundBy && schoolDayBy(school, sentRoundBy);
  const last = toSend && toSend > today ? toSend : schoolDayBy(school, plusDays(meeting, -1));
  const nearest = schoolDayFrom(school, wanted);
  if (wanted > today && nearest <= last) return nearest;
  const day = earlier(soonestAnswer({ school, today }), last);
  return day > today ? day : meeting;
}

/**
 * By when evidence is wanted where that is not asked, as all of it is in: as before, as far as the meeting's day; of a colleague
 * who is asked only now, by the day that would be suggested.
 */
export function evidenceByNow<Subject extends { readonly review: Pick<Review, 'evidence'> }>(
  subject: Subject,
  { date, ask }: { readonly date: LocalDate; readonly ask: readonly PersonId[] },
  suggest: (subject: Subject, meeting: LocalDate) => LocalDate,
): LocalDate {
  const { evidence } = subject.review;
  const [before] = evidence;
  const isAnew = ask.some((one) => !evidence.some(({ who }) => who === one));
  return before && !isAnew ? earlier(before.dueBy, date) : suggest(subject, date);
}

/** Whose meeting is set. */
interface OfReview extends AtSchool {
  readonly review: Pick<Review, 'earlierMeetings'>;
  readonly otherMeetings?: readonly OtherMeeting[];
}

/** Who would be in it, and at what time. */
interface Slot {
  readonly time: LocalTime;
  readonly people: readonly PersonId[];
}

/**
 * `day`, or the school day next to it on which no meeting of the review was called off, or moved from, and on which nobody who
 * would be in it has another review's meeting then: rather a later one, but none after `last` where one from `first` on will do.
 */
export function freeDay(
  { school, review, otherMeetings = [] }: OfReview,
  day: LocalDate,
  { first, last }: { readonly first: LocalDate; readonly last?: LocalDate | undefined },
  slot?: Slot,
): LocalDate {
  const off = new Set(review.earlierMeetings?.map(({ date }) => date));
  const isTaken = (on: LocalDate) =>
    off.has(on) || (slot !== undefined && busyThen(otherMeetings, on, slot.time, slot.people).length > 0);
  let after = day;
  while (isTaken(after)) after = nextSchoolDay(school, after);
  if (!last || after <= last) return after;
  let before = day;
  while (before >= first && isTaken(before)) before = schoolDayBy(school, plusDays(before, -1));
  return before >= first ? before : after;
}

/** What follows a last day in a sentence where it is no school day: "; the last school day before it is Fri 20 Nov 2026". */
export function schoolDayBeforeIt({ school }: AtSchool, last: LocalDate, is: 'is' | 'was' = 'is'): string {
  if (isSchoolDay(school, last)) return '';
  return `; the last school day before it ${is} ${dayWords(schoolDayBy(school, last))}`;
}
