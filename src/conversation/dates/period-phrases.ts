import { schoolDayFrom } from '../../domain/school/calendar.ts';
import { type LocalDate, plusDays, plusMonths } from '../../domain/time.ts';
import { type Phrase, phrase } from './phrase.ts';
import { MONTH, mondayOf, monthOf, nextNamed, WEEKDAY } from './words.ts';

const FRIDAY = 4;
const PART = '(end|start|beginning|early|mid|middle|late|later)';
const ORDINAL = '(first|1st|second|2nd|third|3rd|fourth|4th|last)';
const ORDINALS = [/^(?:first|1st)/i, /^(?:second|2nd)/i, /^(?:third|3rd)/i, /^(?:fourth|4th)/i];

/** The days of the week from `monday` on that a part of it may mean. */
function partOfWeek(today: LocalDate, monday: LocalDate, part: string): LocalDate[] {
  const day = (at: number) => plusDays(monday, at);
  if (/^(?:end|eow)/i.test(part)) {
    // At a weekend "the end of the week" may be of the one that has just been, or of the next.
    return day(FRIDAY) < today ? [day(FRIDAY), day(FRIDAY + 7)] : [day(FRIDAY)];
  }
  if (/^(?:start|beginning)/i.test(part)) return [day(0)];
  if (/^early/i.test(part)) return [day(0), day(1)];
  if (/^mid/i.test(part)) return [day(1), day(2), day(3)];
  if (monday > today) return [day(FRIDAY - 1), day(FRIDAY)];
  const left = [1, 2, 3, FRIDAY].map(day).filter((each) => each > today);
  return left.length ? left : [day(FRIDAY)];
}

/** The days that a part of a month may mean: its first, its last, or some in the week around a day of it. */
function partOfMonth(first: LocalDate, part: string): LocalDate[] {
  if (/^end/i.test(part)) return [plusDays(plusMonths(first, 1), -1)];
  if (/^(?:start|beginning)/i.test(part)) return [first];
  const middle = /^early/i.test(part) ? 4 : /^mid/i.test(part) ? 14 : 24;
  const monday = mondayOf(plusDays(first, middle));
  const days = [0, 2, FRIDAY].map((at) => plusDays(monday, at));
  return days.filter((day) => day.slice(0, 7) === first.slice(0, 7));
}

/** The first of the next `month` of which anything is ahead. */
export function firstOf(today: LocalDate, month: string): LocalDate {
  const thisMonth = `${today.slice(0, 7)}-01`;
  if (/^next/i.test(month)) return plusMonths(thisMonth, 1);
  if (/month$/i.test(month)) return thisMonth;
  return plusMonths(thisMonth, (monthOf(month) - Number(today.slice(5, 7)) + 12) % 12);
}

/** The first, second, … or last day of that name in the month that begins on `first`; undefined where there is no such. */
export function ordinal(first: LocalDate, which: string, name: string): LocalDate | undefined {
  if (/^last/i.test(which)) return plusDays(nextNamed(plusDays(plusMonths(first, 1), -1), name), -7);
  const at = ORDINALS.findIndex((pattern) => pattern.test(which));
  const day = plusDays(nextNamed(plusDays(first, -1), name), at * 7);
  return day.slice(0, 7) === first.slice(0, 7) ? day : undefined;
}

/** Parts of a week or a month. */
export const PERIOD_PHRASES: readonly Phrase[] = [
  phrase(
    `(?:before )?(?:the )?${PART}(?: (?:of|in))?(?: the| this)?( next)? week|(?:the )?(eow)`,
    ({ today }, [part = '', next = '', short = '']) =>
      partOfWeek(today, plusDays(mondayOf(today), next ? 7 : 0), part || short),
  ),
  phrase(
    `(?:on )?(?:the )?${ORDINAL} (${WEEKDAY}) (?:in|of) ((?:the|this|next) month|${MONTH})(?!,? \\d)`,
    ({ today }, [which = '', name = '', month = '']) => {
      const day = ordinal(firstOf(today, month), which, name);
      return day ? [day] : undefined;
    },
  ),
  phrase(
    `(?:before )?(?:the )?${PART}(?:-| )(?:(?:of|in) )?((?:the|this|next) month|${MONTH})(?!,? \\d)|(?:the )?(eom)`,
    ({ today }, [part = '', month = '', short = '']) =>
      partOfMonth(firstOf(today, month || 'this month'), part || (short && 'end')),
  ),
  phrase('(?:in |on )?(?:the )?mid-?week', ({ today }) => [nextNamed(today, 'wednesday')]),
  phrase('(?:over |at )(?:the|this) weekend', ({ today }) => [nextNamed(today, 'saturday')]),
  phrase('before (?:the|this) weekend', ({ today }) => partOfWeek(today, mondayOf(today), 'end')),
  phrase('(?:straight )?after (?:the|this) weekend', ({ today, school }) => [
    schoolDayFrom(school, plusDays(nextNamed(plusDays(today, -1), 'sunday'), 1)),
  ]),
];
