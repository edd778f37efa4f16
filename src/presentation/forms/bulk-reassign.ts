import { dayWords } from '../../domain/language/days.ts';
import { nameOf } from '../../domain/language/people.ts';
import { count, listed } from '../../domain/language/words.ts';
import { NotThere } from '../../domain/questions/not-there.ts';
import { addSchoolDays } from '../../domain/school/calendar.ts';
import { BULK_REASSIGN, takers } from '../../domain/school/questions/bulk-reassign.ts';
import type { PersonId, School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import { makeSchoolForm, type SchoolSubject } from './school-form.ts';

/** Room for whoever takes on what is overdue already. */
const MORE_SCHOOL_DAYS = 5;

/** The day of what is overdue already, once somebody else has it. */
export function dayForOverdue(school: School, today: LocalDate): LocalDate {
  return addSchoolDays(school, today, MORE_SCHOOL_DAYS);
}

function giverOf(subject: SchoolSubject): PersonId {
  const { about, actions, charges } = subject;
  if (!about || !(actions.length || charges.length) || !takers(subject).length)
    throw new NotThere('nothing to give away');
  return about;
}

/** All that one colleague answers for goes to another: each with its own day, or one day for all actions. */
export const bulkReassign = makeSchoolForm({
  name: 'bulk-reassign',
  title: 'Give to another',
  open: 'Give open actions to somebody else',
  send: 'Give them',
  line: (subject) => `${nameOf(subject.school, giverOf(subject))} · ${subject.school.name}`,
  ask: ({ actions, charges, school, today }) => {
    const late = actions.filter(({ action }) => action.due < today).length;
    const of = (what: string) => charges.filter((one) => one.what === what).length;
    const [support, requests] = [of('support'), of('request')];
    const counted = listed([
      ...(actions.length ? [count(actions.length, 'open action')] : []),
      ...(support ? [count(support, 'piece of support', 'pieces of support')] : []),
      ...(requests ? [`${count(requests, 'request')} to send`] : []),
    ]);
    const one = actions.length + charges.length === 1;
    const all = `${counted} of theirs will go to one colleague, who is told of ${one ? 'it' : 'each'}${requests ? '; what is to be sent stands in their list' : ''}.`;
    const day = dayWords(dayForOverdue(school, today));
    return late
      ? `${all} Unless you choose a day for all, what is overdue (${late}) gets until ${day}.`
      : all;
  },
  notification: () => 'SEND reviews: give open actions to somebody else',
  questions: BULK_REASSIGN,
  // Also when there is nothing left to give: the form may have been sent before.
  command: ({ to, due }, { about = '' }) => ({
    type: 'give-away',
    from: about,
    to,
    ...(due ? { due } : {}),
  }),
  freeText: false,
});
