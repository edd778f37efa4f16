import { withoutAtEnd } from '../../domain/language/words.ts';
import type { School } from '../../domain/school/school.ts';
import { compare, type Instant, type LocalDate, localDate, plusMonths } from '../../domain/time.ts';
import { daysSaid, type SaidDay } from './parser.ts';
import { respelt } from './spelling.ts';

/** The words around a day in what somebody typed. */
interface Around {
  readonly before: string;
  readonly after: string;
}

/** What of a day there is in a text. */
export type ReadDay =
  | ({ readonly is: 'day'; readonly day: LocalDate } & Around)
  /** Today or earlier. */
  | ({ readonly is: 'past'; readonly day: LocalDate } & Around)
  /** More than a year away. */
  | ({ readonly is: 'far'; readonly day: LocalDate } & Around)
  /** One of these days, in order, and it is in doubt which. */
  | ({ readonly is: 'several'; readonly days: readonly LocalDate[] } & Around)
  /** A day of the school's calendar that the school's data does not have. */
  | ({ readonly is: 'unknown' } & Around)
  | { readonly is: 'none' };

const FURTHEST_MONTHS = 12;
/** More days than this are no choice. */
const MOST_DAYS = 5;
// Nobody says a day in more words than this, and looking for one takes longer the longer the text is.
const LONGEST = 400;
const UNTIL = /\b(?:until|till|til)\b/gi;

const DIVIDES = /[\s,;:–-]/;

/** What is said of a time of day, or of a week, before the day itself: it is not asked. */
const LEADS =
  /\b(?:first thing|(?:by )?(?:the )?(?:end|close) of (?:play|business|(?:the )?(?:school )?day)|cop|cob|eod|(?:before|after) school|no(?:t)? later than|(?:the )?week (?:of|beginning|commencing|starting|ending)|w\/?[bce]|any (?:day|time)|some ?time)(?: on)?$/i;

/** Without the words that lead to the day: "the trip until the". */
function trimmedBefore(text: string): string {
  const head = withoutAtEnd(text, DIVIDES)
    .replace(/\bthe$/i, '')
    .trimEnd()
    .replace(LEADS, '')
    .trimEnd();
  const bare = head.replace(/\b(?:until|till|til|to|for|by|on)$/i, '');
  return withoutAtEnd(bare, DIVIDES).trim();
}

// What time of that day is not asked; and people are polite.
const TIME =
  /^(?:,?\s*(?:['’]\s*time\b|(?:(?:at|by|around)\s+)?(?:\d{1,2}(?:[:.]\d{2})?\s*[ap]m|noon|midday|lunch(?:time)?)\b|at\s+\d{1,2}(?:[:.]\d{2})?\b|(?:[ap]m|first thing|(?:before|after) school|(?:by )?(?:the )?(?:end|close) of (?:play|business|(?:the )?(?:school )?day)|cop|cob|eod|at the latest|latest|or so|please|pls|plz|thanks|thank you)\b))+/i;
const trimmedAfter = (text: string) =>
  text
    .replace(TIME, '')
    .replace(/^[\s,;:.!–-]+/, '')
    .trim();

const JOINED = /^\s*(?:or|and|to|[,/–-])(?:\s+(?:or|on))?\s*$/i;

const endOf = ({ index, length }: SaidDay) => index + length;

/** What counts of what was said: after "until" the day that stands there, and what is joined to it; else all. */
function meant(all: readonly SaidDay[], text: string): readonly SaidDay[] {
  const until = [...text.matchAll(UNTIL)].at(-1);
  const from = until ? until.index + until[0].length : 0;
  const said = all.filter(({ index }) => index >= from);
  const [first, second] = said;
  if (!until || !first || text.slice(from, first.index).trim() !== '') return said;
  return second && JOINED.test(text.slice(endOf(first), second.index)) ? [first, second] : [first];
}

/** The words around the days, where nothing but "or" and its like stands between them; else all of the words. */
function around(said: readonly SaidDay[], text: string, placeOf: (index: number) => number): Around {
  const [first, last] = [said[0], said.at(-1)];
  const joined = said.every((one, at) => {
    const next = said[at + 1];
    return !next || JOINED.test(text.slice(placeOf(endOf(one)), placeOf(next.index)));
  });
  if (!first || !last || !joined) return { before: text.trim(), after: '' };
  return {
    before: trimmedBefore(text.slice(0, placeOf(first.index))),
    after: trimmedAfter(text.slice(placeOf(endOf(last)))),
  };
}

/**
 * The day that `text` says, read in British order as of `now` in Europe/London and by the calendar of `school`: a weekday
 * is the next one, a date without a year the next there is.
 */
export function readDay(text: string, now: Instant, school: School): ReadDay {
  const today = localDate(now);
  const spelt = respelt(text.slice(0, LONGEST));
  const said = meant(daysSaid(spelt.text, { today, school }), spelt.text);
  if (said.length === 0) return { is: 'none' };
  const words = around(said, text, spelt.placeOf);
  const days = [...new Set(said.flatMap((one) => one.days))].sort(compare);
  const [first] = days;
  if (!first) return { is: 'unknown', ...words };
  const furthest = plusMonths(today, FURTHEST_MONTHS);
  const ahead = days.filter((day) => day > today && day <= furthest);
  if (ahead.length && days.length > 1) return { is: 'several', days: ahead.slice(0, MOST_DAYS), ...words };
  if (ahead.length) return { is: 'day', day: first, ...words };
  return { is: first <= today ? 'past' : 'far', day: first, ...words };
}

/**
 * The day, where `text` is nothing else: "tomorrow", "in 2 weeks", "until next Monday". Words of three letters are none
 * ("may", "sat"): they are likelier something else.
 */
export function dayAlone(text: string, now: Instant, school: School): ReadDay {
  const bare = text.trim();
  if (/^\w{0,3}$/.test(bare)) return { is: 'none' };
  const read = readDay(bare, now, school);
  const others = read.is === 'none' ? bare : `${read.before}${read.after}`;
  return others === '' ? read : { is: 'none' };
}
