import type { LocalDate } from '../time.ts';
import { dayInWords } from './checks.ts';
import { type Refusal, refusal } from './decision.ts';

// Each check gives the refusal, or undefined when all is well; they are joined with `??`.

/** A day that has been: today or earlier. */
export function checkHasBeen(on: LocalDate, today: LocalDate, field = 'on'): Refusal | undefined {
  if (on <= today) return undefined;
  const say = `That day is still to come. Choose the day it happened: ${dayInWords(today)} or earlier.`;
  return refusal('date-order', say, { field });
}

/** A day no earlier than `first`, where that is known; `what` says what that was: "the meeting". */
export function checkNotBefore(
  on: LocalDate,
  first: LocalDate | undefined,
  what: string,
): Refusal | undefined {
  if (first === undefined || on >= first) return undefined;
  const say = `That is before ${what} (${dayInWords(first)}). Choose that day or a later one.`;
  return refusal('date-order', say, { field: 'on' });
}

/** A day no later than `last`, where that is known: what is recorded as having followed it. */
export function checkNotAfter(on: LocalDate, last: LocalDate | undefined, what: string): Refusal | undefined {
  if (last === undefined || on <= last) return undefined;
  const say = `That is after ${what} (${dayInWords(last)}). Choose that day or an earlier one; if the other day is wrong, correct that first.`;
  return refusal('date-order', say, { field: 'on' });
}
