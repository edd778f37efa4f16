import { dayWords } from '../../domain/language/days.ts';
import type { School } from '../../domain/school/school.ts';
import type { DaysRead } from '../../domain/school/settings/setting.ts';
import { daysBetween, type LocalDate, plusDays, weekday } from '../../domain/time.ts';
import { daysSaid, type SaidDay } from './parser.ts';
import { respelt } from './spelling.ts';

/** A day that is written out is one, whatever else a part of it might be read as: 2026-11-21. */
const ISO = /\b(\d{4}-\d{2}-\d{2})\b/g;
/** Nobody writes one line so long, and looking for days takes longer the longer it is. */
const LONGEST_LINE = 200;
const MOST_LINES = 100;
/** No closure is longer; a longer one has a mistyped month or year. */
const LONGEST_STRETCH = 60;

const LIST = /^[\s,;.&]*(?:and[\s,;.&]*)?$/i;
/** What stands between the first day of a stretch and its last: in a line, or in what is read as one ("1 to 3 May 2027"). */
const STRETCH = /\s(?:to|until|till|–|—|-)\s/i;
const INNER_STRETCH = /\d\s?(?:st|nd|rd|th)?\s?(?:to|until|till|–|—|-)\s?\d/i;
/** What may stand before the first day; trimmed, since two runs of spaces side by side take the square of their length. */
const LEAD = /^(?:from|on)?$/i;

interface At {
  readonly today: LocalDate;
  readonly school: School;
}

const unclear = (say: string): DaysRead => ({ is: 'unclear', say });

/** The weekdays from the first to the last of a stretch; undefined for one that is none. */
function stretch(from: LocalDate, to: LocalDate): readonly LocalDate[] | undefined {
  const length = daysBetween(from, to);
  if (length < 0 || length > LONGEST_STRETCH) return undefined;
  return Array.from({ length: length + 1 }, (_, at) => plusDays(from, at)).filter(
    (day) => weekday(day) !== 0 && weekday(day) !== 6,
  );
}

function saidIn(line: string, at: At): readonly SaidDay[] {
  const iso = [...line.matchAll(ISO)].map(({ index, 0: day }) => ({
    index,
    length: day.length,
    days: [day],
  }));
  const rest = line.replace(ISO, (day) => '|'.repeat(day.length));
  return [...iso, ...daysSaid(rest, at)].sort((a, b) => a.index - b.index);
}

const RIGHT = 'Please write it as “Mon 4 January 2027” or “4/1/2027”, one a line.';

/** Days, each by itself, with nothing but a comma or "and" between them. */
function eachIn(line: string, at: At): DaysRead {
  const said = saidIn(line, at);
  const [first] = said;
  if (!first || !LEAD.test(line.slice(0, first.index).trim()))
    return unclear(`I can’t read a day in “${line.trim()}”. ${RIGHT}`);
  const days: LocalDate[] = [];
  for (const [n, { index, length, days: some }] of said.entries()) {
    const end = index + length;
    const [from = '', to = from] = some;
    const inner = some.length === 2 && INNER_STRETCH.test(line.slice(index, end));
    const read = inner ? stretch(from, to) : some.length === 1 ? some : undefined;
    if (!read)
      return unclear(
        `“${line.trim()}” could be ${some.map(dayWords).join(' or ') || 'several days'}. ${RIGHT}`,
      );
    if (!LIST.test(line.slice(end, said[n + 1]?.index ?? line.length)))
      return unclear(`I can’t read all of “${line.trim()}”. ${RIGHT}`);
    days.push(...read);
  }
  return { is: 'days', days };
}

/** The one day of a text; undefined where it says none, or several. */
function oneIn(text: string, at: At): LocalDate | undefined {
  const read = eachIn(text, at);
  return read.is === 'days' && read.days.length === 1 ? read.days[0] : undefined;
}

/** The days of one line: each by itself, or the stretch from one to another. */
function daysOfLine(line: string, at: At): DaysRead {
  const joint = STRETCH.exec(line);
  const from = joint && oneIn(line.slice(0, joint.index), at);
  const to = joint && oneIn(line.slice(joint.index + joint[0].length), at);
  if (!from || !to) return eachIn(line, at);
  const days = stretch(from, to);
  return days
    ? { is: 'days', days }
    : unclear(`“${line.trim()}” does not go from a day to one soon after it. ${RIGHT}`);
}

/**
 * The days that somebody wrote one a line (or with a semicolon between them), as people in England say them: "Mon 4 January
 * 2027", "4/1/2027", "1 to 3 February 2027", of which the weekdays count. In order, each once. What is no day, or could be
 * several, is quoted back with what to write.
 * @param today at school: a day without a year is the next there is.
 */
export function readDays(text: string, at: At): DaysRead {
  const lines = text.split(/[\n;]/).filter((line) => line.trim() !== '');
  if (lines.length > MOST_LINES)
    return unclear(`Those are more than ${MOST_LINES} lines. Please keep to this school year and the next.`);
  const days: LocalDate[] = [];
  for (const line of lines) {
    if (line.length > LONGEST_LINE) return unclear('One line is very long. Please write one day a line.');
    const read = daysOfLine(respelt(line).text, at);
    if (read.is === 'unclear') return read;
    days.push(...read.days);
  }
  return { is: 'days', days: [...new Set(days)].sort() };
}
