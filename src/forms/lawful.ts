import { dayWords } from '../cards/words.ts';
import { clockOf, type Step } from '../domain/clock.ts';
import type { Review } from '../domain/review.ts';
import { type RuleDate, type RuleId, ruleOn } from '../domain/statute.ts';
import { localDate } from '../domain/time.ts';
import type { FormSubject } from './form.ts';

/** "Fri 5 Feb 2027 (14 days after the meeting; Code of Practice 9.176)". */
const dayAndWhy = ({ date, rule }: RuleDate): string => `${dayWords(date)} (${rule.counted}; ${rule.source})`;

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
