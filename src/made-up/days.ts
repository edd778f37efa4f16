import { isSchoolDay } from '../domain/school/calendar.ts';
import type { School } from '../domain/school/school.ts';
import { type LocalDate, plusDays } from '../domain/time.ts';

/** The school day nearest to `ago` days before `today` that is at least `least` days ago; the earlier of two. */
export function schoolDayAgo(school: School, today: LocalDate, ago: number, least: number): LocalDate {
  for (let off = 0; ; off++) {
    const [before, after] = [plusDays(today, -ago - off), plusDays(today, -ago + off)];
    if (isSchoolDay(school, before)) return before;
    if (ago - off >= least && isSchoolDay(school, after)) return after;
  }
}
