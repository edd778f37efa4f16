import { type PlanKind, planRow, RULES } from '../plans/index.ts';
import type { School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { type Rule, type RuleDate, reckon, ruleOn } from './statute.ts';

/**
 * The last day a review of `kind` that began on `startedOn` may set for the next one: the day on which that would not
 * be overdue, counted from this one's `meeting`. Where somebody else decides on the plan, their decision will count,
 * which is later. `school` may have an interval of its own.
 */
export function latestNextReview(
  kind: PlanKind,
  meeting: LocalDate,
  startedOn: LocalDate,
  statute: readonly Rule[] = RULES,
  school?: School,
): RuleDate {
  const { nextReview, asSchoolHas } = planRow(kind);
  const rule = ruleOn(nextReview, startedOn, statute);
  return reckon(asSchoolHas?.(rule, school) ?? rule, meeting);
}
