import { dayWords } from '../../language/days.ts';
import { clockOf } from '../../statute/clock.ts';
import type { LocalDate } from '../../time.ts';
import { annualPartOf } from '../annual-part.ts';
import type { FormSubject } from './step-form.ts';

/**
 * What there is to point out about the day on a letter that ends the amending: that it is within the days which the regulations
 * require for the family to answer the notice (reg 22(2)(c)). It may be a slip, or the letter came too early: it is taken then.
 */
export function withinTheirDays(day: LocalDate, { review, today }: FormSubject): string | undefined {
  const { notice } = annualPartOf(review);
  const over = clockOf(review).comments;
  // A day before the notice, or one still to come, is refused anyway.
  if (!notice || !over || day < notice.on || day > over.date || day > today) return undefined;
  return `${dayWords(day)} is within the days the family has to answer: at least until ${dayWords(over.date)}. If the letter has that day all the same, send as it stands.`;
}
