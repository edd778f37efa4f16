import { addSchoolDays, nextSchoolDay } from '../../domain/school/calendar.ts';
import {
  firstDayAfter,
  type Holiday,
  type HolidayName,
  holidaysOf,
  lastDayBefore,
  termDays,
} from '../../domain/school/holidays.ts';
import { type LocalDate, plusDays } from '../../domain/time.ts';
import { type Calendar, type Phrase, phrase } from './phrase.ts';
import { NUMBER, nextNamed, numberOf, WEEKDAY } from './words.ts';

/** What holidays are called. Whether "the holidays" are the next between terms or a half-term, too, is in doubt. */
const HOLIDAY =
  '(?:the )?(half(?:-| )?term|christmas|xmas|easter|summer|holidays?|hols|break)(?: (?:holidays?|hols|break))?(?! term)';
const NAMES: readonly (readonly [RegExp, HolidayName])[] = [
  [/^half/i, 'half-term'],
  [/^(?:christ|x)mas/i, 'Christmas'],
  [/^easter/i, 'Easter'],
  [/^summer/i, 'summer'],
];

type Ahead = (holiday: Holiday) => boolean;
const anyHoliday = () => true;
const betweenTerms: Ahead = ({ name }) => name !== 'half-term';

/** The next holidays that may be called so, of those that are `ahead`; the first of each meaning. */
function called(word: string, { school }: Calendar, ahead: Ahead): readonly Holiday[] {
  const name = NAMES.find(([pattern]) => pattern.test(word))?.[1];
  const meanings: readonly Ahead[] = name ? [(each) => each.name === name] : [anyHoliday, betweenTerms];
  const coming = holidaysOf(school).filter(ahead);
  const found = meanings.flatMap((meaning) => coming.find(meaning) ?? []);
  return [...new Set(found)];
}

/** The last school days before the next holidays called so. */
function before(word: string, at: Calendar): LocalDate[] {
  const ahead: Ahead = (holiday) => lastDayBefore(at.school, holiday) > at.today;
  return called(word, at, ahead).map((holiday) => lastDayBefore(at.school, holiday));
}

/** The first school days after the next holidays called so, or those it is now. */
function after(word: string, at: Calendar): LocalDate[] {
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

const TERM = '((?:(?:autumn|spring|summer|christmas|easter) )?)term';
const END = '(?:the )?(?:end|last(?: school)? day) of (?:the |this )?';
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
  phrase('(?:when|before|until|till) we break up', (at) => before('holidays', at)),
  phrase(`(?:(?:the )?(?:first )?(?:school )?day )?(?:back )?after (?:${HOLIDAY})`, (at, [word = '']) =>
    after(word, at),
  ),
  phrase(`(?:the )?(${WEEKDAY}) before (?:${HOLIDAY})`, (at, [name = '', word = '']) =>
    before(word, at).map((last) => nextNamed(plusDays(last, -7), name)),
  ),
  phrase(`(?:the )?(${WEEKDAY}) after (?:${HOLIDAY})`, (at, [name = '', word = '']) =>
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
  phrase("(?:the )?first day back|(?:when )?we(?:’re|'re| are) back", (at) => after('holidays', at)),
  phrase('(?:(?:in|after) )?(?:the )?new year', (at) => after('christmas', at)),
  // "Until half term" may be until it begins, or until it is over.
  phrase(`(?<=\\b(?:until|till|til|by) )(?:${HOLIDAY})`, (at, [word = '']) => [
    ...before(word, at).slice(0, 1),
    ...after(word, at).slice(0, 1),
  ]),
  // The end of a half of a term, or the end of the holiday of that name.
  phrase(`${END}half(?:-| )?term`, (at) => [
    ...before('holidays', at).slice(0, 1),
    ...after('half-term', at),
  ]),
  phrase(`${START}half(?:-| )?term`, (at) => [
    ...before('half-term', at),
    ...after('holidays', at).slice(0, 1),
  ]),
  phrase(`${END}${TERM}`, (at, [name = '']) => termEdges(name, 'last', at).slice(0, 1)),
  phrase(`${END}next ${TERM}`, (at, [name = '']) =>
    name ? termEdges(name, 'last', at).slice(0, 1) : termEdges(name, 'last', at).slice(1, 2),
  ),
  phrase(`(?:${START})?next ${TERM}|${START}${TERM}`, (at, [next = '', plain = '']) =>
    termEdges(next || plain, 'first', at).slice(0, 1),
  ),
];
