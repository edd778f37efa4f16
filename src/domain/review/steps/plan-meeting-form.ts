import { dayWords } from '../../language/days.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { addSchoolDays, nextSchoolDay, schoolDayBy } from '../../school/calendar.ts';
import { presentStaff } from '../../school/membership.ts';
import type { PersonId, School } from '../../school/school.ts';
import { dueWith } from '../../statute/due.ts';
import { type LocalDate, type LocalTime, plusDays } from '../../time.ts';
import type { Invitation } from '../annual.ts';
import { linesOf } from '../guests.ts';
import { staffAmong } from '../invitees.ts';
import { PLAN_MEETING } from '../questions/plan-meeting.ts';
import type { Invitee } from '../review.ts';
import { meetingSet, tellsOfMeeting } from './meeting-set.ts';
import { type FormSubject, stepForm } from './step-form.ts';

/** What the forms that set a meeting become. */
export interface PlanMeeting {
  readonly type: 'plan-meeting';
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly invitees: readonly Invitee[];
  readonly ask: readonly PersonId[];
  readonly evidenceBy: LocalDate;
  /** Why it is moved, where it is. */
  readonly whyMoved?: string;
  /** For an annual review only, and then always. */
  readonly annual?: Invitation;
}

/** Long enough to gather evidence and give a family notice; short enough to be soon. */
const MEETING_IN_DAYS = 21;
/** With so many left, evidence can still be gathered and a family given notice. */
const LEAST_SCHOOL_DAYS = 10;
/** Evidence is wanted a week before, so that it can be read. */
const EVIDENCE_DAYS_BEFORE = 7;

const othersOf = (invitees: readonly Invitee[]) =>
  invitees.flatMap((one) => (one.kind === 'other' ? [one.name] : []));

/** The first school day three weeks on; no later than the review is due, where that leaves time to prepare it. */
function meetingDay({ school, pupil, today, review, reviews = [] }: FormSubject): LocalDate {
  const wanted = nextSchoolDay(school, plusDays(today, MEETING_IN_DAYS - 1));
  const { dueBy = wanted } = dueWith(review, pupil, reviews, today, school) ?? {};
  if (wanted <= dueBy) return wanted;
  const latest = schoolDayBy(school, dueBy);
  return latest >= addSchoolDays(school, today, LEAST_SCHOOL_DAYS) ? latest : wanted;
}

function suggested(subject: FormSubject): Record<string, string> {
  const { school, pupil, today, who } = subject;
  const here = presentStaff(school);
  const keyStaff = pupil.keyStaff.filter((one) => here.includes(one));
  const date = meetingDay(subject);
  return filledFrom<FormSubject, typeof PLAN_MEETING>(PLAN_MEETING, {
    date,
    time: '15:30',
    invitees: [...new Set([who, ...keyStaff])],
    others: 'Parents or carers',
    ask: keyStaff,
    evidenceBy: evidenceDay(school, date, today),
  });
}

/** A week before the meeting, or the last school day before that, unless it has passed. */
function evidenceDay(school: School, meeting: LocalDate, today: LocalDate): LocalDate {
  const weekBefore = plusDays(meeting, -EVIDENCE_DAYS_BEFORE);
  const atSchool = schoolDayBy(school, weekBefore);
  return atSchool < today ? weekBefore : atSchool;
}

/** Sets the meeting, who is invited and who is asked for evidence; again, it moves the meeting or asks more people. */
export const planMeetingForm = stepForm({
  name: 'plan-meeting',
  title: 'Set the meeting',
  open: 'Set the meeting',
  send: 'Set it and ask',
  ask: ({ review }) =>
    review.meeting
      ? `The meeting is on ${dayWords(review.meeting.date)} at ${review.meeting.time}. Everybody concerned is told of a change.`
      : 'When is the meeting, who comes, and who is asked for evidence? Each colleague asked gets a private form.',
  notification: ({ review }) => `Set the meeting of review ${review.ref}`,
  questions: PLAN_MEETING,
  values: (subject) => {
    const { meeting, evidence } = subject.review;
    if (!meeting) return suggested(subject);
    const here = presentStaff(subject.school);
    const stillHere = (people: readonly PersonId[]) => people.filter((one) => here.includes(one));
    return filledFrom<FormSubject, typeof PLAN_MEETING>(PLAN_MEETING, {
      date: meeting.date,
      time: meeting.time,
      invitees: stillHere(staffAmong(meeting.invitees)),
      others: othersOf(meeting.invitees).join('\n'),
      ask: stillHere(evidence.map((one) => one.who)),
      evidenceBy: evidence[0]?.dueBy ?? evidenceDay(subject.school, meeting.date, subject.today),
    });
  },
  command: (answer, { review }): PlanMeeting => ({
    type: 'plan-meeting',
    date: answer.date,
    time: answer.time,
    invitees: [
      ...answer.invitees.map((who) => ({ kind: 'staff' as const, who })),
      ...linesOf(answer.others).map((name) => ({ kind: 'other' as const, name })),
    ],
    ask: answer.ask,
    evidenceBy: answer.evidenceBy,
    ...(review.meeting && { whyMoved: answer.whyMoved }),
  }),
  said: meetingSet,
  tellsOutside: tellsOfMeeting,
});
