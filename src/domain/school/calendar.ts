import type { Instant, LocalDate, LocalTime } from '../time.ts';
import { instantAt, localDate, localTime, plusDays, weekday } from '../time.ts';
import { isBankHoliday } from './bank-holidays.ts';
import type { DateRange, School } from './school.ts';

/** When on a school day the bot may write of its own accord: from the first minute, until before the last. */
const MESSAGING_HOURS: { readonly from: LocalTime; readonly until: LocalTime } = {
  from: '08:00',
  until: '17:00',
};

/** Longer than any holiday: what was missed before that is overdue by now, and mentioned as such. */
const LONGEST_LOOK_BACK = 62;

/**
 * Whether `date` is a school day: Monday to Friday, in term, and no half-term, INSET day, closure or bank holiday.
 *
 * After the last term that was imported nobody knows, and then an ordinary weekday counts as a school day once the
 * holidays that follow a term are over (see `holidaysEnd`). Else, where somebody forgot to import next year's
 * terms, the bot would fall silent for ever, and nudges would be lost without anybody noticing.
 */
export function isSchoolDay(school: School, date: LocalDate): boolean {
  if (!mayHaveSchool(school, date)) return false;
  const term = school.terms.find((each) => within(each, date));
  if (term) return !(term.halfTerm && within(term.halfTerm, date));
  return date > lastKnownDay(school);
}

/** `date`, where it is a school day, else the last one before it. */
export function schoolDayBy(school: School, date: LocalDate): LocalDate {
  return isSchoolDay(school, date) ? date : addSchoolDays(school, date, -1);
}

/** `date`, where it is a school day, else the next one after it. */
export function schoolDayFrom(school: School, date: LocalDate): LocalDate {
  return isSchoolDay(school, date) ? date : addSchoolDays(school, date, 1);
}

/** The first school day after `date`. */
export function nextSchoolDay(school: School, date: LocalDate): LocalDate {
  return addSchoolDays(school, date, 1);
}

/**
 * The school day that is `days` school days after `date` (before it, when negative). 0 gives `date` itself, whatever
 * day that is. Before the first term that was imported, weekdays count.
 */
export function addSchoolDays(school: School, date: LocalDate, days: number): LocalDate {
  const step = Math.sign(days);
  let at = date;
  for (let left = Math.abs(days); left > 0; ) {
    at = plusDays(at, step);
    if (isSchoolDay(school, at) || (step < 0 && isWeekdayBeforeTerms(school, at))) left -= 1;
  }
  return at;
}

/** The school days after `after`, up to and with `until`, in order. However long ago `after` is, at most two months of them. */
export function schoolDaysAfter(school: School, after: LocalDate, until: LocalDate): readonly LocalDate[] {
  const earliest = plusDays(until, -LONGEST_LOOK_BACK);
  const days: LocalDate[] = [];
  for (let day = plusDays(after < earliest ? earliest : after, 1); day <= until; day = plusDays(day, 1)) {
    if (isSchoolDay(school, day)) days.push(day);
  }
  return days;
}

/** How many school days come after `from`, up to and with `to`; negative when `to` is earlier. */
export function schoolDaysBetween(school: School, from: LocalDate, to: LocalDate): number {
  if (to < from) return -schoolDaysBetween(school, to, from);
  let days = 0;
  for (let at = from; at < to; ) {
    at = plusDays(at, 1);
    if (isSchoolDay(school, at)) days += 1;
  }
  return days;
}

/** Whether the bot may write to the school's people at `instant`: a school day, 08:00 to 17:00 in Europe/London. */
export function mayMessage(school: School, instant: Instant): boolean {
  const time = localTime(instant);
  if (time < MESSAGING_HOURS.from || time >= MESSAGING_HOURS.until) return false;
  return isSchoolDay(school, localDate(instant));
}

/** Whether a digest may be sent to the school's people at `instant`: from their hour (`policyOf`) to the end of the day. */
export function mayNudge(school: School, hour: LocalTime, instant: Instant): boolean {
  const time = localTime(instant);
  return time >= hour && time < MESSAGING_HOURS.until && isSchoolDay(school, localDate(instant));
}

/** When the bot may next write to the school's people: `instant` itself if it may then, else a school day's 08:00. */
export function nextMessagingTime(school: School, instant: Instant): Instant {
  return mayMessage(school, instant) ? instant : nextSchoolMorning(school, instant);
}

/** The first 08:00 (Europe/London) of a school day that is later than `instant`. */
export function nextSchoolMorning(school: School, instant: Instant): Instant {
  const today = localDate(instant);
  const morning = instantAt(today, MESSAGING_HOURS.from);
  if (morning > instant && isSchoolDay(school, today)) return morning;
  return instantAt(nextSchoolDay(school, today), MESSAGING_HOURS.from);
}

/** The calendar year in which the school year that `date` is in began: it begins on 1 September. */
export function schoolYearOf(date: LocalDate): number {
  const year = Number(date.slice(0, 4));
  return date.slice(5) >= '09-01' ? year : year - 1;
}

/** Whether `date` is one of the days of `range`. */
export const within = (range: DateRange, date: LocalDate): boolean =>
  range.start <= date && date <= range.end;

/** The last day on which the terms imported say whether there is school; '' when there are none at all. */
function lastKnownDay(school: School): LocalDate {
  const lastTermEnd = school.terms.reduce((latest, term) => (term.end > latest ? term.end : latest), '');
  return lastTermEnd && holidaysEnd(lastTermEnd);
}

/**
 * The last day of the holidays after a term that ends on `end`: August's after a summer term, else the sixteen days
 * that two weeks with their weekends make. Forgotten terms must not have the bot write to people on holiday.
 */
export function holidaysEnd(end: LocalDate): LocalDate {
  const year = end.slice(0, 4);
  return end >= `${year}-06-15` && end <= `${year}-08-31` ? `${year}-08-31` : plusDays(end, 16);
}

/** Monday to Friday, and no bank holiday, INSET day or closure: whatever the terms are. */
function mayHaveSchool({ insetDays, closures }: School, date: LocalDate): boolean {
  const day = weekday(date);
  if (day === 0 || day === 6 || isBankHoliday(date)) return false;
  return !insetDays.includes(date) && !closures.includes(date);
}

// Counting back must end somewhere: before everything that was imported, ordinary weekdays stand in for school days.
function isWeekdayBeforeTerms(school: School, date: LocalDate): boolean {
  return mayHaveSchool(school, date) && school.terms.every((term) => date < term.start);
}
