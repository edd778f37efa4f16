import { planRow } from '../plans/index.ts';
import type { PlanContent, Target } from '../school/school.ts';
import { endedOn } from '../statute/decided.ts';
import { heldOn, isConcluded, lastHeld } from './held.ts';
import type { Review } from './review.ts';

/**
 * The targets the next review of `plan` is to look at, given the `reviews` under it (see `reviewsUnder`): those that the
 * last review whose outcome is recorded left (kept, changed in wording, new or put in another's place; not the retired), with those imported as set after its meeting, which replace any of the same id. Before the
 * first review, and after one that ended the plan, only the imported ones. What an annual review proposed holds from
 * the final plan on; until then, or where the local authority keeps the plan as it is, its outcomes stand.
 */
export function currentTargets(plan: PlanContent, reviews: readonly Review[]): readonly Target[] {
  const decided = lastHeld(reviews.filter(isConcluded));
  if (!decided) return plan.targets;
  const imported = plan.targets.filter((target) => target.setOn > heldOn(decided));
  if (endedOn(decided)) return imported;
  const replaced = new Set(imported.map((target) => target.id));
  return [...leftBy(decided).filter((target) => !replaced.has(target.id)), ...imported];
}

function leftBy(review: Review): readonly Target[] {
  if (!planRow(review.kind).goalsHold(review)) return review.targets;
  const reviewed = new Map(review.targetReviews.map((each) => [each.targetId, each]));
  const carried = review.targets.flatMap((target, at) => {
    const said = reviewed.get(target.id);
    if (said?.stillRight === 'retire') return [];
    if (said?.stillRight !== 'change' && said?.stillRight !== 'new') return [target];
    const { newText = target.text, newMeasure = target.measure } = said;
    // One in its place is another target: what was said of the old one is not said of it.
    const id = said.stillRight === 'new' ? `${review.id}-${at + 1}` : target.id;
    return [{ ...target, id, text: newText, measure: newMeasure, setOn: heldOn(review) }];
  });
  return [...carried, ...review.newTargets];
}
