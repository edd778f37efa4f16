import { type LocalDate, plusDays, weekday } from '../time.ts';
import { isBankHoliday } from './bank-holidays.ts';

const SUNDAY = 0;
const SATURDAY = 6;

/** The first day after `date` on which offices work: Monday to Friday, and no bank holiday in England. */
export function workingDayAfter(date: LocalDate): LocalDate {
  const next = plusDays(date, 1);
  const atWork = weekday(next) !== SUNDAY && weekday(next) !== SATURDAY && !isBankHoliday(next);
  return atWork ? next : workingDayAfter(next);
}
