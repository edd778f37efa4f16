import type { LocalDate } from '../domain/time.ts';
import { isLocalDate } from '../domain/time.ts';
import { cell } from './cells.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** What systems write after a day that has no time: midnight, in one spelling or another. */
const MIDNIGHT = /[T ](?:00:00(?::00)?(?:\.0{1,9})?(?: ?(?:Z|[+-]00:?00))?|12:00(?::00)? ?am)$/i;

/** 21/11/2026, 21.11.26, 21-Nov-2026, 21st November 2026. */
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[/.\- ]([a-z]{3,9}|\d{1,2})[/.\- ](\d{4}|\d{2})$/i;
const YEAR_FIRST = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})$/;
const RUN_TOGETHER = /^(\d{4})(\d{2})(\d{2})$/;

/** A spreadsheet's day that lost its format: the number of days since 30 December 1899. */
const SERIAL = /^(\d{5})(?:\.0+)?$/;
/** 1 January 2000 and 1 January 2050: no other number of five digits stands for a day of a pupil's. */
const FIRST_SERIAL = 36_526;
const LAST_SERIAL = 54_789;
const MS_A_DAY = 86_400_000;

const padded = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

function ofSerial(text: string): LocalDate | undefined {
  const serial = Number(SERIAL.exec(text)?.[1]);
  if (!(serial >= FIRST_SERIAL && serial < LAST_SERIAL)) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + serial * MS_A_DAY).toISOString().slice(0, 10);
}

/** As records systems and spreadsheets write days, in our spelling; what is none comes back as it was. */
function isoOf(text: string): string {
  const written = text.replace(MIDNIGHT, '');
  const [, day = '', month = '', year = ''] = DAY_FIRST.exec(written) ?? [];
  // 14-03-17 may begin with the year or with the day.
  if (day && !(year.length === 2 && /^\d\d?-\d\d?-\d\d$/.test(written))) {
    const named = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
    const number = /\d/.test(month) ? month : String(named);
    // Nobody here was born, and nothing was made or held, before 2000.
    return padded(year.length === 2 ? `20${year}` : year, number, day);
  }
  const [, ...parts] = YEAR_FIRST.exec(written) ?? RUN_TOGETHER.exec(written) ?? [];
  const [first = '', second = '', third = ''] = parts;
  return first ? padded(first, second, third) : (ofSerial(written) ?? written);
}

/** A day as schools and their systems write it; undefined for none. */
export function readDay(text: string): LocalDate | undefined {
  const iso = isoOf(text);
  return isLocalDate(iso) && iso >= '1900' && iso < '2100' ? iso : undefined;
}

/** A real day, as 2026-11-21 or 21/11/2026. */
export const day = cell(readDay, 'not a real day', 'write it as 2026-11-21 or 21/11/2026');

const NUMBERS = /^(\d{1,2})[/.-](\d{1,2})[/.-](?:\d{4}|\d{2})(?![\d/.-])/;

/**
 * Whether a column of days is written with the month first, as in America: some cell can be read no other way, and none only
 * with the day first. Most of its other cells would be real days too, and wrong ones.
 */
export function isMonthFirst(cells: Iterable<string>): boolean {
  let monthFirst = false;
  for (const text of cells) {
    const [, first, second] = NUMBERS.exec(text) ?? [];
    if (Number(first) > 12) return false;
    if (Number(second) > 12) monthFirst = true;
  }
  return monthFirst;
}
