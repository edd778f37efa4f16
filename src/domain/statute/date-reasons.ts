import { dayWords } from '../language/days.ts';
import type { RuleDate } from './statute.ts';

/** Why a day is the day it is: "14 days after the meeting; Code of Practice 9.176". */
export function whyWords({ rule }: RuleDate): string {
  return `${rule.counted}; ${rule.source}`;
}

/** As `whyWords`, and what else is to be known of it: that the stricter day was taken, say. */
export function whyInFull(date: RuleDate): string {
  const { note } = date.rule;
  return note ? `${whyWords(date)}. ${note}` : whyWords(date);
}

/** A day and why, within a sentence: "Fri 5 Feb 2027 (14 days after the meeting; Code of Practice 9.176)". */
export function dayAndWhy(date: RuleDate): string {
  return `${dayWords(date.date)} (${whyWords(date)})`;
}
