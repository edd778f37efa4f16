import { compare, type LocalDate, plusDays } from '../time.ts';
import { schoolDayFrom, schoolYearOf, within } from './calendar.ts';
import { type HolidayName, holidaysOf, lastDayBefore } from './holidays.ts';
import type { DateRange, School } from './school.ts';

/** A school year and the ends of its first two terms, whatever a school calls its terms and however many it has. */
export interface SchoolYear extends DateRange {
  /** The last school day before the Christmas holidays, and the last before Easter's. */
  readonly autumnEnd: LocalDate;
  readonly springEnd: LocalDate;
  /** The first school days of autumn, spring and summer. */
  readonly termStarts: readonly LocalDate[];
}

/** The end of the terms where the school's own are not known: no rule sets it, and a later day would warn too late. */
const USUAL_ENDS = { Christmas: '12-20', Easter: '03-31' } as const;

/** A term that begins so late in August is the first of the next year. */
export const EARLIEST_START = '08-15';

/** The school year, by its September, that a term is of that begins on `start`. */
export const firstYearOf = (start: LocalDate): number =>
  Number(start.slice(0, 4)) - (start.slice(5) >= EARLIEST_START ? 0 : 1);

/**
 * The school year that `date` is in: 1 September to 31 August or, where the school's first term begins in late August, from
 * that day. The terms' ends are those of the school's calendar; where it has none of that year, 20 December and 31 March.
 */
export function schoolYearAt(school: School | undefined, date: LocalDate): SchoolYear {
  const year = schoolYearOf(date);
  const next = startOf(school, year + 1);
  if (date >= next) return yearFrom(school, year + 1);
  return yearFrom(school, year);
}

// A list of what is due asks for the same year for each of hundreds of pupils, and a school as stored never changes.
const KNOWN = new WeakMap<School, Map<number, SchoolYear>>();

function yearFrom(school: School | undefined, year: number): SchoolYear {
  if (!school) return reckoned(school, year);
  const known = KNOWN.get(school) ?? new Map<number, SchoolYear>();
  KNOWN.set(school, known);
  const found = known.get(year) ?? reckoned(school, year);
  known.set(year, found);
  return found;
}

function reckoned(school: School | undefined, year: number): SchoolYear {
  const start = startOf(school, year);
  const end = plusDays(startOf(school, year + 1), -1);
  const autumnEnd = endBefore('Christmas', school, { start, end }) ?? `${year}-${USUAL_ENDS.Christmas}`;
  const springEnd = endBefore('Easter', school, { start, end }) ?? `${year + 1}-${USUAL_ENDS.Easter}`;
  const firstOf = (day: LocalDate) => (school ? schoolDayFrom(school, day) : day);
  const termStarts = [start, plusDays(autumnEnd, 1), plusDays(springEnd, 1)].map(firstOf);
  return { start, end, autumnEnd, springEnd, termStarts };
}

function startOf(school: School | undefined, year: number): LocalDate {
  const september = `${year}-09-01`;
  const inAugust = { start: `${year}-${EARLIEST_START}`, end: september };
  const starts = (school?.terms ?? []).map(({ start }) => start).filter((start) => within(inAugust, start));
  return starts.sort(compare)[0] ?? september;
}

function endBefore(name: HolidayName, school: School | undefined, year: DateRange): LocalDate | undefined {
  if (!school) return undefined;
  const holiday = holidaysOf(school).find((one) => one.name === name && within(year, one.start));
  return holiday && lastDayBefore(school, holiday);
}
