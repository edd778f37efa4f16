import { annualPartOf, isDecidedByLa, isToCease } from '../review/annual-part.ts';
import { lastHeld } from '../review/held.ts';
import type { ReviewContent } from '../review/review-content.ts';
import type { PhaseTransfer, PlanContent } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { amendmentSaid } from './amendment-said.ts';
import { decisionSaid } from './decision-said.ts';

/**
 * Whether the transfer is settled: by a final plan that names the next place, or by the SENCO's word that it is. No decision
 * alone does it, unless the plan is to cease. `flagged` is the day from which the transfer is thought of.
 */
export function isSettled(
  plan: PlanContent,
  reviews: readonly ReviewContent[],
  transfer: PhaseTransfer,
  flagged: LocalDate,
): boolean {
  if (plan.transferSettled?.year === transfer.year) return true;
  const named = reviews.some((review) => {
    const { finalPlan, orderedPlan } = annualPartOf(review);
    return [finalPlan, orderedPlan].some(
      (one) => one?.nextPlace === 'named' && isFor(review, transfer, one.on, flagged),
    );
  });
  if (named) return true;
  const { finalPlan } = amendmentSaid(plan);
  if (finalPlan?.what === 'final-named' && finalPlan.on >= flagged) return true;
  const said = decisionSaid(plan);
  if (said?.kind === 'cease' && said.on >= flagged) return true;
  const last = lastHeld(reviews.filter(isDecidedByLa));
  if (!last || !isToCease(last)) return false;
  const { on = '' } = annualPartOf(last).decision ?? {};
  return on >= (plan.lastDecision ?? flagged) && on >= flagged;
}

/** Whether something of `day` in a review was for this transfer: as the review began for it or, where for none, by its day. */
function isFor(review: ReviewContent, { year }: PhaseTransfer, day: LocalDate, flagged: LocalDate): boolean {
  const { transfer } = annualPartOf(review);
  return transfer ? transfer.year === year : day >= flagged;
}
