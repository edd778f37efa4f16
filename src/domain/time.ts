import { TZDate } from '@date-fns/tz';
// One by one: all of the library takes two seconds to load.
import { addMonths } from 'date-fns/addMonths';
import { isValid } from 'date-fns/isValid';
import { parseISO } from 'date-fns/parseISO';
import { z } from 'zod';

/** A moment, UTC, as ISO 8601 with milliseconds: "2026-11-21T09:00:00.000Z". Strings compare in time order. */
export const instantSchema = z.iso.datetime({ precision: 3 });
export type Instant = z.infer<typeof instantSchema>;
/** A day at school (Europe/London), "2026-11-21": a real one. Strings compare in time order. */
export const localDateSchema = z.iso.date();
export type LocalDate = z.infer<typeof localDateSchema>;
/** A time of day at school (Europe/London), 24 hours, "14:30". */
export const localTimeSchema = z.iso.time({ precision: -1 });
export type LocalTime = z.infer<typeof localTimeSchema>;

/** Where every date and time a person sees is reckoned, whatever the machine's own zone. */
const SCHOOL_ZONE = 'Europe/London';

const two = (n: number) => String(n).padStart(2, '0');

/** The day it is at school at `instant`. */
export function localDate(instant: Instant): LocalDate {
  // London's clocks show what UTC's do, or an hour more: until its last hour it is the same day in both.
  if (instant.slice(11, 13) < '23') return instant.slice(0, 10);
  const at = new TZDate(instant, SCHOOL_ZONE);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** The time of day it is at school at `instant`. */
export function localTime(instant: Instant): LocalTime {
  const at = new TZDate(instant, SCHOOL_ZONE);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}

/**
 * The moment a school clock shows `time` on `date`. In the hour that happens twice in October the second is
 * meant; in the hour that does not happen in March, the hour after.
 */
export function instantAt(date: LocalDate, time: LocalTime): Instant {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const [hours, minutes] = time.split(':').map(Number) as [number, number];
  return new Date(new TZDate(year, month - 1, day, hours, minutes, SCHOOL_ZONE).getTime()).toISOString();
}

/** Whether `text` is a real day written as 2026-11-21. */
export function isLocalDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(parseISO(text));
}

/** Whether `text` is a time of day written as 14:30. */
export function isLocalTime(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** A decade's days: more than all schools of one bot ask for. */
const DAYS_REMEMBERED = 4_000;

/** `reckon`, which needs the time it takes but once for each of the newest: a sweep asks for the same days thousands of times. */
function remembered<K, V>(reckon: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const before = known.get(key);
    if (before !== undefined) return before;
    const value = reckon(key);
    if (known.size >= DAYS_REMEMBERED) known.clear();
    known.set(key, value);
    return value;
  };
}

// Days are reckoned at midday UTC, where no zone's clock change can move them to another day.
const noon = remembered((date: LocalDate): number => Date.parse(`${date}T12:00:00.000Z`));
const day = remembered((at: number): LocalDate => new Date(at).toISOString().slice(0, 10));

const DAY_MS = 24 * 60 * 60 * 1000;
/** What every month has. */
const SHORTEST_MONTH = 28;

/** `date` and `days` calendar days (may be negative). */
export function plusDays(date: LocalDate, days: number): LocalDate {
  // Most steps are by a day, within a month: then only the day's number changes.
  const number = Number(date.slice(8)) + days;
  if (date.length === 10 && number >= 1 && number <= SHORTEST_MONTH) return date.slice(0, 8) + two(number);
  return day(noon(date) + days * DAY_MS);
}

/** `date` and `months` calendar months; a day the month does not have becomes its last (31 Aug + 6 = 28 Feb). */
export function plusMonths(date: LocalDate, months: number): LocalDate {
  return months === 0 ? date : day(addMonths(noon(date), months).getTime());
}

/** Calendar days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return (noon(to) - noon(from)) / DAY_MS;
}

/** The day of the week: 0 Sunday to 6 Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(noon(date)).getUTCDay();
}

/** Puts days, moments or ids in order, for sorting. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The earlier of two days. */
export function earlier(a: LocalDate, b: LocalDate): LocalDate {
  return a < b ? a : b;
}

/** The later of two days. */
export function later(a: LocalDate, b: LocalDate): LocalDate {
  return a > b ? a : b;
}

/** The latest of the days that are known; undefined where none is. */
export function latest(...days: readonly (LocalDate | undefined)[]): LocalDate | undefined {
  return days.reduce((last, each) => (last && each ? later(last, each) : (last ?? each)), undefined);
}
