import { z } from 'zod';
import { dayWords, pupilName, staffChoices } from '../cards/words.ts';
import { isYoungPerson } from '../domain/addressee.ts';
import type { InviteeRole } from '../domain/annual.ts';
import { addSchoolDays, isSchoolDay, nextSchoolDay } from '../domain/calendar.ts';
import type { Review } from '../domain/review.ts';
import type { PersonId, School } from '../domain/school.ts';
import { type LocalDate, plusDays } from '../domain/time.ts';
import { besides, day, neededText, pastDay, severalAmong, someAmong, text, time } from './fields.ts';
import { type FormSubject, makeForm } from './form.ts';
import { annualOf } from './invited.ts';
import { type Guest, guestIn, guestLine, linesOf, onceEach, withIds } from './outsiders.ts';
import { presentStaff } from './people.ts';

/** Long enough for four weeks of advice to be asked, and to be sent round two weeks before. */
const MEETING_IN_DAYS = 35;
const EVIDENCE_DAYS_BEFORE = 17;
/** So many can be recorded as present or away on one form, in any chat. */
const MOST_INVITED = 25;

/** The boxes for those the law names, and the role of those in each (SEND Regulations 2014, reg 20(2)). */
const rolesOf = ({ pupil, today }: FormSubject) =>
  ({
    parents: isYoungPerson(pupil.dateOfBirth, today) ? 'young-person' : 'parent',
    laOfficer: 'la-sen-officer',
    health: 'health',
    socialCare: 'social-care',
    head: 'head',
  }) as const satisfies Record<string, InviteeRole>;

type Box = keyof ReturnType<typeof rolesOf>;
const BOXES: readonly Box[] = ['parents', 'laOfficer', 'health', 'socialCare', 'head'];

/** Those the answer invites from outside the staff list. */
function guestsIn(answer: Readonly<Record<Box | 'others', string>>, subject: FormSubject): Guest[] {
  const roles = rolesOf(subject);
  const named = BOXES.flatMap((box) => linesOf(answer[box]).map((name) => ({ role: roles[box], name })));
  return onceEach([...named, ...linesOf(answer.others).map(guestIn)]);
}

/** Who is invited already, each in their box. */
function guestsBefore(subject: FormSubject): Record<string, string> {
  const { outsiders } = annualOf(subject);
  const roles = rolesOf(subject);
  const inBoxes = Object.values<InviteeRole>(roles);
  const boxes = BOXES.map((box) => [
    box,
    outsiders.flatMap(({ role, name }) => (role === roles[box] ? [name] : [])).join('\n'),
  ]);
  const others = outsiders.filter(({ role }) => !inBoxes.includes(role)).map(guestLine);
  return { ...Object.fromEntries(boxes), others: others.join('\n') };
}

/** Whoever is likely to be invited: the SENCO puts in the names they know. */
function likelyGuests(subject: FormSubject): Record<string, string> {
  const { pupil, school } = subject;
  const { la } = annualOf(subject);
  const young = rolesOf(subject).parents === 'young-person';
  return {
    parents: young ? pupilName(pupil) : 'Parents or carers',
    laOfficer: la ? `SEN officer, ${la}` : 'SEN officer',
    health: 'Designated clinical officer',
    socialCare: 'Social care officer',
    head: leadersOf(school).length === 1 ? '' : 'Head teacher',
    others: young ? guestLine({ role: 'parent', name: 'Parents or carers' }) : '',
  };
}

const leadersOf = (school: School): PersonId[] => {
  const leaders = school.staff.filter(({ role, left }) => role === 'leader' && !left);
  return leaders.map(({ email }) => email);
};

function suggested(subject: FormSubject): Record<string, string> {
  const { school, pupil, today, who, review } = subject;
  const here = presentStaff(school);
  const keyStaff = pupil.keyStaff.filter((one) => here.includes(one));
  const leaders = leadersOf(school);
  const asked = review.evidence.map((one) => one.who).filter((one) => here.includes(one));
  const date = meetingDay(subject);
  return {
    date,
    time: '14:00',
    invitees: [...new Set([who, ...(leaders.length === 1 ? leaders : []), ...keyStaff])].join(','),
    ...(annualOf(subject).outsiders.length ? guestsBefore(subject) : likelyGuests(subject)),
    ask: (asked.length ? asked : keyStaff).join(','),
    evidenceBy: evidenceDay(school, date, today),
    invitedOn: today,
  };
}

/** The first school day five weeks on. */
function meetingDay({ school, today }: FormSubject): LocalDate {
  return nextSchoolDay(school, plusDays(today, MEETING_IN_DAYS - 1));
}

/** Early enough to be sent round with all advice; or today, where that has passed. */
function evidenceDay(school: School, meeting: LocalDate, today: LocalDate): LocalDate {
  const wanted = plusDays(meeting, -EVIDENCE_DAYS_BEFORE);
  const atSchool = isSchoolDay(school, wanted) ? wanted : addSchoolDays(school, wanted, -1);
  const day = atSchool < today ? wanted : atSchool;
  return day < today ? today : day;
}

function asPlanned(subject: FormSubject, meeting: NonNullable<Review['meeting']>): Record<string, string> {
  const { school, today, review } = subject;
  const here = presentStaff(school);
  const stillHere = (people: readonly PersonId[]) => people.filter((one) => here.includes(one)).join(',');
  return {
    date: meeting.date,
    time: meeting.time,
    invitees: stillHere(meeting.invitees.flatMap((one) => (one.kind === 'staff' ? [one.who] : []))),
    ...guestsBefore(subject),
    ask: stillHere(review.evidence.map((one) => one.who)),
    evidenceBy: review.evidence[0]?.dueBy ?? evidenceDay(school, meeting.date, today),
    invitedOn: annualOf(subject).invitedOn ?? today,
    shortNotice: annualOf(subject).shortNotice?.why ?? '',
  };
}

/** Sets an annual review's meeting: who is invited, and who is asked for evidence and advice; again, it changes them. */
export const planAnnual = makeForm({
  name: 'plan-annual',
  does: 'plan-meeting',
  title: 'Set the meeting',
  open: 'Set the annual review',
  send: 'Set it and ask',
  ask: ({ review }) =>
    review.meeting
      ? `The meeting is on ${dayWords(review.meeting.date)} at ${review.meeting.time}. Everybody invited must hear of a change.`
      : 'Everybody invited has at least two weeks’ notice. You invite those outside; each colleague asked for evidence gets a private form.',
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
      parents: neededText('Please say who is invited here.', 300),
      laOfficer: neededText('Please say who is invited from the local authority.', 300),
      health: neededText('Please say who is invited from health.', 300),
      socialCare: neededText('Please say who is invited from social care.', 300),
      head: text(300),
      others: text(1000),
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
