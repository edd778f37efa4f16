import type { School } from '../../src/domain/school/school.ts';
import { type LocalDate, plusDays, weekday } from '../../src/domain/time.ts';
import { aSchool } from '../support/builders.ts';

/** The days before and after which nothing happens in the journey. */
export const YEAR = { from: '2026-09-01', to: '2027-07-31' } as const;

/** The bot is not running on these days: two in a row, and the last one before Easter. */
export const DOWN: readonly LocalDate[] = ['2026-11-10', '2026-11-11', '2027-03-25'];

const INSET = ['2026-09-01', '2026-11-24', '2027-01-04', '2027-06-25'];
// A frozen boiler on a Thursday and a Friday, and snow from a Tuesday to a Friday.
const CLOSED = ['2027-02-04', '2027-02-05', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05'];

// Given in good time, so that nobody is asked for them in June.
const NEXT_YEAR = [
  { name: 'Autumn 2027', start: '2027-09-01', end: '2027-12-17' },
  { name: 'Summer 2028', start: '2028-04-24', end: '2028-07-21' },
];

/** The builders' terms, with days off at awkward places, and these people. */
export const yearSchool = (staff: School['staff']): School =>
  aSchool({ terms: [...aSchool().terms, ...NEXT_YEAR], insetDays: INSET, closures: CLOSED, staff });

/** Written down by hand, as on the school's wall: first and last days without school, in term time or between terms. */
const NO_SCHOOL: readonly (readonly [LocalDate, LocalDate])[] = [
  ['2026-09-01', '2026-09-01'],
  ['2026-10-26', '2026-10-30'],
  ['2026-11-24', '2026-11-24'],
  ['2026-12-19', '2027-01-04'],
  ['2027-02-04', '2027-02-05'],
  ['2027-02-15', '2027-02-19'],
  ['2027-03-02', '2027-03-05'],
  ['2027-03-26', '2027-04-11'],
  // The early May bank holiday.
  ['2027-05-03', '2027-05-03'],
  ['2027-05-31', '2027-06-04'],
  ['2027-06-25', '2027-06-25'],
  ['2027-07-22', '2027-08-31'],
];

export function isSchool(day: LocalDate): boolean {
  return ![0, 6].includes(weekday(day)) && !NO_SCHOOL.some(([first, last]) => first <= day && day <= last);
}

function daysFrom(first: LocalDate, last: LocalDate): LocalDate[] {
  const days: LocalDate[] = [];
  for (let day = first; day <= last; day = plusDays(day, 1)) days.push(day);
  return days;
}

/** Every calendar day of the journey. */
export const CALENDAR = daysFrom(YEAR.from, YEAR.to);

// The autumn after is in it, so that one can count ahead from July.
const SCHOOL_DAYS = daysFrom(YEAR.from, '2027-09-30').filter(isSchool);

/** The first school day after `day`. */
export const schoolDayAfter = (day: LocalDate): LocalDate => SCHOOL_DAYS.find((one) => one > day) ?? day;

/** The school days after `after`, up to and with `until`. */
export const schoolDaysIn = (after: LocalDate, until: LocalDate) =>
  SCHOOL_DAYS.filter((day) => after < day && day <= until);

/** Where a due date counts: the day itself, or the last school day before it. */
export const dueAtSchool = (due: LocalDate) => SCHOOL_DAYS.findLast((day) => day <= due) ?? '';

/** How many school days `to` is after `from`, both school days; negative when it is before. */
export const daysAhead = (from: LocalDate, to: LocalDate) =>
  SCHOOL_DAYS.indexOf(to) - SCHOOL_DAYS.indexOf(from);

/**
 * Whether what is overdue is mentioned on this school day. Tuesdays and Thursdays; without school, the next school day of
 * that week in their stead; in a week that would have neither, its last school day.
 */
export function remindsOfOverdue(day: LocalDate): boolean {
  const monday = plusDays(day, -(weekday(day) - 1));
  const week = schoolDaysIn(plusDays(monday, -1), plusDays(monday, 4));
  const stead = [1, 3].map((n) => week.find((one) => one >= plusDays(monday, n)));
  const some = stead.some((one) => one !== undefined);
  return some ? stead.includes(day) : week.at(-1) === day;
}
