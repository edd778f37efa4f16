import { addSchoolDays, isSchoolDay } from '../domain/calendar.ts';
import type { School } from '../domain/school.ts';
import { type LocalDate, plusDays } from '../domain/time.ts';

/** `date`, where it is a school day, else the last one before it. */
export function schoolDayBy(school: School, date: LocalDate): LocalDate {
  return isSchoolDay(school, date) ? date : addSchoolDays(school, date, -1);
}

/** `date`, where it is a school day, else the next one after it. */
export function schoolDayFrom(school: School, date: LocalDate): LocalDate {
  return isSchoolDay(school, date) ? date : addSchoolDays(school, date, 1);
}

/** The school day nearest to `ago` days before `today` that is at least `least` days ago; the earlier of two. */
export function schoolDayAgo(school: School, today: LocalDate, ago: number, least: number): LocalDate {
  for (let off = 0; ; off++) {
    const [before, after] = [plusDays(today, -ago - off), plusDays(today, -ago + off)];
    if (isSchoolDay(school, before)) return before;
    if (ago - off >= least && isSchoolDay(school, after)) return after;
  }
}
