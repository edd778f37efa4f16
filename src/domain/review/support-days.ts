import { schoolDayFrom } from '../school/calendar.ts';
import { dayInNextHalfTerm } from '../school/half-terms.ts';
import type { School } from '../school/school.ts';
import { type Instant, type LocalDate, later, localDate, plusDays } from '../time.ts';
import type { Provision, SupportAnswer } from './meeting-notes.ts';

/** When whoever sees to support is asked whether it happens: calendar days, then the next school day. */
const SUPPORT_ASKED = {
  /** After its start. */
  afterStart: 14,
  /** After it was not, or only partly, happening, unless they name a day of their own. */
  afterNo: 7,
  /** Into each half-term, from the one after they said yes. */
  intoHalfTerm: 14,
} as const;

/** Support that somebody sees to, from a day on. */
export type SeenTo = Provision & Required<Pick<Provision, 'owner' | 'starts'>>;

/** Whether somebody was named to see to it: what was agreed before that was asked has nobody, until they are. */
export function isSeenTo(provision: Provision): provision is SeenTo {
  return provision.owner !== undefined && provision.starts !== undefined;
}

/** What was said last of whether it happens; undefined where nothing was. */
export function lastAnswer({ happening = [] }: Provision): SupportAnswer | undefined {
  return happening.at(-1);
}

/** Whether it was said last that it does not, or only partly, happen; and it has not ended. */
export function isHeldUp(provision: Provision): boolean {
  const last = lastAnswer(provision);
  return last !== undefined && last.is !== 'yes' && !provision.ended;
}

/**
 * The day on which it is next asked whether support happens; undefined for what nobody sees to, or has ended. `agreedAt` is
 * when the review's outcome was recorded. Without the school it is never later than with it.
 */
export function askedNext(
  provision: Provision,
  agreedAt: Instant,
  school: School | undefined,
): LocalDate | undefined {
  if (!isSeenTo(provision) || provision.ended) return undefined;
  const last = lastAnswer(provision);
  const due = last ? last.next : plusDays(provision.starts, SUPPORT_ASKED.afterStart);
  // Written up late, or given to somebody late: not overdue the moment they hear of it.
  const heard = plusDays(localDate(provision.named?.at ?? agreedAt), 1);
  const day = later(due, heard);
  if (!school) return day;
  // Terms may have been changed since: after a yes it is asked in another half-term, whatever day was reckoned then.
  const again = last?.is === 'yes' ? afterYes(school, localDate(last.at)) : day;
  return schoolDayFrom(school, later(day, again));
}

/** The day on which it is asked again after a yes of `on`. */
export function afterYes(school: School, on: LocalDate): LocalDate {
  return dayInNextHalfTerm(school, on, SUPPORT_ASKED.intoHalfTerm);
}

/** The day on which it is asked again after it was not, or only partly, happening on `on`. */
export function afterNo(school: School, on: LocalDate): LocalDate {
  return schoolDayFrom(school, plusDays(on, SUPPORT_ASKED.afterNo));
}
