import type { Rule } from './rule.ts';

/** The Children and Families Act's Part 3, the SEND Regulations and the Code came into force then. */
const IN_FORCE = { from: '2014-09-01' };

/** The source of what no law or guidance sets. */
export const OURS = 'our own default, no law sets it';
export const BEFORE = 'The law says “before”, so the day before it is the last: the stricter day.';

/** A rule of the table, in force since there was one. */
export const row = <const Id extends string>(
  id: Id,
  what: string,
  rule: Omit<Rule, 'id' | 'what' | 'holds'>,
): Rule & { readonly id: Id } => ({ id, what, ...rule, holds: IN_FORCE });
