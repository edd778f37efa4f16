import { APPEAL_RULES } from './rules/appeal.ts';
import { FAMILY_REQUEST_RULES } from './rules/family-requests.ts';
import { INTERVAL_RULES } from './rules/interval.ts';
import { MEETING_RULES } from './rules/meeting.ts';
import { PARENT_MEETING_RULES } from './rules/parent-meetings.ts';
import { REQUEST_RULES } from './rules/requests.ts';
import type { Rule } from './rules/rule.ts';
import { SUPPORT_RULES } from './rules/support.ts';
import { TRANSFER_RULES } from './rules/transfer.ts';

export { DEFAULT_LEAD_WEEKS, LEAST_LEAD_WEEKS } from './rules/interval.ts';

const ROWS = [
  ...SUPPORT_RULES,
  ...PARENT_MEETING_RULES,
  ...INTERVAL_RULES,
  ...MEETING_RULES,
  ...TRANSFER_RULES,
  ...REQUEST_RULES,
  ...APPEAL_RULES,
  ...FAMILY_REQUEST_RULES,
] as const;

/** The names of the rules: a rule that changed stands there once for each time it held. */
export type RuleId = (typeof ROWS)[number]['id'];

/**
 * The law and guidance on when things are to be done, and our own defaults where it sets no day. To change the law is
 * to change this table, in `rules/`: end the row that stops (`holds.until`), and add one with the same id from the day after.
 */
export const STATUTE: readonly Rule[] = ROWS;
