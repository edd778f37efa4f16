import { schoolDayBy, schoolDayFrom } from '../../domain/school/calendar.ts';
import { termDays } from '../../domain/school/holidays.ts';
import { type LocalDate, plusDays } from '../../domain/time.ts';
import { firstOf, ordinal } from './period-phrases.ts';
import { type Calendar, type Phrase, phrase } from './phrase.ts';
import { after, before, HOLIDAY, TERM } from './school-phrases.ts';
import { MONTH, mondayOf } from './words.ts';

const WHICH = '(first|1st|second|2nd|third|3rd|fourth|4th|last|final)';
const ORDERED = [/^(?:first|1st)/i, /^(?:second|2nd)/i, /^(?:third|3rd)/i, /^(?:fourth|4th)/i];
const FRIDAY = 4;

/** The first and the last school day of the week that `date` is in: which of them is meant is asked. */
function week({ school }: Calendar, date: LocalDate): LocalDate[] {
  const monday = mondayOf(date);
  return [schoolDayFrom(school, monday), schoolDayBy(school, plusDays(monday, FRIDAY))];
}

/** The school week of a term, the first of such that is not over. */
function weekOfTerm(name: string, which: string, at: Calendar): readonly LocalDate[] {
  const wanted = name.trim().toLowerCase();
  const nth = ORDERED.findIndex((pattern) => pattern.test(which));
  const weeks = termDays(at.school)
    .filter((term) => term.name.toLowerCase().includes(wanted))
    .map(({ first, last }) => week(at, nth < 0 ? last : plusDays(first, nth * 7)));
  return weeks.find((days) => days.some((day) => day > at.today)) ?? [];
}

/** Weeks of a month or a term, and those beside holidays. The week that has the month's first Thursday is its first. */
export const WEEK_PHRASES: readonly Phrase[] = [
  phrase(
    `(?:in |on )?(?:the )?${WHICH} week (?:of|in) ((?:the|this|next) month|${MONTH})(?!,? \\d)`,
    ({ today }, [which = '', month = '']) => {
      const first = firstOf(today, month);
      const thursday = ordinal(first, which.replace(/final/i, 'last'), 'thursday');
      if (!thursday) return undefined;
      const monday = mondayOf(thursday);
      return [monday, plusDays(monday, FRIDAY)].map((day) => {
        if (day < first) return first;
        return day.slice(0, 7) === first.slice(0, 7) ? day : thursday;
      });
    },
  ),
  phrase(
    `(?:in |on )?(?:the )?${WHICH} week of (?:the )?(?:next |new )?${TERM}`,
    (at, [which = '', name = '']) => weekOfTerm(name, which, at),
  ),
  phrase('(?:in )?(?:the |our )?first week back', (at) =>
    after('holidays', at).flatMap((first) => [first, ...week(at, first).slice(1)]),
  ),
  phrase(`(?:in )?(?:the )?(?:last )?week before (?:${HOLIDAY})`, (at, [word = '']) =>
    before(word, at).flatMap((last) => [...week(at, last).slice(0, 1), last]),
  ),
  phrase(`(?:in )?(?:the )?(?:first )?week (?:back )?after (?:${HOLIDAY})`, (at, [word = '']) =>
    after(word, at).flatMap((first) => [first, ...week(at, first).slice(1)]),
  ),
];
