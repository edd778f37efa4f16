import { dayWords } from '../../language/days.ts';
import { schoolDay } from '../../questions/days.ts';
import { filledFrom } from '../../questions/form-answers.ts';
import { headsOf, presentStaff } from '../../school/membership.ts';
import type { PersonId } from '../../school/school.ts';
import { isLocalDate, type LocalDate } from '../../time.ts';
import { adviceAwaited } from '../annual.ts';
import { annualOf } from '../annual-of.ts';
import { decidesOnParents, guestsBefore, guestsIn, likelyGuests } from '../guest-boxes.ts';
import { withIds } from '../guests.ts';
import { evidenceIsIn, staffAmong } from '../invitees.ts';
import { JOINED_WHY, joinedWords } from '../people-around.ts';
import { ADVICE_DAY, PLAN_ANNUAL } from '../questions/plan-annual.ts';
import type { Review } from '../review.ts';
import { dayOfMeeting } from './day-of-meeting.ts';
import { earlyWords } from './early-words.ts';
import { meetingProposed } from './meeting-proposed.ts';
import { meetingSet, tellsOfMeeting } from './meeting-set.ts';
import {
  evidenceDay,
  lastSafeInShort,
  lastSafeWords,
  lawfully,
  meetingDay,
  peopleOf,
  timeOf,
  tooLateToSendRound,
} from './plan-annual-days.ts';
import type { PlanMeeting } from './plan-meeting-form.ts';
import { whyAskedFor } from './rearranged.ts';
import { type FormSubject, sentences, stepForm } from './step-form.ts';
import { evidenceByNow } from './suggested-days.ts';
import { whereBefore } from './where-before.ts';

const filled = filledFrom<FormSubject, typeof PLAN_ANNUAL>;

/** Of these the ones who are still at the school, each once. */
function stillHere({ school }: FormSubject, people: readonly PersonId[]): readonly PersonId[] {
  const here = presentStaff(school);
  return [...new Set(people)].filter((one) => here.includes(one));
}

/** Before there is a meeting: who was invited and asked to one that was called off, else who is likely to be. */
function suggested(subject: FormSubject): Record<string, string> {
  const { pupil, today, review } = subject;
  const off = review.earlierMeetings?.at(-1);
  // The local authority sets the day: none of ours is put in its place.
  const date = review.noSchool ? '' : meetingDay(subject);
  return filled(PLAN_ANNUAL, {
    date,
    time: timeOf(subject),
    where: whereBefore(subject),
    invitees: peopleOf(subject),
    ...(off ? guestsBefore(annualOf(subject), subject) : likelyGuests(annualOf(subject), subject)),
    ...(review.noSchool && { head: '' }),
    ask: stillHere(subject, off ? review.evidence.map((one) => one.who) : pupil.keyStaff),
    evidenceBy: date && evidenceDay(subject, date),
    invitedOn: today,
  });
}

/** The day it is set for; where that has passed without a meeting, another is suggested. */
const dayOf = (subject: FormSubject, meeting: NonNullable<Review['meeting']>): LocalDate | '' => {
  if (meeting.date >= subject.today) return meeting.date;
  return subject.review.noSchool ? '' : meetingDay(subject);
};

/** The day asked for before, while it is no later than the meeting; else what is likely. */
const evidenceBefore = (
  subject: FormSubject,
  before: LocalDate | undefined,
  date: LocalDate | '',
): LocalDate | '' => {
  if (date === '') return before ?? '';
  const stands = date === subject.review.meeting?.date || (before && before > subject.today);
  return stands && before && before <= date ? before : evidenceDay(subject, date);
};

function asPlanned(subject: FormSubject, meeting: NonNullable<Review['meeting']>): Record<string, string> {
  const { today, review } = subject;
  const { invitedOn = today, shortNotice } = annualOf(subject);
  const date = dayOf(subject, meeting);
  return filled(PLAN_ANNUAL, {
    date,
    time: meeting.time,
    where: meeting.where ?? '',
    whyMoved: whyAskedFor(subject),
    invitees: stillHere(subject, staffAmong(meeting.invitees)),
    ...guestsBefore(annualOf(subject), subject),
    ask: stillHere(
      subject,
      review.evidence.map((one) => one.who),
    ),
    evidenceBy: evidenceBefore(subject, review.evidence[0]?.dueBy, date),
    invitedOn,
    shortNotice: shortNotice?.why ?? '',
  });
}

/** A space and what to do where the staff list names no head: nothing is refused for it. */
const noHeadWords = ({ school, review }: FormSubject): string =>
  headsOf(school).length > 0 || review.noSchool
    ? ''
    : ' The staff list names no head: write below who is invited as head, and have the head’s role put in the school’s data.';

/** Where those stand who are no colleagues. */
const GUESTS = ['parents', 'head', 'laOfficer', 'health', 'socialCare', 'others'] as const;

/** Of an adult: nobody else decides who of the family comes. */
const THEIR_PARENTS =
  'The young person is 18 or over: ask them whether they want their parents invited, and add them under others if so.';

/** Said in the place of all that the head would have to do, and why. */
const HELD_BY_LA = 'The local authority holds this review: put in the day it has set, and whom it invites.';
const WHY_HELD_BY_LA =
  'The plan names no school, so the regulations require the local authority to hold this review and to invite everybody (SEND Regulations 2014, reg 21).';

/** By when everything written is to be had: a day after it is to be sent round is pointed out, as no school day is. */
const adviceDay = schoolDay<FormSubject>({
  ...ADVICE_DAY,
  asked: (subject) => !evidenceIsIn(subject.review) || adviceAwaited(annualOf(subject).outsiders).length > 0,
  also: (day, subject, { date = '' }) =>
    isLocalDate(date) ? tooLateToSendRound(day, date, subject) : undefined,
});

/** Sets an annual review's meeting: who is invited, and who is asked for evidence and advice; again, it changes them. */
export const planAnnualForm = stepForm({
  name: 'plan-annual',
  title: 'Set the meeting',
  open: 'Set the annual review',
  send: 'Set it and ask',
  words: ({ review }) => (evidenceIsIn(review) ? { send: 'Set it' } : {}),
  setsMeeting: true,
  ask: (subject) => {
    const { review } = subject;
    const { meeting } = review;
    const safe = `${lastSafeInShort(subject)}${noHeadWords(subject)}`;
    const { pupil, today } = subject;
    const joined = joinedWords(pupil, meeting?.date ?? meetingDay(subject), today);
    const early = earlyWords(subject);
    if (review.noSchool) return sentences(early, HELD_BY_LA, joined);
    const say = meeting
      ? `The meeting is on ${dayWords(meeting.date)} at ${meeting.time}. Please tell everybody invited of a change.${safe}`
      : `You invite those outside.${safe}`;
    return sentences(early, say, decidesOnParents(subject) ? THEIR_PARENTS : '', joined);
  },
  why: (subject) => {
    const { pupil, today, review } = subject;
    const day = review.meeting?.date ?? meetingDay(subject);
    const joined = joinedWords(pupil, day, today) && JOINED_WHY;
    if (review.noSchool) return sentences(WHY_HELD_BY_LA, joined);
    return sentences(`${lawfully(subject, day)}${lastSafeWords(subject)}`, joined);
  },
  notification: ({ review, begins }) =>
    begins ? 'Set the meeting of a new review' : `Set the meeting of review ${review.ref}`,
  questions: { ...PLAN_ANNUAL, date: dayOfMeeting, evidenceBy: adviceDay },
  values: (subject) => {
    const { meeting } = subject.review;
    return meeting ? asPlanned(subject, meeting) : suggested(subject);
  },
  isKept: ({ review }) => review.meeting !== undefined,
  oneThing: true,
  proposes: (subject) =>
    subject.review.meeting ? undefined : meetingProposed(suggested(subject), subject, GUESTS),
  command: (answer, subject, newId): PlanMeeting => ({
    type: 'plan-meeting',
    date: answer.date,
    time: answer.time,
    ...(answer.where && { where: answer.where }),
    invitees: answer.invitees.map((who) => ({ kind: 'staff', who })),
    ask: answer.ask,
    evidenceBy: answer.evidenceBy || evidenceByNow(subject, answer, evidenceDay),
    ...(subject.review.meeting && { whyMoved: answer.whyMoved }),
    annual: {
      outsiders: withIds(guestsIn(answer, subject), annualOf(subject).outsiders, newId),
      invitedOn: answer.invitedOn,
      shortNotice: answer.shortNotice,
    },
  }),
  said: meetingSet,
  tellsOutside: tellsOfMeeting,
});
