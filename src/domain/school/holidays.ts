import { compare, daysBetween, type LocalDate, plusDays } from '../time.ts';
import { bankHolidayName } from './bank-holidays.ts';
import { holidaysEnd, schoolDayBy, schoolDayFrom, within } from './calendar.ts';
import type { DateRange, School, Term } from './school.ts';

/** What a stretch of days without school is called; 'school' is one that has no name of its own. */
export type HolidayName = 'half-term' | 'Christmas' | 'Easter' | 'summer' | 'school';

/** Days in a row without school: in the middle of a term, or between terms. First and last day, both included. */
export interface Holiday extends DateRange {
  readonly name: HolidayName;
}

/** A week with the weekends on both sides: where a year has six terms, that is what lies between two of them. */
const LONGEST_HALF_TERM = 9;

const daysOf = ({ start, end }: DateRange): LocalDate[] =>
  Array.from({ length: daysBetween(start, end) + 1 }, (_, at) => plusDays(start, at));

/** What holidays between two terms are called, by what lies in them. */
function nameOf(range: DateRange): HolidayName {
  const days = daysOf(range);
  const has = (wanted: (day: LocalDate) => boolean) => days.some(wanted);
  if (has((day) => day.endsWith('-12-25'))) return 'Christmas';
  if (has((day) => day.endsWith('-08-01'))) return 'summer';
  if (has((day) => bankHolidayName(day) === 'Easter Monday')) return 'Easter';
  if (days.length <= LONGEST_HALF_TERM) return 'half-term';
  return has((day) => day.slice(5, 7) === '04') ? 'Easter' : 'school';
}

const inOrder = ({ terms }: School): Term[] => [...terms].sort((a, b) => compare(a.start, b.start));

/** The holidays of the terms that were imported, in order; the last are those after the last term, as long as they are taken to be. */
export function holidaysOf(school: School): readonly Holiday[] {
  const terms = inOrder(school);
  return terms.flatMap(({ halfTerm, end }, at) => {
    const next = terms[at + 1];
    const after = { start: plusDays(end, 1), end: next ? plusDays(next.start, -1) : holidaysEnd(end) };
    return [
      ...(halfTerm ? [{ ...halfTerm, name: 'half-term' as const }] : []),
      ...(after.start <= after.end ? [{ ...after, name: nameOf(after) }] : []),
    ];
  });
}

/** The holiday that `date` lies in; undefined in term, and before the first term that was imported. */
export function holidayAt(school: School, date: LocalDate): Holiday | undefined {
  return holidaysOf(school).find((each) => within(each, date));
}

/** The last school day before a holiday. */
export function lastDayBefore(school: School, { start }: Holiday): LocalDate {
  return schoolDayBy(school, plusDays(start, -1));
}

/** The first school day after a holiday; undefined after the last term that was imported, when nobody knows. */
export function firstDayAfter(school: School, { end }: Holiday): LocalDate | undefined {
  return school.terms.some((term) => term.end > end) ? schoolDayFrom(school, plusDays(end, 1)) : undefined;
}

/** A term's first and last school day, which an INSET day or a closure may have moved. */
export interface TermDays {
  readonly name: string;
  readonly first: LocalDate;
  readonly last: LocalDate;
}

/** The terms that were imported, in order, with the days on which there is school first and last. */
export function termDays(school: School): readonly TermDays[] {
  return inOrder(school).map(({ name, start, end }) => ({
    name,
    first: schoolDayFrom(school, start),
    last: schoolDayBy(school, end),
  }));
}
