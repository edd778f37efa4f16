import { Chrono, en, type ParsedResult, type Parser } from 'chrono-node';
import {
  type Instant,
  isLocalDate,
  type LocalDate,
  localDate,
  localTime,
  plusDays,
  plusMonths,
  weekday,
} from '../domain/time.ts';

/** A day found in what somebody typed, and the words around it. */
interface FoundDay {
  readonly day: LocalDate;
  readonly before: string;
  readonly after: string;
}

/** What of a day there is in a text. */
export type ReadDay =
  | ({ readonly is: 'day' } & FoundDay)
  /** Today or earlier. */
  | ({ readonly is: 'past' } & FoundDay)
  /** More than a year away. */
  | ({ readonly is: 'far' } & FoundDay)
  /** More than one, or the one or the other. */
  | { readonly is: 'several' }
  | { readonly is: 'none' };

const FURTHEST_MONTHS = 12;
const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const WEEKDAY = WEEKDAYS.join('|');

const two = (number: number) => String(number).padStart(2, '0');
const dayOf = (at: Date): LocalDate =>
  `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
const parts = (date: LocalDate) => {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  return { year, month, day };
};

/** The next day of that name after `from`. */
const nextOfName = (from: LocalDate, name: string) =>
  plusDays(from, ((WEEKDAYS.indexOf(name.toLowerCase()) - weekday(from) + 6) % 7) + 1);

/** The next day after `from` that is the `day`th of a month; undefined when no month has so many. */
function nextOfMonth(from: LocalDate, day: number): LocalDate | undefined {
  const months = [0, 1, 2, 3].map((ahead) => `${plusMonths(from, ahead).slice(0, 7)}-${two(day)}`);
  return months.find((date) => isLocalDate(date) && date > from);
}

const idiom = (
  pattern: RegExp,
  read: (from: LocalDate, match: RegExpMatchArray) => LocalDate | undefined,
): Parser => ({
  pattern: () => pattern,
  extract: (context, match) => {
    const date = read(dayOf(context.refDate), match);
    return date ? parts(date) : null;
  },
});

/** What people in England say, and chrono does not know. */
const IDIOMS: readonly Parser[] = [
  idiom(new RegExp(`\\b(${WEEKDAY})\\s+week\\b`, 'i'), (from, [, name = '']) =>
    plusDays(nextOfName(from, name), 7),
  ),
  idiom(new RegExp(`\\ba\\s+week\\s+on\\s+(${WEEKDAY})\\b`, 'i'), (from, [, name = '']) =>
    plusDays(nextOfName(from, name), 7),
  ),
  idiom(/\b(?:(?:in|for)\s+)?a\s+fortnight\b/i, (from) => plusDays(from, 14)),
  idiom(/\b(?:on\s+)?the\s+(\d{1,2})(?:st|nd|rd|th)\b/i, (from, [, day]) => nextOfMonth(from, Number(day))),
];

/** British order, 3/12 being in December, and nothing but days: what is only a time of day is none. */
const reader = (() => {
  const { parsers, refiners } = en.GB;
  return new Chrono({ parsers: [...IDIOMS, ...parsers], refiners: [...refiners] });
})();

/** Whether it says a day, rather than a month or a time of day. */
function saysDay({ start }: ParsedResult): boolean {
  const relative = start.tags().has('result/relativeDate');
  const now = start.tags().has('casualReference/now');
  return (start.isCertain('day') || start.isCertain('weekday') || relative) && !now;
}

// Looked back for, too: a day that has been is to be known for one.
const BACK = /^(?:last|past)\b/i;

function dayIn(result: ParsedResult, today: LocalDate): LocalDate {
  const { start, text } = result;
  const day = dayOf(new Date(start.get('year') ?? 0, (start.get('month') ?? 1) - 1, start.get('day') ?? 1));
  // Said on a Friday, "Friday" is the next one: today is called today.
  const named = start.isCertain('weekday') && !start.isCertain('day');
  if (named && BACK.test(text)) return day >= today ? plusDays(day, -7) : day;
  return named && day === today ? plusDays(day, 7) : day;
}

// Nobody says a day in more words than this, and looking for one takes longer the longer the text is.
const LONGEST = 400;
const UNTIL = /\b(?:until|till|til)\b/gi;

const trimmedBefore = (text: string) =>
  text.replace(/[\s,;:–-]*(?:\b(?:until|till|til|to|for|by|on))?(?:\s*\bthe)?[\s,;:–-]*$/i, '').trim();
const trimmedAfter = (text: string) => text.replace(/^[\s,;:.!–-]+/, '').trim();

const JOINED = /^\s*(?:or|and|to|[,/–-])(?:\s+(?:or|on))?\s*$/i;

/** The results that count: after "until" the one that stands there, and what is joined to it; else all. */
function meant(results: readonly ParsedResult[], text: string, from: number): readonly ParsedResult[] {
  const [first, second] = results;
  const atOnce = from > 0 && first && text.slice(from, first.index).trim() === '';
  if (!atOnce) return results;
  if (!second) return [first];
  const between = text.slice(first.index + first.text.length, second.index);
  return JOINED.test(between) ? [first, second] : [first];
}

function found(text: string, now: Instant): { day: LocalDate; index: number; length: number }[] {
  const today = localDate(now);
  const { year, month, day } = parts(today);
  const [hours, minutes] = localTime(now).split(':').map(Number);
  // What school clocks show, as if it were this machine's time: the answer is read in that, too.
  const here = new Date(year, month - 1, day, hours, minutes);
  const from = [...text.matchAll(UNTIL)].at(-1);
  const start = from ? from.index + from[0].length : 0;
  const results = reader
    .parse(text.slice(start), here, { forwardDate: true })
    .filter(saysDay)
    .map((one) => Object.assign(one, { index: one.index + start }));
  return meant(results, text, start).flatMap((one) => {
    const last = one.end ? dayIn({ ...one, start: one.end } as ParsedResult, today) : undefined;
    const at = { index: one.index, length: one.text.length };
    const days = [dayIn(one, today), ...(last ? [last] : [])];
    return days.filter(isLocalDate).map((each) => ({ day: each, ...at }));
  });
}

/**
 * The day that `text` says, read in British order as of `now` in Europe/London: a weekday is the next one, a date without
 * a year the next there is.
 */
export function readDay(text: string, now: Instant): ReadDay {
  const today = localDate(now);
  const all = found(text.slice(0, LONGEST), now);
  const [first] = all;
  if (!first) return { is: 'none' };
  if (all.some(({ day }) => day !== first.day)) return { is: 'several' };
  const { day, index, length } = first;
  const around = {
    day,
    before: trimmedBefore(text.slice(0, index)),
    after: trimmedAfter(text.slice(index + length)),
  };
  if (day <= today) return { is: 'past', ...around };
  return { is: day > plusMonths(today, FURTHEST_MONTHS) ? 'far' : 'day', ...around };
}

/**
 * The day, where `text` is nothing else: "tomorrow", "in 2 weeks", "until next Monday". Words of three letters are none
 * ("may", "sat"): they are likelier something else.
 */
export function dayAlone(text: string, now: Instant): ReadDay {
  const bare = text.trim();
  if (/^\w{0,3}$/.test(bare)) return { is: 'none' };
  const read = readDay(bare, now);
  const around = 'day' in read ? `${read.before}${read.after}` : bare;
  return around === '' ? read : { is: 'none' };
}
