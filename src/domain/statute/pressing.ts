import type { LocalDate } from '../time.ts';
import { isByLaw } from './by-law.ts';
import type { Due } from './due.ts';

/** How many days the local authority is late with what follows a decision to amend that no review here has; 0 where it is not. */
export const amendingLate = ({ amending }: Due): number =>
  Math.max(0, ...(amending?.owed ?? []).map(({ daysLate }) => daysLate));

/**
 * The local authority is to be chased, and that is what is to be done, not the next review: it is late, or its final plan does
 * not name the next place.
 */
export function isToChase(due: Due, today: LocalDate): boolean {
  const { awaiting, current, transfer } = due;
  if (transfer?.finalOn || (!current && amendingLate(due) > 0)) return true;
  if (!awaiting || awaiting.daysLate <= 0) return false;
  return current ? awaiting.review === current : today < awaiting.nextOpensOn;
}

/**
 * Whether it comes before all else: a day that the law sets has passed or will be missed as things stand, or the last safe day
 * to meet for it has passed. What is overdue by guidance, or by what a school has set, is not.
 */
export function isPressing(due: Due, today: LocalDate): boolean {
  const { quiet, released, state, why, meetBy, late, transfer, awaiting } = due;
  if (quiet) return false;
  return (
    released !== undefined ||
    (state === 'overdue' && isByLaw(why.rule)) ||
    (meetBy !== undefined && meetBy < today) ||
    (late !== undefined && isByLaw(why.rule)) ||
    (transfer !== undefined && transfer.standing !== 'in-time') ||
    (awaiting !== undefined && awaiting.daysLate > 0) ||
    amendingLate(due) > 0
  );
}
