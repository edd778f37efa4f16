import { schoolYearOf } from '../domain/school/calendar.ts';
import { easter } from '../domain/school/easter.ts';
import type { DateRange, Term } from '../domain/school/school.ts';
import { type LocalDate, plusDays, weekday } from '../domain/time.ts';

const MONDAY = 1;
const FRIDAY = 5;

/** The first `day` of the week on or after `date`. */
const onOrAfter = (date: LocalDate, day: number) => plusDays(date, (day - weekday(date) + 7) % 7);
const onOrBefore = (date: LocalDate, day: number) => plusDays(date, -((weekday(date) - day + 7) % 7));
const weekFrom = (monday: LocalDate): DateRange => ({ start: monday, end: plusDays(monday, 4) });

// Nobody comes back on a Friday.
function firstSchoolDay(from: LocalDate): LocalDate {
  return weekday(from) >= MONDAY && weekday(from) < FRIDAY ? from : onOrAfter(from, MONDAY);
}

/** The three terms, as many an English school has them, of the school year that begins in September of `year`. */
function termsOf(year: number): readonly Term[] {
  const next = year + 1;
  const breakUp = plusDays(easter(next), -9);
  return [
    {
      name: `Autumn ${year}`,
      start: firstSchoolDay(`${year}-09-01`),
      end: onOrBefore(`${year}-12-21`, FRIDAY),
      halfTerm: weekFrom(onOrBefore(`${year}-10-28`, MONDAY)),
    },
    {
      name: `Spring ${next}`,
      start: firstSchoolDay(`${next}-01-04`),
      end: breakUp,
      halfTerm: weekFrom(onOrAfter(`${next}-02-12`, MONDAY)),
    },
    {
      name: `Summer ${next}`,
      start: plusDays(breakUp, 17),
      end: onOrBefore(`${next}-07-24`, FRIDAY),
      halfTerm: weekFrom(onOrBefore(`${next}-05-31`, MONDAY)),
    },
  ];
}

/**
 * The terms of the school years before, around and after `today`, the last of them as the guess that they are; the first day of
 * each year is for training.
 */
export function schoolYears(today: LocalDate): {
  readonly terms: readonly Term[];
  readonly insetDays: readonly LocalDate[];
} {
  const year = schoolYearOf(today);
  const next = termsOf(year + 1).map((term): Term => ({ ...term, guessed: true }));
  const years = [termsOf(year - 1), termsOf(year), next];
  return { terms: years.flat(), insetDays: years.flatMap(([autumn]) => (autumn ? [autumn.start] : [])) };
}
