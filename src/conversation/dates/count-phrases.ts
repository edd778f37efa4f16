import { workingDayAfter } from '../../domain/school/working-day.ts';
import { type LocalDate, plusDays, plusMonths } from '../../domain/time.ts';
import { type Phrase, phrase } from './phrase.ts';
import { NUMBER, nextNamed, numberOf, WEEKDAY } from './words.ts';

const UNIT = '(day|week|fortnight|month)s?';
const LEAD = '(?:(?:in|for|after|within) )?(?:about |around )?';
const TIME = "(?:[’']?s?[’']? time)";

/** The day so many of a unit after `from`. */
function later(from: LocalDate, count: number, unit: string): LocalDate {
  if (/^m/i.test(unit)) return plusMonths(from, count);
  return plusDays(from, count * (/^d/i.test(unit) ? 1 : /^w/i.test(unit) ? 7 : 14));
}

/** So many days on which offices work, school or not. */
const workingDays = (from: LocalDate, count: number): LocalDate =>
  Array.from({ length: count }).reduce<LocalDate>(workingDayAfter, from);

/** Days, weeks and months counted from today, in the ways that only people have. */
export const COUNT_PHRASES: readonly Phrase[] = [
  phrase('2mo(?:r+ow?)?', ({ today }) => [plusDays(today, 1)]),
  phrase(`${LEAD}(${NUMBER}) ${UNIT}(?:${TIME}| or so)(?!,? ago)`, ({ today }, [number = '', unit = '']) => [
    later(today, numberOf(number), unit),
  ]),
  phrase(
    `(?:in )?(${NUMBER}) (month|year)s? (?:(?:on|from|after) )?(today|tomorrow|now)`,
    ({ today }, [number = '', unit = '', from = '']) => [
      plusMonths(
        /^tom/i.test(from) ? plusDays(today, 1) : today,
        numberOf(number) * (/^y/i.test(unit) ? 12 : 1),
      ),
    ],
  ),
  // Four weeks to some, a month by the calendar to others.
  phrase(
    `(?:in )?(${NUMBER}) months? (?:on|from|after) (${WEEKDAY})`,
    ({ today }, [number = '', name = '']) => {
      const day = nextNamed(today, name);
      return [plusDays(day, 28 * numberOf(number)), plusMonths(day, numberOf(number))];
    },
  ),
  // "A week or two", "2-3 weeks": which of them is asked.
  phrase(
    `${LEAD}(${NUMBER}) ${UNIT} or (two|2|three|3)|${LEAD}(${NUMBER})(?: or | to | ?[–-] ?)(${NUMBER}) ${UNIT}${TIME}?`,
    ({ today }, [first = '', unit = '', second = '', from = '', to = '', units = '']) =>
      [first || from, second || to].map((number) => later(today, numberOf(number), unit || units)),
  ),
  phrase(`${LEAD}(${NUMBER})(?: more)? working days?${TIME}?`, ({ today }, [number = '']) => [
    workingDays(today, numberOf(number)),
  ]),
  phrase('(?:this|(?:the )?same) (?:time|day) next (week|month)', ({ today }, [unit = '']) => [
    later(today, 1, unit),
  ]),
  phrase(`(?:in )?(${NUMBER}) (${WEEKDAY})s(?: from now|${TIME})`, ({ today }, [number = '', name = '']) => [
    plusDays(nextNamed(today, name), 7 * (numberOf(number) - 1)),
  ]),
];
