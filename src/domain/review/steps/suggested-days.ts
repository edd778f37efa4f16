import { dayWords } from '../../language/days.ts';
import { isSchoolDay, schoolDayBy, schoolDayFrom } from '../../school/calendar.ts';
import type { School } from '../../school/school.ts';
import type { LocalDate } from '../../time.ts';

/* The days that stand in a form that sets a meeting before anything is typed: each a school day that can be taken. */

interface AtSchool {
  readonly school: School;
  readonly today: LocalDate;
}

/**
 * By when to have evidence for `meeting`: the last school day up to `wanted`; where that has passed the first there is from
 * today, and no later than the meeting itself.
 */
export function evidenceFrom({ school, today }: AtSchool, wanted: LocalDate, meeting: LocalDate): LocalDate {
  const inTime = schoolDayBy(school, wanted);
  if (inTime >= today) return inTime;
  const soonest = schoolDayFrom(school, today);
  return soonest < meeting ? soonest : meeting;
}

/** What follows a last day in a sentence where it is no school day: "; the last school day before it is Fri 20 Nov 2026". */
export function schoolDayBeforeIt({ school }: AtSchool, last: LocalDate, is: 'is' | 'was' = 'is'): string {
  if (isSchoolDay(school, last)) return '';
  return `; the last school day before it ${is} ${dayWords(schoolDayBy(school, last))}`;
}
