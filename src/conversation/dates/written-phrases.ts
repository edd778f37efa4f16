import { type LocalDate, plusMonths } from '../../domain/time.ts';
import { type Phrase, phrase } from './phrase.ts';
import { dateOf, datesNamed, MONTH, monthOf, nearestNamed, nextOfMonth, POLITE, WEEKDAY } from './words.ts';

/**
 * The one of `dates`, the nearest first, that falls on the weekday said with them. Where the nearest doesn't, the weekday or the
 * date may be a slip, even if another year's does: each of them then, and the nearest that does.
 */
export function agreed(dates: readonly LocalDate[], name: string): LocalDate[] {
  const fits = (date: LocalDate) => nearestNamed(date, name) === date;
  if (dates[0] && fits(dates[0])) return dates.filter(fits);
  return dates.flatMap((date) => [date, nearestNamed(date, name)]);
}

/** The next day of that number. */
const ofMonth: Phrase['days'] = ({ today }, [day = '']) => {
  const date = nextOfMonth(today, Number(day));
  return date ? [date] : undefined;
};

/** Days by their date. */
export const WRITTEN_PHRASES: readonly Phrase[] = [
  // “Monday the 29th of November”, “November 29, Monday”.
  phrase(
    `(?:on )?(${WEEKDAY}),? the (\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH})(?!,? \\d)|(?:on )?(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?,? (${WEEKDAY})`,
    ({ today }, [name = '', day = '', month = '', monthFirst = '', itsDay = '', nameLast = '']) => {
      const dates = datesNamed(today, monthOf(month || monthFirst), Number(day || itsDay));
      return dates.length ? agreed(dates, name || nameLast) : undefined;
    },
  ),
  phrase('(\\d{1,2})\\.(\\d{1,2})\\.(\\d{4}|\\d{2})(?![.:])', (_, [day = '', month = '', year = '']) => {
    const date = dateOf(Number(year.padStart(4, '20')), Number(month), Number(day));
    return date ? [date] : undefined;
  }),
  phrase(
    `(?:on )?(${MONTH}) the (\\d{1,2})(?:st|nd|rd|th)(?!,? \\d)`,
    ({ today }, [month = '', day = '']) => {
      const dates = datesNamed(today, monthOf(month), Number(day));
      return dates.length ? dates : undefined;
    },
  ),
  // “December 10”, but no month of a year and no time of day: “December 2026”, “December 10:30”, “December 10 am”.
  phrase(
    `(?:on )?(${MONTH}) (\\d{1,2})(?!\\d|[:.,]? ?\\d| ?[ap]m\\b)`,
    ({ today }, [month = '', day = '']) => {
      const dates = datesNamed(today, monthOf(month), Number(day));
      return dates.length ? dates : undefined;
    },
  ),
  // Without "th" it may be a time of day: only at the end, and where the weekday is that of the date.
  phrase(`(?:on )?(${WEEKDAY}),? (?:the )?(\\d{1,2})(?= ?$|[,;!?])`, ({ today }, [name = '', day = '']) => {
    const date = nextOfMonth(today, Number(day));
    return date && nearestNamed(date, name) === date ? [date] : undefined;
  }),
  phrase(
    `(?:on )?(${WEEKDAY}),? (?:the )?(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:${MONTH}|next|this))`,
    ({ today }, [name = '', day = '']) => {
      const date = nextOfMonth(today, Number(day));
      return date ? agreed([date], name) : undefined;
    },
  ),
  phrase(
    `(?:(?:on )?the |(?<=\\b(?:until|till|til|by|on) ))(\\d{1,2})(?:st|nd|rd|th)(?! (?:of )?(?:${MONTH}|next|this))`,
    ofMonth,
  ),
  // By itself: "23rd".
  phrase('^(\\d{1,2})(?:st|nd|rd|th)(?=\\S*(?: [.!]*)?$)', ofMonth),
  phrase(
    '(?:(?:on )?the )?(\\d{1,2})(?:st|nd|rd|th) of (this|next) month',
    ({ today }, [day = '', which = '']) => {
      const month = plusMonths(today, /next/i.test(which) ? 1 : 0);
      const date = dateOf(Number(month.slice(0, 4)), Number(month.slice(5, 7)), Number(day));
      return date ? [date] : undefined;
    },
  ),
  // "29.11." or, where it can be no time of day, "29.11".
  phrase(
    '(?<!\\bat )(?:(\\d{1,2})\\.(\\d{1,2})\\.|(2[4-9]|3[01])\\.(\\d{1,2}))(?![.:])',
    ({ today }, [day = '', month = '', late = '', lateMonth = '']) => {
      const dates = datesNamed(today, Number(month || lateMonth), Number(day || late));
      return dates.length ? dates : undefined;
    },
  ),
  // "1.12" and "1-12" by themselves, or at the end after "until": neither a time of day nor a range is asked there.
  phrase(
    `(?:^|(?<=\\b(?:until|till|til|by|on) ))(\\d{1,2})[.-](\\d{1,2})(?=${POLITE}$)`,
    ({ today }, [day = '', month = '']) => {
      const dates = datesNamed(today, Number(month), Number(day));
      return dates.length ? dates : undefined;
    },
  ),
  // Most years have none: the day before it or the day after it may be meant.
  phrase(
    '29(?:th)?(?: of)? feb(?:ruary)?(?!,? \\d{4})|feb(?:ruary)? 29(?:th)?(?!,? \\d{4})|29/0?2(?!/)',
    ({ today }) => {
      const dates = datesNamed(today, 2, 29);
      return dates.length ? dates : [...datesNamed(today, 2, 28), ...datesNamed(today, 3, 1)];
    },
  ),
];
