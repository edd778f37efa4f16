import { addSchoolDays, nextSchoolDay, schoolDayFrom } from '../../domain/school/calendar.ts';
import { halfTermsOf } from '../../domain/school/half-terms.ts';
import {
  firstDayAfter,
  type Holiday,
  type HolidayName,
  holidaysOf,
  lastDayBefore,
  termDays,
} from '../../domain/school/holidays.ts';
import { schoolYearAt } from '../../domain/school/school-year.ts';
import { type LocalDate, plusDays } from '../../domain/time.ts';
import { type Calendar, type Phrase, phrase } from './phrase.ts';
import { NUMBER, nextNamed, numberOf, POLITE, WEEKDAY } from './words.ts';

/** What holidays are called. Whether "the holidays" are the next between terms or a half-term, too, is in doubt. */
export const HOLIDAY =
  '(?:the )?((?:(?:oct(?:ober)?|feb(?:ruary)?|may|whit(?:sun)?|autumn|spring|summer)(?: term)? )?half(?:-| )?term|christmas|xmas|easter|summer|holidays?|hols|break)(?: (?:holidays?|hols|break))?(?! (?:term|day|eve|monday|half))';
const NAMES: readonly (readonly [RegExp, HolidayName])[] = [
  [/half/i, 'half-term'],
  [/^(?:christ|x)mas/i, 'Christmas'],
  [/^easter/i, 'Easter'],
  [/^summer/i, 'summer'],
];

/** In which months the half-term of that name lies. */
const HALVES: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^(?:oct|autumn)/i, ['10', '11']],
  [/^(?:feb|spring)/i, ['02']],
  [/^(?:may|whit|summer)(?=.*half)/i, ['05', '06']],
];

type Ahead = (holiday: Holiday) => boolean;
const anyHoliday = () => true;
const betweenTerms: Ahead = ({ name }) => name !== 'half-term';

/** The next holidays that may be called so, of those that are `ahead`; the first of each meaning. */
function called(word: string, { school }: Calendar, ahead: Ahead): readonly Holiday[] {
  const name = NAMES.find(([pattern]) => pattern.test(word))?.[1];
  const meanings: readonly Ahead[] = name ? [(each) => each.name === name] : [anyHoliday, betweenTerms];
  const months = HALVES.find(([pattern]) => pattern.test(word))?.[1];
  const coming = holidaysOf(school).filter(
    (each) => ahead(each) && (months?.includes(each.start.slice(5, 7)) ?? true),
  );
  const found = meanings.flatMap((meaning) => coming.find(meaning) ?? []);
  return [...new Set(found)];
}

/**
 * The last school days before the next holidays called so. Said on such a day, or after it, holidays further on may be meant:
 * that day is too late, and theirs are named with it.
 */
export function before(word: string, at: Calendar): LocalDate[] {
  const lastDays = (ahead: Ahead) =>
    called(word, at, ahead).map((holiday) => lastDayBefore(at.school, holiday));
  const coming = lastDays(({ start }) => start > at.today);
  if (coming.every((day) => day > at.today)) return coming;
  return [...new Set([...coming, ...lastDays((holiday) => lastDayBefore(at.school, holiday) > at.today)])];
}

/** The first school days after the next holidays called so, or those it is now. */
export function after(word: string, at: Calendar): LocalDate[] {
  const ahead: Ahead = ({ end }) => end >= at.today;
  return called(word, at, ahead).flatMap((holiday) => firstDayAfter(at.school, holiday) ?? []);
}

/** The terms that are called so ('' for any), of those whose `edge` is ahead, in order. */
function termEdges(name: string, edge: 'first' | 'last', { school, today }: Calendar): LocalDate[] {
  const wanted = name.trim().toLowerCase();
  const ahead = (day: LocalDate) => (edge === 'last' ? day >= today : day > today);
  return termDays(school)
    .filter((term) => term.name.toLowerCase().includes(wanted) && ahead(term[edge]))
    .map((term) => term[edge]);
}

/** The first school day of the next half of a term. */
function nextHalf({ school, today }: Calendar): LocalDate[] {
  const next = halfTermsOf(school).find(({ start }) => start > today);
  return next ? [schoolDayFrom(school, next.start)] : [];
}

/** The last school day of the school year it is. */
function lastOfYear({ school, today }: Calendar): LocalDate[] {
  const { end } = schoolYearAt(school, today);
  const days = termDays(school).filter(({ last }) => last > today && last <= end);
  return days.slice(-1).map(({ last }) => last);
}

export const TERM = '((?:(?:autumn|spring|summer|christmas|easter) )?)term';
const BACK = "(?:we|they|I)(?:[’']re|[’']m| are| am| get| come| go) back(?: (?:to|at|in) school)?";
const REOPENS =
  'school (?:starts|begins|is|opens|reopens|re-opens|restarts)(?: (?:again|back|on again|open again))?';
/** A holiday that can be nothing else by itself: “Easter” and “Summer” are names, too, and “break” is at eleven. */
const ALONE =
  '(?:the )?((?:(?:oct(?:ober)?|feb(?:ruary)?|may|whit(?:sun)?|autumn|spring|summer)(?: term)? )?half(?:-| )?term(?: (?:holidays?|hols|break|week))?|(?:christmas|xmas)(?: (?:holidays?|hols|break))?|(?:easter|summer) (?:holidays?|hols|break)|holidays|hols|(?<=\\b(?:over|during)(?: the)? )(?:easter|summer))';
const END = '(?:before )?(?:the )?(?:end|last(?: school)? day) of (?:the |this )?';
const START = '(?:the )?(?:start|beginning|first(?: school)? day) of (?:the )?';

/** Days as a school's calendar has them. */
export const SCHOOL_PHRASES: readonly Phrase[] = [
  phrase(
    `(?:(?:in|after|within|for) )?(${NUMBER})(?: more)? school days?(?:['’]s? time)?`,
    ({ school, today }, [number = '']) => [addSchoolDays(school, today, numberOf(number))],
  ),
  phrase('(?:the )?next (?:school day|day (?:at|in|of) school)', ({ school, today }) => [
    nextSchoolDay(school, today),
  ]),
  phrase(`(?:(?:the )?(?:last )?(?:school )?day )?before (?:${HOLIDAY})`, (at, [word = '']) =>
    before(word, at),
  ),
  phrase('(?:(?:when|before) |(?<=\\b(?:until|till|til|by) ))we break up', (at) => before('holidays', at)),
  // The end of this half of a term, or the beginning of the next.
  phrase('(?:the )?next half(?:-| )?term(?! (?:holidays?|hols|break))', (at) => [
    ...before('half-term', at),
    ...nextHalf(at),
  ]),
  phrase(`(?:(?:the )?(?:first )?(?:school )?day )?(?:back )?after (?:${HOLIDAY})`, (at, [word = '']) =>
    after(word, at),
  ),
  phrase(`(?:the )?(?:last )?(${WEEKDAY}) before (?:${HOLIDAY})`, (at, [name = '', word = '']) =>
    before(word, at).map((last) => nextNamed(plusDays(last, -7), name)),
  ),
  phrase(`(?:the )?(?:first )?(${WEEKDAY}) after (?:${HOLIDAY})`, (at, [name = '', word = '']) =>
    after(word, at).map((first) => nextNamed(plusDays(first, -1), name)),
  ),
  phrase(`(${NUMBER}) weeks? (before|after) (?:${HOLIDAY})`, (at, [number = '', side = '', word = '']) =>
    /before/i.test(side)
      ? before(word, at).map((last) => plusDays(last, -7 * numberOf(number)))
      : after(word, at).map((first) => plusDays(first, 7 * numberOf(number))),
  ),
  // There is school again by then: the last day of a holiday is seldom what is meant.
  phrase(
    `${END}((?:(?:half(?:-| )?term|christmas|xmas|easter|summer) )?(?:holidays?|hols|break))`,
    (at, [word = '']) => after(word, at),
  ),
  phrase(
    `(?:the |our )?first (?:school )?day back(?: (?:to|at|in) school)?|(?:(?:when|once|after) )?${BACK}|(?:when|once|until|till|til) ${REOPENS}|(?:^|(?<=\\b(?:until|till|til|by|when|once) ))(?:back (?:to|at|in) school|${REOPENS})(?=${POLITE}$)`,
    (at) => after('holidays', at),
  ),
  phrase(`(?:on )?(?:the |our )?(?:first )?(${WEEKDAY}) (?:back|${BACK})`, (at, [name = '']) =>
    after('holidays', at).map((first) => nextNamed(plusDays(first, -1), name)),
  ),
  phrase(
    `(?:on )?(?:the )?(first|last) (${WEEKDAY}) of (?:the )?(?:next |new )?${TERM}`,
    (at, [which = '', day = '', name = '']) =>
      /first/i.test(which)
        ? termEdges(name, 'first', at)
            .slice(0, 1)
            .map((first) => nextNamed(plusDays(first, -1), day))
        : termEdges(name, 'last', at)
            .slice(0, 1)
            .map((last) => nextNamed(plusDays(last, -7), day)),
  ),
  phrase("(?:(?:in|after) )?(?:the )?new year(?![’']?s)|(?:the )?(?:start|beginning) of next year", (at) =>
    after('christmas', at),
  ),
  phrase('(?:by |before )?(?:the )?end of (?:the |this )?(?:school|academic) year', lastOfYear),
  // Of the school's year, or the calendar's.
  phrase('(?:by |before )?(?:the )?end of (?:the |this )?year', (at) => [
    `${at.today.slice(0, 4)}-12-31`,
    ...lastOfYear(at),
  ]),
  phrase(`after (?:the )?end of (?:the |this )?${TERM}`, (at) => after('holidays', at).slice(-1)),
  // "Until half term", and "half term" by itself, may be until it begins, or until it is over.
  phrase(
    `(?<=\\b(?:until|till|til|by) )(?:${HOLIDAY})|^(?:(?:in|at|over|during|for|around) )?${ALONE}(?=${POLITE}$)`,
    (at, [until = '', alone = '']) => [
      ...before(until || alone, at).slice(0, 1),
      ...after(until || alone, at).slice(0, 1),
    ],
  ),
  // The end of a half of a term, or the end of the holiday of that name.
  phrase(`${END}half(?:-| )?term`, (at) => [
    ...before('holidays', at).slice(0, 1),
    ...after('half-term', at),
  ]),
  phrase(`${START}half(?:-| )?term`, (at) => [
    ...before('half-term', at),
    ...after('holidays', at).slice(0, 1),
  ]),
  phrase(`${START}(?:the )?(?:next|new) half(?:-| )?term`, nextHalf),
  phrase(`${END}${TERM}`, (at, [name = '']) => termEdges(name, 'last', at).slice(0, 1)),
  phrase(`${END}next ${TERM}`, (at, [name = '']) =>
    name ? termEdges(name, 'last', at).slice(0, 1) : termEdges(name, 'last', at).slice(1, 2),
  ),
  phrase(
    `(?:${START}|(?:in |at )?(?:the )?)(?:next|new) ${TERM}|${START}${TERM}`,
    (at, [next = '', plain = '']) => termEdges(next || plain, 'first', at).slice(0, 1),
  ),
];
