import type { Review } from '../../domain/review/review.ts';
import { clockOf, type Step } from '../../domain/statute/clock.ts';
import { dayAndWhy } from '../../domain/statute/date-reasons.ts';
import { type RuleId, ruleOn } from '../../domain/statute/statute.ts';
import { localDate } from '../../domain/time.ts';
import type { FormSubject } from './form.ts';

/** A space and "It is due by Fri 5 Feb 2027 (why)." with `words` before the day; nothing while the step has none. */
export function dueSentence(review: Review, step: Step, words: string): string {
  const due = clockOf(review)[step];
  return due ? ` ${words} ${dayAndWhy(due)}.` : '';
}

/** "15 days after the notice (SEND Regulations 2014, reg 22(2))": how a rule of the review counts, and where it comes from. */
export function countedBy({ review }: FormSubject, id: RuleId): string {
  const { counted, source } = ruleOn(id, localDate(review.startedAt));
  return `${counted} (${source})`;
}
