import { isSchoolDay } from '../school/calendar.ts';
import { halfTermStarts } from '../school/half-terms.ts';
import type { PersonId, School } from '../school/school.ts';
import { type LocalDate, plusDays } from '../time.ts';
import { missingSince, type Told } from './policy.ts';

/**
 * Whether `person` is to be told on `today` of what is mentioned once a half-term: on its first school day or, where that was
 * missed, as a digest is, on the first day they can be. See `nudgesToday` for what is missed.
 */
export function isHalfTermly(
  school: School,
  person: PersonId,
  today: LocalDate,
  { since = plusDays(today, -1), toldOn = new Map() }: Told = {},
): boolean {
  if (!isSchoolDay(school, today)) return false;
  const from = missingSince(school, person, since, toldOn.get(person), today);
  // Only of the half-term that it is: of one that is over nobody needs to hear any more.
  const start = halfTermStarts(school, today).findLast((day) => day <= today);
  return start !== undefined && from < start;
}
