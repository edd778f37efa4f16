import { endedOn } from './decided.ts';
import { heldOn, isConcluded, lastHeld } from './held.ts';
import { planOf } from './plans/index.ts';
import type { Pupil } from './pupil.ts';
import type { Review } from './review.ts';
import type { Target } from './school.ts';

/**
 * The targets the pupil's next review is to look at: those the last review whose outcome is recorded left (kept, changed in wording,
 * new; not the retired), with those imported as set after its meeting, which replace any of the same id. Before the
 * first review, and after one that ended the plan, only the imported ones. What an annual review proposed holds from
 * the final plan on; until then, or where the local authority keeps the plan as it is, its outcomes stand.
 */
export function currentTargets(pupil: Pupil, reviews: readonly Review[]): readonly Target[] {
  const decided = lastHeld(reviews.filter(isConcluded));
  if (!decided) return pupil.targets;
  const imported = pupil.targets.filter((target) => target.setOn > heldOn(decided));
  if (endedOn(decided)) return imported;
  const replaced = new Set(imported.map((target) => target.id));
  return [...leftBy(decided).filter((target) => !replaced.has(target.id)), ...imported];
}

function leftBy(review: Review): readonly Target[] {
  if (!planOf(review).goalsHold(review)) return review.targets;
  const reviewed = new Map(review.targetReviews.map((each) => [each.targetId, each]));
  const carried = review.targets.flatMap((target) => {
    const said = reviewed.get(target.id);
    if (said?.stillRight === 'retire') return [];
    if (said?.stillRight !== 'change') return [target];
    const { newText = target.text, newMeasure = target.measure } = said;
    return [{ ...target, text: newText, measure: newMeasure, setOn: heldOn(review) }];
  });
  return [...carried, ...review.newTargets];
}
