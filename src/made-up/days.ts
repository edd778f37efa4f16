import { isSchoolDay, schoolDayBy } from '../domain/school/calendar.ts';
import type { School } from '../domain/school/school.ts';
import { type LocalDate, plusDays } from '../domain/time.ts';

/** Longer than any holiday. */
const FURTHEST_OFF = 62;

/**
 * The school day nearest to `ago` days before `today` that is at least `least` days ago; the earlier of two. Where the terms
 * begin later than that, the last weekday up to then.
 */
export function schoolDayAgo(school: School, today: LocalDate, ago: number, least: number): LocalDate {
  for (let off = 0; off <= FURTHEST_OFF; off++) {
    const [before, after] = [plusDays(today, -ago - off), plusDays(today, -ago + off)];
    if (isSchoolDay(school, before)) return before;
    if (ago - off >= least && isSchoolDay(school, after)) return after;
  }
  return schoolDayBy(school, plusDays(today, -ago));
}
