import type { RuleDate } from '../domain/statute.ts';

/** Why a day is the day it is: "14 days after the meeting; Code of Practice 9.176", and what else is to be known of it. */
export function whyWords({ rule }: RuleDate): string {
  const words = `${rule.counted}; ${rule.source}`;
  return rule.note ? `${words}. ${rule.note}` : words;
}
