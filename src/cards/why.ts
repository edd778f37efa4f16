import type { RuleDate } from '../domain/statute.ts';

/** Why a day is the day it is: "14 days after the meeting; Code of Practice 9.176". */
export function whyWords({ rule }: RuleDate): string {
  return `${rule.counted}; ${rule.source}`;
}

/** As `whyWords`, and what else is to be known of it: that the stricter day was taken, say. */
export function whyInFull(date: RuleDate): string {
  const { note } = date.rule;
  return note ? `${whyWords(date)}. ${note}` : whyWords(date);
}
