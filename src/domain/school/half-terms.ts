import { compare, type LocalDate, plusDays } from '../time.ts';
import { isSchoolDay, schoolDayBy, schoolDayFrom, schoolYearOf, within } from './calendar.ts';
import type { DateRange, School } from './school.ts';
import { schoolYearAt } from './school-year.ts';

/** When half-terms usually begin in England, month and day: for what lies beyond the terms that were imported. */
const USUALLY_BEGIN = ['01-06', '02-22', '04-18', '06-05', '09-01', '11-01'] as const;

/** The halves of the terms that were imported, in order; a term without a holiday in its middle is one, as where a year has six. */
export function halfTermsOf({ terms }: Pick<School, 'terms'>): readonly DateRange[] {
  return terms
    .toSorted((a, b) => compare(a.start, b.start))
    .flatMap(({ start, end, halfTerm }) =>
      halfTerm
        ? [
            { start, end: plusDays(halfTerm.start, -1) },
            { start: plusDays(halfTerm.end, 1), end },
          ]
        : [{ start, end }],
    );
}

/**
 * The first school days of the half-terms of the school year that `date` is in, in order: six, for most schools. Where the
 * school's calendar has no term of that year, the first school day from each of six usual days.
 */
export function halfTermStarts(school: School, date: LocalDate): readonly LocalDate[] {
  const year = schoolYearAt(school, date);
  const terms = school.terms.filter(({ start }) => within(year, start));
  const begins = terms.length
    ? halfTermsOf({ terms }).map(({ start }) => start)
    : usualIn(schoolYearOf(year.end));
  return begins.map((day) => schoolDayFrom(school, day)).sort(compare);
}

/**
 * A day in the first half-term that begins after `date`: so many calendar days into it, or the next school day; the last
 * school day of one that is shorter. Beyond the terms imported the usual half-terms stand in, so that nothing is forgotten
 * where next year's terms are.
 */
export function dayInNextHalfTerm(school: School, date: LocalDate, days: number): LocalDate {
  for (const { start, end } of halfTermsOf(school)) {
    if (start <= date) continue;
    const wanted = schoolDayFrom(school, plusDays(start, days));
    const day = wanted <= end ? wanted : schoolDayBy(school, end);
    if (day >= start && isSchoolDay(school, day)) return day;
  }
  const known = halfTermsOf(school).at(-1)?.end ?? date;
  return schoolDayFrom(school, plusDays(usualAfter(known > date ? known : date), days));
}

/** The usual days of the school year that begins in September of `year`. */
const usualIn = (year: number): LocalDate[] =>
  USUALLY_BEGIN.map((day) => `${day >= '09' ? year : year + 1}-${day}`);

function usualAfter(date: LocalDate): LocalDate {
  const year = schoolYearOf(date);
  const begins = [...usualIn(year), ...usualIn(year + 1)].sort(compare);
  return begins.find((day) => day > date) ?? date;
}
