import { type LocalDate, plusDays, plusMonths } from '../time.ts';

/**
 * The birthday on which somebody born then turns `age`, in whole years. Who was born on 29 February has theirs on 1 March in
 * a year without that day: the law's year is not over before.
 */
export function birthday(dateOfBirth: LocalDate, age: number): LocalDate {
  const day = plusMonths(dateOfBirth, 12 * age);
  return day.slice(5) === dateOfBirth.slice(5) ? day : plusDays(day, 1);
}
