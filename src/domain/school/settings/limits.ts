import { NUDGE_POLICY } from '../../nudges/policy.ts';
import { LEAST_LEAD_WEEKS } from '../../statute/statute.ts';
import { isLocalTime } from '../../time.ts';
import type { NudgeSettings, SchoolWeekday } from '../school.ts';

/*
 * How far a school can change what is set for it, wherever it says so: in school.json or in a form.
 */

/** The days of a school week, in order. */
export const WEEKDAYS: readonly SchoolWeekday[] = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday'];

/** A whole number from the first to the last. */
export interface Whole {
  readonly from: number;
  readonly to: number;
}

/** A digest is sent in the school day, and with an hour left of it to reach everybody. */
const EARLIEST = '07:00';
const LATEST = '16:00';

/** When digests can be sent. */
export const isDigestHour = (text: string): boolean =>
  isLocalTime(text) && text >= EARLIEST && text <= LATEST;
/** The times between which digests can be sent: "07:00 to 16:00". */
export const DIGEST_HOURS = `${EARLIEST} to ${LATEST}`;

/** So many school days before something is due, and how many times. */
export const DAYS_BEFORE: Whole = { from: 1, to: 20 };
export const MOST_DAYS_BEFORE = 5;
/** So many school days overdue somebody else is told. */
export const DAYS_OVERDUE: Whole = { from: 1, to: 40 };
/** So many weeks before an annual review must be complete its meeting is held. */
export const LEAD_WEEKS: Whole = { from: LEAST_LEAD_WEEKS, to: 26 };
/** In so many weeks after the last review an early years plan's next opens, and is due. */
export const EARLY_YEARS_WEEKS: Whole = { from: 1, to: 26 };

/** What is stored of a child is kept to a birthday: not before an EHC plan must have ended, at 25. */
export const KEPT_TO: Whole = { from: 25, to: 75 };

/** For so many years the trail of who saw and did what is kept: not less than what a complaint takes that comes a year late. */
export const TRAIL_YEARS: Whole = { from: 2, to: 50 };

/** The number that `text` is, where it is a whole one within the limits. */
export function wholeIn(text: string, { from, to }: Whole): number | undefined {
  const number = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
  return number >= from && number <= to ? number : undefined;
}

/** What is wrong between the steps of escalation: the senior leaders are told after the SENCO. */
export function stepsFault(
  settings: NudgeSettings | undefined,
): { readonly key: 'sencoAfter' | 'leaderAfter'; readonly message: string } | undefined {
  const { sencoAfter, leaderAfter } = { ...NUDGE_POLICY, ...settings };
  if (sencoAfter < leaderAfter) return undefined;
  if (settings?.leaderAfter === undefined) {
    const message = `this must be less than leaderAfter, which is ${leaderAfter} unless you set it too`;
    return { key: 'sencoAfter', message };
  }
  const unset = settings.sencoAfter === undefined ? ' unless you set it too' : '';
  return { key: 'leaderAfter', message: `this must be more than sencoAfter, which is ${sencoAfter}${unset}` };
}
