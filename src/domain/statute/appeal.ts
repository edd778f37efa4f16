import type { AnnualReview, Appeal, OrderedPlan } from '../review/annual.ts';
import type { LocalDate } from '../time.ts';
import { laterOf, type RuleDate, type RuleId } from './statute.ts';

/** A letter that can be appealed against, and the rule that counts from it. */
interface Appealable {
  readonly rule: RuleId;
  readonly on: LocalDate;
}

/**
 * What can be appealed against as the review stands: a plan kept as it is or ceased, by the decision; an amended one, by the
 * final plan; one that is not amended after all, by the letter that says so. An amended plan that came without a notice takes
 * the place of what was decided before it (Children and Families Act 2014, s.51(3)(b)); one that the Tribunal ordered is no
 * new ground, and what was decided before it has been.
 */
export function appealable(annual: AnnualReview): Appealable | undefined {
  const { decision, finalPlan, notAmending } = annual;
  const ordered = orderedLast(annual);
  if (ordered) return isOrder(ordered) ? undefined : { rule: 'appeal-ordered-plan', on: ordered.on };
  if (decision && decision.kind !== 'amend') return { rule: 'appeal', on: decision.on };
  if (!decision) return undefined;
  if (finalPlan) return { rule: 'appeal-final-plan', on: finalPlan.on };
  return notAmending && { rule: 'appeal-not-amending', on: notAmending.on };
}

const isOrder = ({ cameBy }: OrderedPlan) => cameBy === 'tribunal';

/** The amended plan that came without a notice, where no final plan has come since. */
function orderedLast({ orderedPlan, finalPlan }: AnnualReview): OrderedPlan | undefined {
  return orderedPlan && !(finalPlan && finalPlan.on > orderedPlan.on) ? orderedPlan : undefined;
}

/** Whether the plan is as the Tribunal ordered it, so that only its own decision could be challenged. */
export function isAsOrdered(annual: AnnualReview): boolean {
  const ordered = orderedLast(annual);
  return ordered !== undefined && isOrder(ordered);
}

/**
 * The last day to appeal, as `by` reckons it: from the letter, or from a mediation certificate where that is later. A certificate
 * gives no more time to appeal against section I alone, which needs none.
 */
export function appealBy(
  annual: AnnualReview,
  by: (id: RuleId, from: LocalDate | undefined) => RuleDate | undefined,
): RuleDate | undefined {
  const against = appealable(annual);
  const letter = against && by(against.rule, against.on);
  if (!letter || lodgedAppeal(annual)?.alone === 'yes') return letter;
  return laterOf(letter, by('appeal-mediation', annual.mediation?.on));
}

/** The appeal that was lodged against what can be appealed against now; not one from before an amended plan came. */
export function lodgedAppeal(annual: AnnualReview): Appeal | undefined {
  const { appeal } = annual;
  const against = appealable(annual);
  return appeal && against && appeal.on < against.on ? undefined : appeal;
}
