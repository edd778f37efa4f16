import { z } from 'zod';
import { choiceTitle, count, dayWords, nameOf, staffChoices } from '../cards/words.ts';
import { isPresent } from '../domain/absence.ts';
import { addSchoolDays } from '../domain/calendar.ts';
import type { PersonId, School } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { NotThere } from './asking.ts';
import { dayOrNone, oneAmong } from './fields.ts';
import { presentStaff } from './people.ts';
import { makeSchoolForm, type SchoolSubject } from './school-form.ts';

/** Room for whoever takes on what is overdue already. */
const MORE_SCHOOL_DAYS = 5;
/** So many are named; the others are counted. */
const NAMED = 8;

/** The day of what is overdue already, once somebody else has it. */
export function dayForOverdue(school: School, today: LocalDate): LocalDate {
  return addSchoolDays(school, today, MORE_SCHOOL_DAYS);
}

/** Who may take them on: colleagues who are there, and not the one who has them. */
const takers = ({ school, about, today }: SchoolSubject) =>
  presentStaff(school).filter((one) => one !== about && isPresent(school, one, today));

function giverOf(subject: SchoolSubject): PersonId {
  const { about, actions } = subject;
  if (!about || !actions.length || !takers(subject).length) throw new NotThere('nothing to give away');
  return about;
}

function whatOf({ actions }: SchoolSubject): { text: string }[] {
  const rows = actions.slice(0, NAMED).map(({ action }) => ({ text: `– ${choiceTitle(action.what)}` }));
  const more = actions.length - rows.length;
  return [...rows, ...(more > 0 ? [{ text: `– and ${more} more` }] : [])];
}

/** All open actions of one colleague go to another: whose day each keeps, or one day for all. */
export const bulkReassign = makeSchoolForm({
  name: 'bulk-reassign',
  title: 'Give to another',
  open: 'Give open actions to somebody else',
  send: 'Give them',
  line: (subject) => `${nameOf(subject.school, giverOf(subject))} · ${subject.school.name}`,
  ask: ({ actions, school, today }) => {
    const late = actions.filter(({ action }) => action.due < today).length;
    const all = `${count(actions.length, 'open action')} of theirs will go to one colleague, who is told of ${actions.length === 1 ? 'it' : 'each'}.`;
    const day = dayWords(dayForOverdue(school, today));
    return late
      ? `${all} Unless you choose a day for all, what is overdue (${late}) gets until ${day}.`
      : all;
  },
  notification: () => 'SEND reviews: give open actions to somebody else',
  data: (subject) => ({
    what: whatOf(subject),
    staff: staffChoices(subject.school).filter(({ value }) => takers(subject).includes(value)),
  }),
  schema: (subject) =>
    z.object({
      to: oneAmong(takers(subject), 'Please choose one colleague who is not away.'),
      due: dayOrNone().refine(
        (date) => date === '' || date >= subject.today,
        'That day has passed. Please choose today or a later day, or leave it out.',
      ),
    }),
  // Also when there is nothing left to give: the form may have been sent before.
  command: ({ to, due }, { about = '' }) => ({
    type: 'give-away',
    from: about,
    to,
    ...(due ? { due } : {}),
  }),
  freeText: false,
});
