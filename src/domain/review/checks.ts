import { membership } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import { type LocalDate, plusMonths } from '../time.ts';
import { type Refusal, refusal } from './decision.ts';

// Each check gives the refusal, or undefined when all is well; they are joined with `??`.

/** The furthest ahead a meeting or an action can be: a slip of the year is far likelier than a plan beyond one. */
const FURTHEST_MONTHS = 12;

// Making one takes a hundred times as long as using it.
const LONG_DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });

/** A day as people say it: "21 November 2026". */
export function dayInWords(date: LocalDate): string {
  return LONG_DAY.format(new Date(date));
}

/** Today or later, and within a year. */
export function checkAhead(date: LocalDate, today: LocalDate, field: string): Refusal | undefined {
  if (date < today) {
    return refusal('date-past', `${dayInWords(date)} has passed. Choose today or a later day.`, { field });
  }
  const last = plusMonths(today, FURTHEST_MONTHS);
  if (date <= last) return undefined;
  return refusal('date-too-late', `That is more than a year away. Choose a day up to ${dayInWords(last)}.`, {
    field,
  });
}

/** A day that support starts on: within a year of today, before or after. */
export function checkStart(date: LocalDate, today: LocalDate, field: string): Refusal | undefined {
  const first = plusMonths(today, -FURTHEST_MONTHS);
  if (date >= first) return date < today ? undefined : checkAhead(date, today, field);
  const say = `That is more than a year ago. Choose a day from ${dayInWords(first)} on.`;
  return refusal('date-past', say, { field });
}

/** Something is said: not only blanks. */
export function checkWords(text: string, field: string, say: string): Refusal | undefined {
  return text.trim() === '' ? refusal('words-missing', say, { field }) : undefined;
}

/** Everybody is on the school's staff list today. */
export function checkStaff(people: readonly PersonId[], school: School, field: string): Refusal | undefined {
  const stranger = people.find((person) => !membership(school, person));
  if (stranger === undefined) return undefined;
  const former = school.staff.find(({ email }) => email === stranger);
  const say = former
    ? `${former.name} is no longer on the school’s staff list. Choose somebody who is.`
    : 'Somebody chosen is not on the school’s staff list. Choose a member of staff; they can follow it up with others.';
  return refusal('not-staff', say, { field });
}
