import type { Instant } from '../domain/time.ts';

const HOUR_MS = 60 * 60 * 1000;
const DAY_MS = 24 * HOUR_MS;

/** What a chat's directory says of a member holds for an hour: whoever leaves is shown no child's data for longer. */
export function isFresh(checkedAt: Instant | undefined, now: Instant): boolean {
  return isWithin(HOUR_MS, checkedAt, now);
}

/** While the directory can't be asked, what it said last holds for a day. */
export function isInGrace(checkedAt: Instant | undefined, now: Instant): boolean {
  return isWithin(DAY_MS, checkedAt, now);
}

function isWithin(ms: number, checkedAt: Instant | undefined, now: Instant): boolean {
  const age = Date.parse(now) - Date.parse(checkedAt ?? '');
  return age >= 0 && age < ms;
}

/** Whether somebody is a member still could not be found out for a day: they are shown nothing until it can. */
export class MembershipUnknown extends Error {
  constructor(cause: unknown) {
    super('membership unknown', { cause });
  }
}

/** What they are told then. */
export const NOT_CHECKED =
  'I can’t check at the moment that you are still a member here, so I can’t show anything. Please try again in a few minutes.';
