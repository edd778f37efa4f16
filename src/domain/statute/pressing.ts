import type { LocalDate } from '../time.ts';
import { isByLaw } from './by-law.ts';
import type { Due } from './due.ts';

/** Late with its decision, and that is what is to be done: the next review is not to be begun yet. */
export function isToChase({ awaiting, current }: Due, today: LocalDate): boolean {
  if (!awaiting || awaiting.daysLate <= 0) return false;
  return current
    ? awaiting.review === current
    : awaiting.review === undefined && today < awaiting.nextOpensOn;
}

/**
 * Whether it comes before all else: a day that the law sets has passed or will be missed as things stand, or the last safe day
 * to meet for it has passed. What is overdue by guidance, or by what a school has set, is not.
 */
export function isPressing(due: Due, today: LocalDate): boolean {
  const { quiet, state, why, meetBy, late, transfer, awaiting } = due;
  if (quiet) return false;
  return (
    (state === 'overdue' && isByLaw(why.rule)) ||
    (meetBy !== undefined && meetBy < today) ||
    (late !== undefined && isByLaw(why.rule)) ||
    (transfer !== undefined && transfer.standing !== 'in-time') ||
    (awaiting !== undefined && awaiting.daysLate > 0)
  );
}
