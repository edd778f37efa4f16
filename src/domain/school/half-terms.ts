import { compare, type LocalDate, plusDays } from '../time.ts';
import { isSchoolDay, schoolDayBy, schoolDayFrom } from './calendar.ts';
import type { DateRange, School } from './school.ts';

/** When half-terms usually begin in England, month and day: for what lies beyond the terms that were imported. */
const USUALLY_BEGIN = ['01-06', '02-22', '04-20', '06-03', '09-01', '11-01'] as const;

/** The halves of the terms that were imported, in order; a term without a holiday in its middle is one, as where a year has six. */
export function halfTermsOf({ terms }: School): readonly DateRange[] {
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

function usualAfter(date: LocalDate): LocalDate {
  const year = Number(date.slice(0, 4));
  const begins = [year, year + 1].flatMap((each) => USUALLY_BEGIN.map((day) => `${each}-${day}`));
  return begins.find((day) => day > date) ?? date;
}
