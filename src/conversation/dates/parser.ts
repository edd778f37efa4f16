import type { ParsedComponents, ParsedResult } from 'chrono-node';
// English alone: the whole of chrono is sixteen languages, which every start would wait for.
import { Chrono, GB } from 'chrono-node/en';
import { type LocalDate, plusDays } from '../../domain/time.ts';
import { COUNT_PHRASES } from './count-phrases.ts';
import { NAMED_DAYS } from './named-days.ts';
import { PERIOD_PHRASES } from './period-phrases.ts';
import type { Calendar, Phrase } from './phrase.ts';
import { SCHOOL_PHRASES } from './school-phrases.ts';
import { WEEK_PHRASES } from './week-phrases.ts';
import { WEEKDAY_PHRASES } from './weekday-phrases.ts';
import { dateOf, datesNamed } from './words.ts';
import { agreed, WRITTEN_PHRASES } from './written-phrases.ts';

/** Where in a text a day is said, and the days that it may mean: none where the school's data does not say. */
export interface SaidDay {
  readonly index: number;
  readonly length: number;
  readonly days: readonly LocalDate[];
}

/** British order, 3/12 being in December, and nothing but days: what is only a time of day is none. */
const reader = (() => {
  const { parsers, refiners } = GB;
  return new Chrono({ parsers: [...parsers], refiners: [...refiners] });
})();

/** Whether it says a day, rather than a month or a time of day. */
function saysDay({ start }: ParsedResult): boolean {
  const relative = start.tags().has('result/relativeDate');
  const now = start.tags().has('casualReference/now');
  return (start.isCertain('day') || start.isCertain('weekday') || relative) && !now;
}

// Looked back for, too: a day that has been is to be known for one.
const BACK = /^(?:last|past)\b/i;
const WEEKDAY_IN = /\b(?:sun|mon|tue|wed|thu|fri|sat)/i;

/** The days it may mean: a date without a year, and one whose weekday is another than that said with it, may mean several. */
function daysIn(said: ParsedComponents, text: string, today: LocalDate): LocalDate[] {
  const [month, date] = [said.get('month') ?? 0, said.get('day') ?? 0];
  const day = dateOf(said.get('year') ?? 0, month, date);
  if (!day) return [];
  const dated = said.isCertain('day');
  const named = said.isCertain('weekday');
  if (dated) {
    const days = said.isCertain('month') && !said.isCertain('year') ? datesNamed(today, month, date) : [day];
    const [name] = named ? (WEEKDAY_IN.exec(text) ?? []) : [];
    return name ? agreed(days, name) : days;
  }
  if (!named) return [day];
  // Said on a Friday, "Friday" is the next one: today is called today.
  if (BACK.test(text)) return [day >= today ? plusDays(day, -7) : day];
  return [day === today ? plusDays(day, 7) : day];
}

/** What chrono finds in it. */
function byChrono(text: string, today: LocalDate): SaidDay[] {
  const [year = 0, month = 0, day = 0] = today.split('-').map(Number);
  // In this machine's time, in which the answer is read, too; and at midday, so that words mean one day all day long.
  const here = new Date(year, month - 1, day, 12);
  return reader
    .parse(text, here, { forwardDate: true })
    .filter(saysDay)
    .map(({ index, text: { length }, text: said, start, end }) => ({
      index,
      length,
      days: [...daysIn(start, said, today), ...(end ? daysIn(end, said, today) : [])],
    }))
    .filter(({ days }) => days.length);
}

/** What people in England say, and chrono does not know. */
const PHRASES = [
  ...SCHOOL_PHRASES,
  ...WEEK_PHRASES,
  ...NAMED_DAYS,
  ...WEEKDAY_PHRASES,
  ...COUNT_PHRASES,
  ...PERIOD_PHRASES,
  ...WRITTEN_PHRASES,
];

/** What leads to the first day of a week, and is no "week" of its own: "w/c 30 November", "the week of the 7th". */
const WEEK_OF =
  /\b(?:the )?week (?:of|beginning|commencing|starting|ending)(?= (?:the )?(?:\d|[a-z]{3,9} \d))/gi;

/** Where one of our phrases stands in it. */
function byPhrase({ pattern, days }: Phrase, text: string, at: Calendar): SaidDay[] {
  return [...text.matchAll(pattern)].flatMap((match) => {
    const read = days(at, match.slice(1));
    return read ? [{ index: match.index, length: match[0].length, days: read }] : [];
  });
}

/** The first of them, then the next that begins after its end, and so on; the longest where several begin at once. */
function apart(all: readonly SaidDay[]): SaidDay[] {
  const kept: SaidDay[] = [];
  for (const one of [...all].sort((a, b) => a.index - b.index || b.length - a.length)) {
    const last = kept.at(-1);
    if (!last || one.index >= last.index + last.length) kept.push(one);
  }
  return kept;
}

// Nothing that a day is said with, so that chrono reads nothing across it.
const READ = '|';

/** The days said in `text`, in order: what people in England say of weeks and terms first, then chrono's. */
export function daysSaid(text: string, at: Calendar): SaidDay[] {
  const ours = apart(PHRASES.flatMap((each) => byPhrase(each, text, at)));
  let rest = text.replace(WEEK_OF, (words) => READ.repeat(words.length));
  for (const { index, length } of ours) {
    rest = rest.slice(0, index) + READ.repeat(length) + rest.slice(index + length);
  }
  return [...ours, ...byChrono(rest, at.today)].sort((a, b) => a.index - b.index);
}
