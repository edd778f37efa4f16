import type { Terms } from '../../domain/language/terms.ts';
import { saidTo } from '../../domain/questions/said.ts';
import { DISAGREEMENT } from '../../domain/review/questions/disagreement.ts';
import { PROVISION } from '../../domain/review/questions/provision.ts';
import { TARGET } from '../../domain/review/questions/target.ts';
import { TARGET_REVIEW } from '../../domain/review/questions/target-review.ts';
import type { Disagreement, Provision, Review } from '../../domain/review/review.ts';
import type { School, Target } from '../../domain/school/school.ts';
import { type Part, part, type Run } from '../parts.ts';
import { headedBrief, inBrief } from '../read-out.ts';

/** A target of the plan, and what the meeting made of it; `unreviewed` says that it made nothing. */
export function reviewedTargetPart(
  review: Review,
  number: number,
  target: Target,
  terms: Terms,
  unreviewed: Run,
): Part {
  const reviewed = review.targetReviews.find(({ targetId }) => targetId === target.id);
  return part([
    ...headedBrief(saidTo(TARGET, { ...target }, {}, { ...terms }), `${number}. `),
    ...(reviewed
      ? inBrief(saidTo(TARGET_REVIEW, { ...reviewed }, { review }, { ...terms }))
      : [[unreviewed]]),
  ]);
}

/** A target agreed at the meeting. */
export const newTargetPart = (target: Target, terms: Terms): Part =>
  part(headedBrief(saidTo(TARGET, { ...target }, {}, { ...terms })));

/** Provision by its parts. */
export const provisionPart = (one: Provision, school: School, terms: Terms): Part =>
  part(headedBrief(saidTo(PROVISION, { ...one }, { school }, { ...terms })));

/** A disagreement in the words of the person who disagrees. */
export const disagreementPart = (one: Disagreement, terms: Terms): Part =>
  part(headedBrief(saidTo(DISAGREEMENT, { ...one }, {}, { ...terms }, 'all')));
