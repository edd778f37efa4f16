import { isLocalDate, type LocalDate, plusDays, plusMonths, weekday } from '../../domain/time.ts';

/*
 * The words that phrases about days are made of: each is a piece of a pattern, and a function that reads what it found.
 */

/** A day of the week, as it is written in English, whole or short. */
export const WEEKDAY =
  '(?:sun(?:day)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?)';
const WEEKDAYS = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const weekdayOf = (word: string) => WEEKDAYS.indexOf(word.slice(0, 3).toLowerCase());

/** A month, whole or short. */
export const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** 1 for January. */
export const monthOf = (word: string): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;

const COUNTED = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
/** A number in figures or, up to twelve, in words. */
export const NUMBER = `(?:\\d{1,3}|an?(?: couple of)?|${COUNTED.join('|')})`;
/** What such a number says: "a" is 1, "a couple of" 2. */
export function numberOf(word: string): number {
  if (/^\d/.test(word)) return Number(word);
  if (/couple/i.test(word)) return 2;
  return COUNTED.indexOf(word.toLowerCase()) + 1 || 1;
}

/** What may come after a day at the end of what somebody types. */
export const POLITE = '(?:[,.!]? (?:please|pls|plz|thanks|thank you))?[.!]?';

const two = (number: number) => String(number).padStart(2, '0');
/** The day that is written so; undefined where there is none, as 31 November. */
export function dateOf(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
  return isLocalDate(date) ? date : undefined;
}

/** The next day of that name after `from`. */
export function nextNamed(from: LocalDate, name: string): LocalDate {
  return plusDays(from, ((weekdayOf(name) - weekday(from) + 6) % 7) + 1);
}

/** The day of that name that is nearest to `date`, or is it. */
export function nearestNamed(date: LocalDate, name: string): LocalDate {
  return nextNamed(plusDays(date, -4), name);
}

/** The Monday of the week `date` is in. */
export function mondayOf(date: LocalDate): LocalDate {
  return plusDays(date, -((weekday(date) + 6) % 7));
}

/** The next day after `from` that is the `day`th of a month; undefined when no month has so many. */
export function nextOfMonth(from: LocalDate, day: number): LocalDate | undefined {
  return [0, 1, 2, 3]
    .map((ahead) => plusMonths(from, ahead))
    .map((date) => dateOf(Number(date.slice(0, 4)), Number(date.slice(5, 7)), day))
    .find((date) => date !== undefined && date > from);
}

/** A date that was so many days ago may still be meant for that one, and not for next year's. */
const JUST_PASSED = 62;

/** The days that a date without a year may mean: the next, and one that has just passed; none where there is no such date. */
export function datesNamed(today: LocalDate, month: number, day: number): LocalDate[] {
  const year = Number(today.slice(0, 4));
  const all = [year - 1, year, year + 1].flatMap((one) => dateOf(one, month, day) ?? []);
  const next = all.find((date) => date >= today);
  const passed = all.find((date) => date < today && date >= plusDays(today, -JUST_PASSED));
  return [...(passed ? [passed] : []), ...(next ? [next] : [])];
}
