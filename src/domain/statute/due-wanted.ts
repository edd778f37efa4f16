import { yearWords } from '../language/year-words.ts';
import type { PlanKind } from '../plans/index.ts';
import { dayInNextHalfTerm, halfTermsOf } from '../school/half-terms.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import { compare, type LocalDate, plusDays, plusMonths, weekday } from '../time.ts';
import { type DuePupil, firstDay } from './due.ts';

/** Which reviews of those that are due somebody wants to see. What is left out asks for nothing. */
export interface DueWanted {
  readonly kinds?: readonly PlanKind[];
  /** Year groups as they are said: "Year 4", "Reception". */
  readonly years?: readonly string[];
  /** Up to the end of a time, or up to a day: what is overdue is always of it. */
  readonly by?: Period | LocalDate;
}

/** The last day of each time that can be asked for, as the school's calendar has it; undefined where it has no such time. */
const LAST_DAY = {
  overdue: (_school: School, today: LocalDate) => plusDays(today, -1),
  today: (_school: School, today: LocalDate) => today,
  'this week': (_school: School, today: LocalDate) => sundayFrom(today),
  'next week': (_school: School, today: LocalDate) => plusDays(sundayFrom(today), 7),
  'this month': (_school: School, today: LocalDate) => endOfMonth(today, 1),
  'next month': (_school: School, today: LocalDate) => endOfMonth(today, 2),
  'this half-term': (school: School, today: LocalDate) => halfTermEnd(school, today),
  'next half-term': (school: School, today: LocalDate) =>
    halfTermEnd(school, dayInNextHalfTerm(school, halfTermEnd(school, today), 0)),
  'this term': ({ terms }: School, today: LocalDate) =>
    terms
      .map(({ end }) => end)
      .filter((end) => end >= today)
      .sort(compare)[0],
} satisfies Record<string, (school: School, today: LocalDate) => LocalDate | undefined>;

/** A time that can be asked for. */
export type Period = keyof typeof LAST_DAY;

/** Whether a word names a time that can be asked for. */
export const isPeriod = (word: string): word is Period => Object.hasOwn(LAST_DAY, word);
/** The times that can be asked for. */
export const PERIODS: readonly Period[] = Object.keys(LAST_DAY).filter(isPeriod);

/**
 * The last day that is asked for, at the school; undefined where its calendar does not have it. In a holiday, this half-term
 * is the one that begins next.
 */
export function lastDayWanted(
  by: Period | LocalDate,
  school: School,
  today: LocalDate,
): LocalDate | undefined {
  return isPeriod(by) ? LAST_DAY[by](school, today) : by;
}

const sundayFrom = (date: LocalDate): LocalDate => plusDays(date, (7 - weekday(date)) % 7);
const endOfMonth = (date: LocalDate, months: number): LocalDate =>
  plusDays(plusMonths(`${date.slice(0, 7)}-01`, months), -1);

/** Beyond the terms imported, the day before the next half-term usually begins. */
function halfTermEnd(school: School, date: LocalDate): LocalDate {
  const known = halfTermsOf(school).find(({ end }) => end >= date)?.end;
  return known ?? plusDays(dayInNextHalfTerm(school, date, 0), -1);
}

/** Whether a pupil's plan is of the kinds and years that are wanted. */
export function isOfThose(pupil: Pupil, kind: PlanKind, { kinds, years }: DueWanted): boolean {
  return (kinds?.includes(kind) ?? true) && (years?.includes(yearWords(pupil.yearGroup)) ?? true);
}

/** Whether something is to be done about it by the last day that is wanted: the meeting held, a decision chased, the review. */
export function isWanted(
  { pupil, due }: DuePupil,
  wanted: DueWanted,
  school: School,
  today: LocalDate,
): boolean {
  const last = wanted.by && lastDayWanted(wanted.by, school, today);
  return isOfThose(pupil, due.kind, wanted) && (last === undefined || (!due.quiet && firstDay(due) <= last));
}
