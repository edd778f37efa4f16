import { chosenIn } from '../../questions/choice.ts';
import { schoolDay } from '../../questions/days.ts';
import type { Sent } from '../../questions/question.ts';
import { dueWith } from '../../statute/due.ts';
import { lateMeeting, tooLateWords } from '../../statute/late-meeting.ts';
import { isLocalTime, type LocalDate } from '../../time.ts';
import { busyThen, busyWords } from '../other-meetings.ts';
import { MEETING_DAY } from '../questions/plan-meeting.ts';
import type { FormSubject } from './step-form.ts';

/** That a meeting on `day` is after the last day for it; a last day that has passed can't be kept, and the form says so. */
function tooLate(day: LocalDate, { review, pupil, reviews = [], today, school }: FormSubject) {
  const due = dueWith(review, pupil, reviews, today, school);
  const late = due && lateMeeting(day, due);
  if (!late || late.last.date < today) return undefined;
  return `${tooLateWords(late)}. To keep it, send as it stands.`;
}

/** That some of those invited have another review's meeting then. */
function busy(day: LocalDate, { otherMeetings = [], school, who }: FormSubject, sent: Sent) {
  const { time = '', invitees = '' } = sent;
  if (!isLocalTime(time)) return undefined;
  const people = [...new Set([who, ...chosenIn(invitees)])];
  return busyWords(school, busyThen(otherMeetings, day, time, people));
}

const pointedOut = (day: LocalDate, subject: FormSubject, sent: Sent): string | undefined =>
  [tooLate(day, subject), busy(day, subject, sent)].filter(Boolean).join(' ') || undefined;

/** The day of a meeting: one after the last day for the review, or the last safe one, is pointed out as no school day is; and that somebody invited has another review's meeting then. */
export const dayOfMeeting = schoolDay<FormSubject>({ ...MEETING_DAY, also: pointedOut });
