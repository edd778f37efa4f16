import type { School } from '../domain/school.ts';

/** The e-mail addresses of the school's present staff: who may be chosen. */
export function presentStaff(school: School): string[] {
  return school.staff.filter((one) => !one.left).map((one) => one.email);
}
