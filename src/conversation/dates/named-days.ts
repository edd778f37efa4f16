import { nextBankHoliday } from '../../domain/school/bank-holidays.ts';
import { nextSchoolDay, schoolDayBy } from '../../domain/school/calendar.ts';
import { type LocalDate, plusDays } from '../../domain/time.ts';
import { type Calendar, type Phrase, phrase } from './phrase.ts';
import { datesNamed, POLITE } from './words.ts';

/** The next bank holiday, of that name where one is given. */
function bankHoliday(today: LocalDate, name?: string): LocalDate[] {
  const found = nextBankHoliday(today, name);
  return found ? [found] : [];
}

/** The next INSET day of the school's calendar. */
function insetDay({ school, today }: Calendar): LocalDate[] {
  const found = school.insetDays.toSorted().find((day) => day > today);
  return found ? [found] : [];
}

const INSET = '(?:inset|training|baker|(?:teacher|staff) training)(?:-| )day';
/** By itself, or where a day is said: “book the training day” names none. */
const SAID_ALONE = '(?:^|(?<=\\b(?:until|till|til|by|on|for) ))';

/** A row for a day that is the same date each year. */
const sameEachYear = (words: string, month: number, day: number): Phrase =>
  phrase(`(?:on )?${words}`, ({ today }) => datesNamed(today, month, day));

/** Days that have a name of their own. A bank holiday is taken as said: that there is no school is pointed out later. */
export const NAMED_DAYS: readonly Phrase[] = [
  sameEachYear('(?:christmas|xmas) eve', 12, 24),
  sameEachYear('(?:christmas|xmas) day', 12, 25),
  sameEachYear('boxing day', 12, 26),
  sameEachYear("new year[’']?s[’']? eve", 12, 31),
  sameEachYear("new year[’']?s[’']? day", 1, 1),
  phrase('(?:on )?good friday', ({ today }) => bankHoliday(today, 'Good Friday')),
  phrase('(?:on )?easter monday', ({ today }) => bankHoliday(today, 'Easter Monday')),
  phrase('(?:on )?(?:the )?(?:next )?bank holiday(?: monday)?', ({ today }) => bankHoliday(today)),
  phrase('after (?:the )?(?:next )?bank holiday(?: (?:monday|weekend))?', ({ today, school }) =>
    bankHoliday(today).map((day) => nextSchoolDay(school, day)),
  ),
  phrase(`(?:on )?(?:the |our )?next (?:${INSET}|inset)`, insetDay),
  phrase(`${SAID_ALONE}(?:on )?(?:the |our )?(?:${INSET}|inset)(?=${POLITE}$)`, insetDay),
  phrase(`(?:the )?(?:day )?before (?:the |our )?(?:next )?(?:${INSET}|inset)`, (at) =>
    insetDay(at).map((day) => schoolDayBy(at.school, plusDays(day, -1))),
  ),
  phrase(`(?:the )?(?:day )?after (?:the |our )?(?:next )?(?:${INSET}|inset)`, (at) =>
    insetDay(at).map((day) => nextSchoolDay(at.school, day)),
  ),
];
