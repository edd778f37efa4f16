import { dayWords } from '../../language/days.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { addSchoolDays, nextSchoolDay, schoolDayBy } from '../../school/calendar.ts';
import { presentStaff } from '../../school/membership.ts';
import type { PersonId } from '../../school/school.ts';
import { dayAndWhy } from '../../statute/date-reasons.ts';
import { dueWith } from '../../statute/due.ts';
import { type LocalDate, type LocalTime, plusDays } from '../../time.ts';
import type { Invitation } from '../annual.ts';
import { guestLine, linesOf } from '../guests.ts';
import { evidenceIsIn, staffAmong } from '../invitees.ts';
import { besideParents, JOINED_WHY, joinedWords, socialWorkerOf } from '../people-around.ts';
import { PLAN_MEETING } from '../questions/plan-meeting.ts';
import type { Invitee, Review } from '../review.ts';
import { dayOfMeeting } from './day-of-meeting.ts';
import { earlyWords } from './early-words.ts';
import { meetingProposed } from './meeting-proposed.ts';
import { meetingSet } from './meeting-set.ts';
import { whyAskedFor } from './rearranged.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';
import { evidenceByNow, evidenceFrom, freeDay, schoolDayBeforeIt } from './suggested-days.ts';
import { whereBefore } from './where-before.ts';

/** What the forms that set a meeting become. */
export interface PlanMeeting {
  readonly type: 'plan-meeting';
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** A room, or the link to join by; left out for none. */
  readonly where?: string;
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
/** After lessons. */
const USUAL_TIME = '15:30';
/** Evidence is wanted a week before, so that it can be read. */
const EVIDENCE_DAYS_BEFORE = 7;

const othersOf = (invitees: readonly Invitee[]) =>
  invitees.flatMap((one) => (one.kind === 'other' ? [one.name] : []));

/** When the review is due, and so its meeting: by all reviews of the pupil, with this one as it stands. */
const dueOf = ({ school, pupil, today, review, reviews = [] }: FormSubject) =>
  dueWith(review, pupil, reviews, today, school);
const dueDay = (subject: FormSubject): LocalDate | undefined => dueOf(subject)?.dueBy;

/** The last school day by then, where that leaves time to prepare it. */
function lastInTime({ school, today }: FormSubject, by: LocalDate): LocalDate | undefined {
  const latest = schoolDayBy(school, by);
  return latest >= addSchoolDays(school, today, LEAST_SCHOOL_DAYS) ? latest : undefined;
}

/** The day to suggest for the meeting: `likelyDay`, or one beside it where a meeting of this review was called off on that, or somebody is in another then. */
function meetingDay(subject: FormSubject): LocalDate {
  const { school, today } = subject;
  const [day, last] = [likelyDay(subject), dueDay(subject)];
  const limits = { first: nextSchoolDay(school, today), last: last && day <= last ? last : undefined };
  return freeDay(subject, day, limits, { time: timeOf(subject), people: likelyStaff(subject) });
}

/**
 * The first school day three weeks on; no later than the review is due, where that leaves time to prepare it. One that is late
 * already does not wait for the end of a holiday, where there is time before it.
 */
function likelyDay(subject: FormSubject): LocalDate {
  const wanted = nextSchoolDay(subject.school, plusDays(subject.today, MEETING_IN_DAYS - 1));
  const dueBy = dueDay(subject);
  if (!dueBy || wanted <= dueBy) return wanted;
  return (
    lastInTime(subject, dueBy) ?? lastInTime(subject, plusDays(subject.today, MEETING_IN_DAYS)) ?? wanted
  );
}

/** A space and by when it is due, and why another day is suggested where one is; '' where that is not known. */
function dueWords(subject: FormSubject): string {
  const dueBy = dueDay(subject);
  if (!dueBy) return '';
  if (dueBy < subject.today) return ` The review was due by ${dayWords(dueBy)}.`;
  const due = ` The review is due by ${dayWords(dueBy)}${schoolDayBeforeIt(subject, dueBy)}.`;
  return subject.review.meeting || meetingDay(subject) <= dueBy
    ? due
    : `${due} That leaves little time to prepare, so a later day is suggested.`;
}

/** The parents, and whoever else is around the pupil. */
function othersLikely({ pupil }: FormSubject): string {
  const worker = socialWorkerOf(pupil);
  return ['Parents or carers', ...(worker ? [worker] : []), ...besideParents(pupil).map(guestLine)].join(
    '\n',
  );
}

/** Those invited before, where a meeting was called off: who had been taken off it stays off. Else whoever sets it, and the key staff; of those still here. */
function likelyStaff({ school, pupil, who, review }: FormSubject): readonly PersonId[] {
  const here = presentStaff(school);
  const off = review.earlierMeetings?.at(-1);
  if (off) return staffAmong(off.invitees).filter((one) => here.includes(one));
  return [...new Set([who, ...pupil.keyStaff.filter((one) => here.includes(one))])];
}

/** The time of one that was called off, else after lessons. */
const timeOf = ({ review }: FormSubject): LocalTime => review.earlierMeetings?.at(-1)?.time ?? USUAL_TIME;

/** Before there is a meeting: who was invited and asked to one that was called off, else who is likely to be. */
function suggested(subject: FormSubject): Record<string, string> {
  const { school, pupil, review } = subject;
  const here = presentStaff(school);
  const off = review.earlierMeetings?.at(-1);
  const asked = off ? review.evidence.map(({ who }) => who) : pupil.keyStaff;
  const date = meetingDay(subject);
  return filledFrom<FormSubject, typeof PLAN_MEETING>(PLAN_MEETING, {
    date,
    time: timeOf(subject),
    where: whereBefore(subject),
    invitees: likelyStaff(subject),
    others: off ? othersOf(off.invitees).join('\n') : othersLikely(subject),
    ask: asked.filter((one) => here.includes(one)),
    evidenceBy: evidenceDay(subject, date),
  });
}

/** A week before the meeting, or the last school day before that; as soon as can be, where that has passed. */
const evidenceDay = (subject: FormSubject, meeting: LocalDate): LocalDate =>
  evidenceFrom(subject, plusDays(meeting, -EVIDENCE_DAYS_BEFORE), meeting);

/** What was set before; another day where that has passed without a meeting. */
function asPlanned(subject: FormSubject, meeting: NonNullable<Review['meeting']>): Record<string, string> {
  const { evidence } = subject.review;
  const here = presentStaff(subject.school);
  const stillHere = (people: readonly PersonId[]) => people.filter((one) => here.includes(one));
  const date = meeting.date < subject.today ? meetingDay(subject) : meeting.date;
  const before = evidence[0]?.dueBy;
  const stands = date === meeting.date || (before && before > subject.today);
  return filledFrom<FormSubject, typeof PLAN_MEETING>(PLAN_MEETING, {
    date,
    time: meeting.time,
    where: meeting.where ?? '',
    whyMoved: whyAskedFor(subject),
    invitees: stillHere(staffAmong(meeting.invitees)),
    others: othersOf(meeting.invitees).join('\n'),
    ask: stillHere(evidence.map((one) => one.who)),
    evidenceBy: stands && before && before <= date ? before : evidenceDay(subject, date),
  });
}

/** Sets the meeting, who is invited and who is asked for evidence; again, it moves the meeting or asks more people. */
export const planMeetingForm = stepForm({
  name: 'plan-meeting',
  title: 'Set the meeting',
  open: 'Set the meeting',
  send: 'Set it and ask',
  words: ({ review }) => (evidenceIsIn(review) ? { send: 'Set it' } : {}),
  setsMeeting: true,
  ask: (subject) => {
    const { review, pupil, today } = subject;
    const { meeting } = review;
    const say = meeting
      ? `The meeting is on ${dayWords(meeting.date)} at ${meeting.time}. Everybody concerned is told of a change.${dueWords(subject)}`
      : dueWords(subject).trim();
    return sentences(
      earlyWords(subject),
      say,
      joinedWords(pupil, meeting?.date ?? meetingDay(subject), today),
    );
  },
  why: (subject) => {
    const { review, pupil, today } = subject;
    const due = dueOf(subject)?.why;
    return sentences(
      due ? `The review ${due.date < today ? 'was' : 'is'} due by ${dayAndWhy(due)}.` : '',
      joinedWords(pupil, review.meeting?.date ?? meetingDay(subject), today) && JOINED_WHY,
    );
  },
  notification: ({ review, begins }) =>
    begins ? 'Set the meeting of a new review' : `Set the meeting of review ${review.ref}`,
  questions: { ...PLAN_MEETING, date: dayOfMeeting },
  values: (subject) => {
    const { meeting } = subject.review;
    return meeting ? asPlanned(subject, meeting) : suggested(subject);
  },
  isKept: ({ review }) => review.meeting !== undefined,
  oneThing: true,
  proposes: (subject) =>
    subject.review.meeting ? undefined : meetingProposed(suggested(subject), subject, ['others']),
  command: (answer, subject): PlanMeeting => ({
    type: 'plan-meeting',
    date: answer.date,
    time: answer.time,
    ...(answer.where && { where: answer.where }),
    invitees: [
      ...answer.invitees.map((who) => ({ kind: 'staff' as const, who })),
      ...linesOf(answer.others).map((name) => ({ kind: 'other' as const, name })),
    ],
    ask: answer.ask,
    evidenceBy: answer.evidenceBy || evidenceByNow(subject, answer, evidenceDay),
    ...(subject.review.meeting && { whyMoved: answer.whyMoved }),
  }),
  said: meetingSet,
});
