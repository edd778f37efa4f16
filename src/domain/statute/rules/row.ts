import type { Rule } from './rule.ts';

/** The Children and Families Act's Part 3, the SEND Regulations and the Code came into force then. */
const IN_FORCE = { from: '2014-09-01' };

/** The source of what no law or guidance sets. */
export const OURS = 'our own default, no law sets it';
/** Where the Code stands beside the law: on amending a plan, on moves between phases or authorities, and on ceasing. */
export const CODE = {
  amending: 'Code of Practice 9.193–9.198',
  intoSchools: 'Code of Practice 9.179',
  intoPost16: 'Code of Practice 9.180',
  phases: 'Code of Practice 9.179–9.180',
  moving: 'Code of Practice 9.157–9.161',
  ceasing: 'Code of Practice 9.199–9.210',
  appeals: 'Code of Practice, chapter 11',
} as const;
export const BEFORE = 'The law says “before”, so the day before it is the last: the stricter day.';

/** A rule of the table, in force since there was one. */
export const row = <const Id extends string>(
  id: Id,
  what: string,
  rule: Omit<Rule, 'id' | 'what' | 'holds'>,
): Rule & { readonly id: Id } => ({ id, what, ...rule, holds: IN_FORCE });
