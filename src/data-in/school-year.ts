import { schoolYearOf } from '../domain/school/calendar.ts';
import type { DateRange, Term } from '../domain/school/school.ts';
import { type LocalDate, plusDays, weekday } from '../domain/time.ts';

const MONDAY = 1;
const FRIDAY = 5;

const two = (n: number) => String(n).padStart(2, '0');

/** The first `day` of the week on or after `date`. */
const onOrAfter = (date: LocalDate, day: number) => plusDays(date, (day - weekday(date) + 7) % 7);
const onOrBefore = (date: LocalDate, day: number) => plusDays(date, -((weekday(date) - day + 7) % 7));
const weekFrom = (monday: LocalDate): DateRange => ({ start: monday, end: plusDays(monday, 4) });

// Nobody comes back on a Friday.
function firstSchoolDay(from: LocalDate): LocalDate {
  return weekday(from) >= MONDAY && weekday(from) < FRIDAY ? from : onOrAfter(from, MONDAY);
}

/** Easter Sunday (the anonymous Gregorian computation). */
function easter(year: number): LocalDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const rest = year % 100;
  const leap = Math.floor(century / 4);
  const moon = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - leap - moon + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(rest / 4) - epact - (rest % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const day = epact + weekdayShift - 7 * late + 114;
  return `${year}-${two(Math.floor(day / 31))}-${two((day % 31) + 1)}`;
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

/** The terms of the school years before, around and after `today`; the first day of each year is for training. */
export function schoolYears(today: LocalDate): {
  readonly terms: readonly Term[];
  readonly insetDays: readonly LocalDate[];
} {
  const year = schoolYearOf(today);
  const years = [year - 1, year, year + 1].map(termsOf);
  return { terms: years.flat(), insetDays: years.flatMap(([autumn]) => (autumn ? [autumn.start] : [])) };
}
