import { yearWords } from '../domain/language/year-words.ts';
import { PLAN_KINDS, type PlanKind, planRow } from '../domain/plans/index.ts';
import type { School } from '../domain/school/school.ts';
import { type DueWanted, lastDayWanted, PERIODS } from '../domain/statute/due-wanted.ts';
import { type Instant, localDate } from '../domain/time.ts';
import type { DueView } from '../presentation/due-view.ts';
import { readDay } from './dates/read-day.ts';

/** What was typed after “due”, read. */
interface DueWords {
  readonly view: DueView;
  /** What of it is no word for a plan, a year or a time: '' where all was understood. */
  readonly unknown: string;
  /** The number of a year that there is none of: 44. */
  readonly noSuchYear?: string;
}

/** Nobody says which reviews in more than this. */
const LONGEST = 200;

/** What joins the words that count, and means nothing by itself. */
const JOINING =
  /^(?:and|or|for|in|of|with|the|all|only|just|due|reviews?|pupils?|children|please)(?![\p{L}\p{N}])/iu;
const AFTER_PLAN = '(?: plans?| reviews?|s)?(?![\\p{L}\\p{N}])';
const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** How a kind of plan is called: in a list, in a sentence, in a school's data. */
const namesOf = (kind: PlanKind): string[] => {
  const { name, inASentence, importedAs } = planRow(kind);
  return [name, inASentence.replace(/^an? /, ''), ...importedAs].map((one) =>
    one
      .toLowerCase()
      .replaceAll('-', ' ')
      .replace(/ plans?$/, ''),
  );
};

const PLANS = PLAN_KINDS.map((kind) => {
  const names = namesOf(kind).toSorted((a, b) => b.length - a.length);
  const spelt = names.map((name) => escaped(name).replaceAll(' ', '[ -]')).join('|');
  return { kind, pattern: new RegExp(`^(?:${spelt})${AFTER_PLAN}`, 'iu') };
});

const TIMES = PERIODS.map((period) => {
  const spelt = escaped(period)
    .replaceAll(/[ -]/g, '[ -]?')
    .replace(/^this\[ -\]\?/, '(?:this[ -]?)?');
  return {
    period,
    pattern: new RegExp(`^(?:by |until |before )?(?:the )?(?:end of )?${spelt}(?![\\p{L}\\p{N}])`, 'iu'),
  };
});

const YEAR = /^(?:years?|yr|y)(?: group)?[ -]?(\d{1,2}|r|n[12]?)(?![\p{L}\p{N}])/iu;
const NAMED_YEAR = /^(reception|nursery)(?![\p{L}\p{N}])/iu;
const ANOTHER_YEAR = /^(\d{1,2})(?![\p{L}\p{N}])/u;
const BY_A_DAY = /^(?:by|until|till|before|up to) /i;

/** No school has pupils in a year after this one. */
const LAST_YEAR = 14;

const yearNamed = (year: string) =>
  /^(?:reception|0)$/i.test(year)
    ? yearWords('R')
    : /^nursery$/i.test(year)
      ? yearWords('N')
      : yearWords(String(Number(year) || year));

interface Reading {
  readonly kinds: Set<PlanKind>;
  readonly years: Set<string>;
  by?: DueWanted['by'];
  parents?: true;
  why?: true;
  noSuchYear?: string | undefined;
}

/** Reads one thing off the beginning of `text` into `into`: how long it was, or 0 where it is nothing known. */
function readOne(text: string, into: Reading, { school, now }: At): number {
  const parents = /^parents?(?![\p{L}\p{N}])/iu.exec(text);
  if (parents) {
    into.parents = true;
    return parents[0].length;
  }
  const why = /^(?:why|(?:and |with )?reasons?)(?![\p{L}\p{N}])/iu.exec(text);
  if (why) {
    into.why = true;
    return why[0].length;
  }
  for (const { kind, pattern } of PLANS) {
    const found = pattern.exec(text);
    if (!found) continue;
    into.kinds.add(kind);
    return found[0].length;
  }
  const year =
    YEAR.exec(text) ?? NAMED_YEAR.exec(text) ?? (into.years.size > 0 ? ANOTHER_YEAR.exec(text) : null);
  if (year) {
    if (Number(year[1]) > LAST_YEAR) into.noSuchYear = year[1];
    else into.years.add(yearNamed(year[1] ?? ''));
    return year[0].length;
  }
  for (const { period, pattern } of TIMES) {
    const found = pattern.exec(text);
    if (!found || !lastDayWanted(period, school, localDate(now))) continue;
    into.by = period;
    return found[0].length;
  }
  return BY_A_DAY.test(text) ? readUpTo(text, into, { school, now }) : 0;
}

/** “by Friday”, “until 18 December”. */
function readUpTo(text: string, into: Reading, { school, now }: At): number {
  const said = readDay(text.replace(BY_A_DAY, ''), now, school);
  if (said.is !== 'day' || said.before !== '') return 0;
  into.by = said.day;
  return text.length - said.after.length;
}

interface At {
  readonly school: School;
  readonly now: Instant;
}

/**
 * Which reviews that are due somebody means: kinds of plan, year groups and a time, in any order, by the calendar of `school`;
 * and whether with the reasons. Of several times the last one said counts.
 */
export function readDueWords(typed: string, at: At): DueWords {
  const read: Reading = { kinds: new Set(), years: new Set() };
  let rest = typed.slice(0, LONGEST);
  const unknown: string[] = [];
  for (;;) {
    rest = rest.replace(/^[\s,;:.&+!?“”"]+/u, '');
    if (rest === '') break;
    const joining = JOINING.exec(rest)?.[0].length ?? 0;
    const length = joining || readOne(rest, read, at);
    const word = /^\S+/.exec(rest)?.[0] ?? rest;
    if (length === 0) unknown.push(word);
    rest = rest.slice(length || word.length);
  }
  return {
    view: {
      ...(read.parents && { only: 'parents' as const }),
      ...(read.why && { why: read.why }),
      ...(read.kinds.size > 0 && { kinds: PLAN_KINDS.filter((kind) => read.kinds.has(kind)) }),
      ...(read.years.size > 0 && { years: [...read.years] }),
      ...(read.by && { by: read.by }),
    },
    unknown: unknown.join(' '),
    ...(read.noSuchYear && { noSuchYear: read.noSuchYear }),
  };
}
