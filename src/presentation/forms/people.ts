import type { PersonId, School } from '../../domain/school/school.ts';

/** The e-mail addresses of the school's present staff: who may be chosen. */
export function presentStaff(school: School): string[] {
  return school.staff.filter((one) => !one.left).map((one) => one.email);
}

/** The school's present senior leaders. */
export function leadersOf(school: School): PersonId[] {
  return school.staff.filter(({ role, left }) => role === 'leader' && !left).map(({ email }) => email);
}
