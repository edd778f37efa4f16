import { z } from 'zod';
import { dayWords, staffChoices } from '../cards/words.ts';
import { staffAmong } from '../domain/invitees.ts';
import type { Review } from '../domain/review.ts';
import type { PersonId } from '../domain/school.ts';
import { evidenceDay, lastSafeWords, lawfully, meetingDay } from './annual-dates.ts';
import { besides, day, neededText, pastDay, severalAmong, someAmong, text, time } from './fields.ts';
import { type FormSubject, makeForm } from './form.ts';
import { BOX, guestsBefore, guestsIn, likelyGuests, OTHERS, rolesOf } from './guest-boxes.ts';
import { annualOf } from './invited.ts';
import { withIds } from './outsiders.ts';
import { leadersOf, presentStaff } from './people.ts';

/** So many can be recorded as present or away on one form, in any chat. */
const MOST_INVITED = 25;

/** Of these the ones who are still at the school, as a choice of several. */
function stillHere({ school }: FormSubject, people: readonly PersonId[]): string {
  const here = presentStaff(school);
  return [...new Set(people)].filter((one) => here.includes(one)).join(',');
}

/** Before there is a meeting: who was invited and asked to one that was called off, else who is likely to be. */
function suggested(subject: FormSubject): Record<string, string> {
  const { school, pupil, today, who, review } = subject;
  const off = review.earlierMeetings?.at(-1);
  const leaders = leadersOf(school);
  const likely = [who, ...(leaders.length === 1 ? leaders : []), ...pupil.keyStaff];
  const date = meetingDay(subject);
  return {
    date,
    time: off?.time ?? '14:00',
    invitees: stillHere(subject, off ? staffAmong(off.invitees) : likely),
    ...(off ? guestsBefore(subject) : likelyGuests(subject)),
    ask: stillHere(subject, off ? review.evidence.map((one) => one.who) : pupil.keyStaff),
    evidenceBy: evidenceDay(subject, date),
    invitedOn: today,
  };
}

function asPlanned(subject: FormSubject, meeting: NonNullable<Review['meeting']>): Record<string, string> {
  const { today, review } = subject;
  const { invitedOn = today, shortNotice } = annualOf(subject);
  return {
    date: meeting.date,
    time: meeting.time,
    invitees: stillHere(subject, staffAmong(meeting.invitees)),
    ...guestsBefore(subject),
    ask: stillHere(
      subject,
      review.evidence.map((one) => one.who),
    ),
    evidenceBy: review.evidence[0]?.dueBy ?? evidenceDay(subject, meeting.date),
    invitedOn,
    shortNotice: shortNotice?.why ?? '',
  };
}

/** Sets an annual review's meeting: who is invited, and who is asked for evidence and advice; again, it changes them. */
export const planAnnual = makeForm({
  name: 'plan-annual',
  does: 'plan-meeting',
  title: 'Set the meeting',
  open: 'Set the annual review',
  send: 'Set it and ask',
  ask: (subject) => {
    const { meeting } = subject.review;
    const safe = lastSafeWords(subject);
    return meeting
      ? `The meeting is on ${dayWords(meeting.date)} at ${meeting.time}. Everybody invited must hear of a change. ${lawfully(subject, meeting.date)}${safe}`
      : `You invite those outside; each colleague asked for evidence gets a private form. ${lawfully(subject, meetingDay(subject))}${safe}`;
  },
  notification: ({ review }) => `Set the meeting of review ${review.ref}`,
  data: (subject) => ({
    staff: staffChoices(subject.school),
    moving: subject.review.meeting !== undefined,
    young: rolesOf(subject).parents === 'young-person',
  }),
  values: (subject) => {
    const { meeting } = subject.review;
    return meeting ? asPlanned(subject, meeting) : suggested(subject);
  },
  schema: (subject) => {
    const { school, review, today } = subject;
    const staff = presentStaff(school);
    const fields = {
      date: day('Please choose the day of the meeting.'),
      time: time(),
      invitees: severalAmong(staff, 'Please choose colleagues from the staff list.'),
      parents: neededText('Please say who is invited here.', BOX),
      laOfficer: neededText('Please say who is invited from the local authority.', BOX),
      health: neededText('Please say who is invited from health.', BOX),
      socialCare: neededText('Please say who is invited from social care.', BOX),
      head: text(BOX),
      others: text(OTHERS),
      ask: someAmong(staff, 'Please choose at least one colleague from the staff list.'),
      evidenceBy: day('Please choose the day the evidence is wanted by.'),
      invitedOn: pastDay(today, 'Please choose the day they are invited.'),
      shortNotice: text(1000),
    };
    const form = review.meeting ? z.object({ ...fields, whyMoved: text(1000) }) : z.object(fields);
    return form.refine(
      ({ invitees, ...answer }) => invitees.length + guestsIn(answer, subject).length <= MOST_INVITED,
      {
        path: ['others'],
        message: `Please invite at most ${MOST_INVITED} people; one line can name a team.`,
        ...besides,
      },
    );
  },
  command: (answer, subject, newId) => ({
    type: 'plan-meeting',
    date: answer.date,
    time: answer.time,
    invitees: answer.invitees.map((who) => ({ kind: 'staff' as const, who })),
    ask: answer.ask,
    evidenceBy: answer.evidenceBy,
    ...('whyMoved' in answer ? { whyMoved: String(answer.whyMoved) } : {}),
    annual: {
      outsiders: withIds(guestsIn(answer, subject), annualOf(subject).outsiders, newId),
      invitedOn: answer.invitedOn,
      shortNotice: answer.shortNotice,
    },
  }),
});
