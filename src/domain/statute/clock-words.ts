import { dayWords } from '../language/days.ts';
import type { ReviewContent } from '../review/review-content.ts';
import { type LocalDate, localDate } from '../time.ts';
import { clockOf, type Step } from './clock.ts';
import { dayAndWhy } from './date-reasons.ts';
import { type RuleDate, type RuleId, ruleOn } from './statute.ts';

/**
 * "It is due by Fri 5 Feb 2027." with `words` before the day; '' while the step has none. Given `today`, what "is" due by a day
 * that has passed "was". Why it is that day stands behind "Why": `dueAndWhy` says it.
 */
export function dueSentence(review: ReviewContent, step: Step, words: string, today?: LocalDate): string {
  return said(review, step, words, ({ date }) => dayWords(date), today);
}

/** As `dueSentence`, with how the day is counted and where that comes from. */
export function dueAndWhy(review: ReviewContent, step: Step, words: string, today?: LocalDate): string {
  return said(review, step, words, dayAndWhy, today);
}

function said(
  review: ReviewContent,
  step: Step,
  words: string,
  inWords: (due: RuleDate) => string,
  today?: LocalDate,
): string {
  const due = clockOf(review)[step];
  if (!due) return '';
  const before = today !== undefined && due.date < today ? words.replace(' is ', ' was ') : words;
  return `${before} ${inWords(due)}.`;
}

/** "1 month after the mediation certificate": how a rule of the review counts, where its source stands beside it already. */
export function countedAs({ startedAt }: ReviewContent, id: RuleId): string {
  return ruleOn(id, localDate(startedAt)).counted;
}

/** "15 days after the notice (SEND Regulations 2014, reg 22(2))": how a rule of the review counts, and where it comes from. */
export function countedBy({ startedAt }: ReviewContent, id: RuleId): string {
  const { counted, source } = ruleOn(id, localDate(startedAt));
  return `${counted} (${source})`;
}
