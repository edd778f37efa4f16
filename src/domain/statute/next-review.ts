import { type PlanKind, planRow, RULES } from '../plans/index.ts';
import type { LocalDate } from '../time.ts';
import { type Rule, type RuleDate, reckon, ruleOn } from './statute.ts';

/**
 * The last day a review of `kind` that began on `startedOn` may set for the next one: the day on which that would not
 * be overdue, counted from this one's `meeting`. Where somebody else decides on the plan, their decision will count,
 * which is later.
 */
export function latestNextReview(
  kind: PlanKind,
  meeting: LocalDate,
  startedOn: LocalDate,
  statute: readonly Rule[] = RULES,
): RuleDate {
  return reckon(ruleOn(planRow(kind).nextReview, startedOn, statute), meeting);
}
