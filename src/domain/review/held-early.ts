import { clockOf, doneOn } from '../statute/clock.ts';
import type { RuleDate } from '../statute/statute.ts';
import { daysBetween, type LocalDate } from '../time.ts';
import { heldOn, wasHeld } from './held.ts';
import type { Review } from './review.ts';

/** Whether the meeting is set for a later day than `day`. */
export const isSetForLater = ({ meeting }: Review, day: LocalDate): boolean =>
  meeting !== undefined && meeting.date > day;

/** The day the meeting was set for, where it was brought forward: held, or being held, before it. */
export function broughtForwardFrom(review: Review): LocalDate | undefined {
  const set = review.meeting?.date;
  return set && wasHeld(review) && heldOn(review) < set ? set : undefined;
}

/** Something that is to be done in time before a meeting, and would not be. */
export interface FallsShort {
  readonly what: 'notice' | 'circulation';
  /** By when it was to be done, and why. */
  readonly by: RuleDate;
  /** The day it was done; left out where it is not. */
  readonly on?: LocalDate | undefined;
  /** How many days it was done, or would be, before the meeting. */
  readonly daysBefore: number;
  /** The day that people were told of, where it is another than the one the meeting is held on. */
  readonly told?: LocalDate;
}

const IN_TIME = [
  { what: 'notice', step: 'invite' },
  { what: 'circulation', step: 'circulate' },
] as const;

/**
 * What the law wants some days before an annual review's meeting (SEND Regulations 2014, reg 20(3) and (4)), and what it would
 * not have had, were the meeting held on `day`; nothing for a review of another kind. Notice is of the date of the meeting: that
 * of the day it was set for is none of another.
 */
export function fallsShortOn(review: Review, day: LocalDate): readonly FallsShort[] {
  const { meeting } = review;
  if (!meeting) return [];
  const clock = clockOf({ ...review, meeting: { ...meeting, date: day } });
  return IN_TIME.flatMap(({ what, step }) => {
    const by = clock[step];
    const on = doneOn(review, step);
    const told = what === 'notice' && on && meeting.date !== day ? meeting.date : undefined;
    if (!by || (on && on <= by.date && !told)) return [];
    const daysBefore = on ? Math.max(0, daysBetween(on, day)) : 0;
    return [{ what, by, ...(on && { on }), daysBefore, ...(told && { told }) }];
  });
}
