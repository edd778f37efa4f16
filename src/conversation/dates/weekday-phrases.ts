import { type LocalDate, plusDays } from '../../domain/time.ts';
import { type Phrase, phrase } from './phrase.ts';
import { MONTH, mondayOf, NUMBER, nextNamed, numberOf, WEEKDAY } from './words.ts';

const SAID_TIME = "(?:[’']s? time)?";
// A day of the week with a date after it is a date.
const DATED = `(?!,? (?:the )?(?:\\d{1,2}(?:st|nd|rd|th|(?: of)? ${MONTH}|[/.-]\\d)|${MONTH}))`;

const lengthOf = (unit: string) => (unit.toLowerCase().startsWith('f') ? 14 : 7);

/** The day a count of weeks begins on: "today", "tomorrow" or a day of the week. */
function begun(today: LocalDate, word: string): LocalDate {
  if (/^today$/i.test(word)) return today;
  return /^tomorrow$/i.test(word) ? plusDays(today, 1) : nextNamed(today, word);
}

/** "Next Friday" on a Tuesday is this week's to some and next week's to others; so is "next Monday" on a Sunday. */
function nextDay(today: LocalDate, name: string): LocalDate[] {
  const nearest = nextNamed(today, name);
  const inDoubt = nearest <= plusDays(mondayOf(today), 6) || nearest <= plusDays(today, 2);
  return inDoubt ? [nearest, plusDays(nearest, 7)] : [nearest];
}

/** "This Friday", when this week's has passed or is today, may be the next one. */
function thisDay(today: LocalDate, name: string): LocalDate[] {
  const nearest = nextNamed(today, name);
  const sunday = plusDays(mondayOf(today), 6);
  return nearest <= sunday ? [nearest] : [plusDays(nearest, -7), nearest];
}

/** Days of the week, and weeks counted from a day. */
export const WEEKDAY_PHRASES: readonly Phrase[] = [
  // Today, unless a day follows; and today is too late to be a new day.
  phrase(
    `(?:the )?end of (?:the |this )?(?:school )?day(?!,? (?:on )?(?:${WEEKDAY}|tomorrow))`,
    ({ today }) => [today],
  ),
  phrase('(?:the )?day after tomorrow', ({ today }) => [plusDays(today, 2)]),
  phrase(
    `(?:in )?(${NUMBER}) (week|fortnight)s? (?:(?:on|from|after) )?(${WEEKDAY}|today|tomorrow)`,
    ({ today }, [number = '', unit = '', day = '']) => [
      plusDays(begun(today, day), numberOf(number) * lengthOf(unit)),
    ],
  ),
  // Without "a": but "next week on Friday" is next week's.
  phrase(
    `(?<!(?:this|next|last|that|the|each|every|school) )(fortnight(?: (?:on|from|after))?|week (?:on|from|after)) (${WEEKDAY}|today|tomorrow)`,
    ({ today }, [unit = '', day = '']) => [plusDays(begun(today, day), lengthOf(unit))],
  ),
  phrase(`(?:(?:in|for|after) )?(${NUMBER}) weeks? and a half`, ({ today }, [number = '']) => {
    const weeks = numberOf(number) * 7;
    return [plusDays(today, weeks + 3), plusDays(today, weeks + 4)];
  }),
  phrase(`(?:on )?(${WEEKDAY}|today|tomorrow) (week|fortnight)`, ({ today }, [day = '', unit = '']) => [
    plusDays(begun(today, day), lengthOf(unit)),
  ]),
  phrase(
    `(?<=^ ?|\\b(?:until|till|til|by|on|for) )week (${WEEKDAY}|today|tomorrow)`,
    ({ today }, [day = '']) => [plusDays(begun(today, day), 7)],
  ),
  phrase(
    `(?:on )?(${WEEKDAY}|today|tomorrow) (${NUMBER}) weeks?(?! (?:ago|before|after|and|or))`,
    ({ today }, [day = '', number = '']) => [plusDays(begun(today, day), 7 * numberOf(number))],
  ),
  phrase(
    `(${NUMBER}) (week|fortnight)s? (?:on )?next (${WEEKDAY})|(?:on )?next (${WEEKDAY}) (week|fortnight)`,
    ({ today }, [number = '', unit = '', day = '', first = '', units = '']) =>
      nextDay(today, day || first).map((each) =>
        plusDays(each, (number ? numberOf(number) : 1) * lengthOf(unit || units)),
      ),
  ),
  phrase(`(?:(?:in|for|after) )?(${NUMBER}) fortnights?${SAID_TIME}`, ({ today }, [number = '']) => [
    plusDays(today, numberOf(number) * 14),
  ]),
  // By the day before it, or on it.
  phrase(`(?<!\\bnot )before (${WEEKDAY})${DATED}`, ({ today }, [name = '']) => {
    const day = nextNamed(today, name);
    return [plusDays(day, -1), day];
  }),
  phrase(
    `(?:on )?(${WEEKDAY}) next(?! (?:week|month|term|half|year|school|to\\b))`,
    ({ today }, [name = '']) => nextDay(today, name),
  ),
  phrase(`(?:on )?(?:the )?following (${WEEKDAY})${DATED}`, ({ today }, [name = '']) => {
    const day = nextNamed(today, name);
    return [day, plusDays(day, 7)];
  }),
  phrase(`(?:on )?next (${WEEKDAY})${DATED}`, ({ today }, [name = '']) => nextDay(today, name)),
  phrase(`(?:on )?this (${WEEKDAY})${DATED}`, ({ today }, [name = '']) => thisDay(today, name)),
  phrase(
    `(?:on )?(?:this |the )?coming (${WEEKDAY})${DATED}|(?:on )?(${WEEKDAY}) coming`,
    ({ today }, [after = '', before = '']) => [nextNamed(today, after || before)],
  ),
  phrase(`(?:the )?(${WEEKDAY}) after next`, ({ today }, [name = '']) =>
    nextDay(today, name).map((day) => plusDays(day, 7)),
  ),
  phrase(
    `(?:on )?(${WEEKDAY})(?:,| of)? (this|next) week|(this|next) week,?(?: on)? (${WEEKDAY})`,
    ({ today }, [before = '', which = '', whichFirst = '', after = '']) => {
      const sunday = plusDays(mondayOf(today), /next/i.test(which || whichFirst) ? 6 : -1);
      return [nextNamed(sunday, before || after)];
    },
  ),
  phrase('(?:the )?week after next', ({ today }) => [plusDays(today, 14)]),
];
