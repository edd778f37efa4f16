import { schoolDay } from '../../questions/days.ts';
import { dueWith } from '../../statute/due.ts';
import { lateMeeting, tooLateWords } from '../../statute/late-meeting.ts';
import type { LocalDate } from '../../time.ts';
import { MEETING_DAY } from '../questions/plan-meeting.ts';
import type { FormSubject } from './step-form.ts';

/** That a meeting on `day` is after the last day for it; a last day that has passed can't be kept, and the form says so. */
function tooLate(day: LocalDate, { review, pupil, reviews = [], today, school }: FormSubject) {
  const due = dueWith(review, pupil, reviews, today, school);
  const late = due && lateMeeting(day, due);
  if (!late || late.last.date < today) return undefined;
  return `${tooLateWords(late)}. To keep it, send as it stands.`;
}

/** The day of a meeting: one after the last day for the review, or the last safe one, is pointed out as no school day is. */
export const dayOfMeeting = schoolDay<FormSubject>({ ...MEETING_DAY, also: tooLate });
