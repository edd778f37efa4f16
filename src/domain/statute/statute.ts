import type { LocalAuthority } from '../school/school.ts';
import { type LocalDate, plusDays, plusMonths } from '../time.ts';
import { putOff } from './put-off.ts';
import type { Rule, Span } from './rules/rule.ts';
import { LEAST_LEAD_WEEKS, type RuleId, STATUTE } from './statute-table.ts';

export type { Anchor, Rule } from './rules/rule.ts';
export { DEFAULT_LEAD_WEEKS, LEAST_LEAD_WEEKS, type RuleId, STATUTE } from './statute-table.ts';

/** A day that a rule gives. */
export interface RuleDate {
  /** The last day that is in time (or, for what opens, the first). */
  readonly date: LocalDate;
  readonly rule: Rule;
  /** The day it was counted from. */
  readonly from: LocalDate;
}

/**
 * The rule `named` as it is for a review that began on `day` (for one that has not begun: today): by its id or, where a
 * kind of plan brings rules of its own, by one of its rows.
 * Throws where the table has no such row: a fault of the table, which its test looks for.
 */
export function ruleOn(named: RuleId | Rule, day: LocalDate, statute: readonly Rule[] = STATUTE): Rule {
  const id = typeof named === 'string' ? named : named.id;
  const found = statute.find(
    (rule) => rule.id === id && rule.holds.from <= day && (!rule.holds.until || day <= rule.holds.until),
  );
  if (!found) throw new Error(`the table of rules has no row ${id} for a review that began on ${day}`);
  return found;
}

/** The day that `rule` gives, counted in calendar days from `from`. */
export function reckon(rule: Rule, from: LocalDate): RuleDate {
  const reached = plusSpan(from, rule.span);
  // Twelve months that start on 29 February end on 28 February: a month without the day has no day to be before of.
  const shortened = plusMonths(from, rule.span.months ?? 0).slice(8) < from.slice(8);
  const last = rule.before && !shortened ? plusDays(reached, -1) : reached;
  return { date: rule.putOff ? putOff(last, rule.putOff) : last, rule, from };
}

/** The strictest: of the same day, the first given. */
export function strictest(first: RuleDate, ...more: readonly (RuleDate | undefined)[]): RuleDate {
  return more.reduce<RuleDate>((least, each) => (each && each.date < least.date ? each : least), first);
}

/** The later of two: of the same day, the first given. */
export function laterOf(first: RuleDate, other: RuleDate | undefined): RuleDate {
  return other && other.date > first.date ? other : first;
}

/** `date` and `span`; a day the month does not have becomes its last. */
function plusSpan(date: LocalDate, { months = 0, weeks = 0, days = 0 }: Span): LocalDate {
  return plusDays(plusMonths(date, months), 7 * weeks + days);
}

/**
 * How long before a review must be complete its meeting is to be held, where `la` keeps the plan: as long as they ask,
 * never shorter than the law leaves them to decide.
 */
export function leadRule(
  la: LocalAuthority | undefined,
  day: LocalDate,
  statute: readonly Rule[] = STATUTE,
): Rule {
  const usual = ruleOn('meeting-lead', day, statute);
  if (la?.leadWeeks === undefined) return usual;
  if (la.leadWeeks < LEAST_LEAD_WEEKS) return ruleOn('meeting-lead-least', day, statute);
  return {
    ...usual,
    span: { weeks: -la.leadWeeks },
    counted: `${la.leadWeeks} weeks before the last day for the review to be complete`,
    source: `as ${la.name} asks`,
    note: `Never less than ${LEAST_LEAD_WEEKS} weeks, which the local authority has to decide.`,
  };
}
