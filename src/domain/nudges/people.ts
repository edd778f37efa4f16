import type { PeopleNotice } from '../school/people-notices.ts';
import type { School } from '../school/school.ts';
import { type LocalDate, weekday } from '../time.ts';
import { policyOf } from './policy.ts';

const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/**
 * Whether what is to be looked at about the staff is reason enough to write to the SENCO on `today`: some of it is new since the
 * last morning, or it is a day on which what is overdue is mentioned again. On other days it stands in a digest that there is anyway.
 */
export function tellsOfPeople(
  notices: readonly PeopleNotice[],
  school: School,
  today: LocalDate,
  lastMorning: LocalDate | undefined,
): boolean {
  if (notices.length === 0) return false;
  const again: readonly string[] = policyOf(school).whileOverdue;
  if (again.includes(WEEKDAYS[weekday(today)] ?? '')) return true;
  return notices.some(({ since }) => since !== undefined && (!lastMorning || since >= lastMorning));
}
