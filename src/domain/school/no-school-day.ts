import { type LocalDate, weekday } from '../time.ts';
import { bankHolidayName } from './bank-holidays.ts';
import { isSchoolDay } from './calendar.ts';
import { holidayAt } from './holidays.ts';
import type { School } from './school.ts';

const WEEKEND: Readonly<Record<number, string>> = { 0: 'a Sunday', 6: 'a Saturday' };

/** Why there is no school on a day that is no weekend, by what the school's data says. */
function byTheCalendar(school: School, date: LocalDate): string {
  const bankHoliday = bankHolidayName(date);
  if (bankHoliday) return `a bank holiday (${bankHoliday})`;
  if (school.insetDays.includes(date)) return 'an INSET day';
  if (school.closures.includes(date)) return 'a day on which the school is closed';
  const holiday = holidayAt(school, date);
  if (!holiday) return 'before the first term in the school’s data';
  return holiday.name === 'half-term' ? 'in the half-term holiday' : `in the ${holiday.name} holidays`;
}

/**
 * Why `date` is no school day, in words that follow "it is": "a Saturday", "a bank holiday (Early May)", "an INSET day",
 * "in the Christmas holidays". Undefined for a school day.
 */
export function whyNoSchoolDay(school: School, date: LocalDate): string | undefined {
  if (isSchoolDay(school, date)) return undefined;
  if (date.endsWith('-12-25')) return 'Christmas Day';
  return WEEKEND[weekday(date)] ?? byTheCalendar(school, date);
}
