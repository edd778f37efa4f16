import { planRow } from '../plans/index.ts';
import { type Plan, type Pupil, planUnder, reviewsUnder } from '../school/pupil.ts';
import { isConcluded, lastHeld } from './held.ts';
import type { Provision, Review } from './review.ts';

/** Support that a review agreed: with whoever sees to it, what was heard of it since, and whether it has ended. */
export interface AgreedSupport {
  /** The review that agreed it. */
  readonly review: Review;
  readonly provision: Provision;
}

/** The support in force of a plan, given all reviews of the pupil: what its last review agreed, but for what has ended. */
export function supportInForce(
  pupil: Pupil,
  plan: Plan | undefined,
  reviews: readonly Review[],
): readonly AgreedSupport[] {
  const last = lastHeld(reviewsUnder(pupil, plan, reviews).filter(isConcluded));
  if (!last || planRow(last.kind).endedOn(last)) return [];
  return supportOf(last).filter(({ provision }) => !provision.ended);
}

/**
 * The support that the review before this one agreed, of the same plan: what this one looks at. `reviews` are all of the
 * pupil's. What has ended since stands among it, with why; so it reads the same once this review is over.
 */
export function supportBefore(
  review: Review,
  pupil: Pupil,
  reviews: readonly Review[],
): readonly AgreedSupport[] {
  const last = reviewBefore(review, pupil, reviews);
  return last ? supportOf(last) : [];
}

/** The last review of the same plan that came to its outcome before this one began. */
export function reviewBefore(review: Review, pupil: Pupil, reviews: readonly Review[]): Review | undefined {
  const plan = planUnder(pupil, review, reviews);
  const earlier = reviewsUnder(pupil, plan, reviews).filter(
    (one) => one.id !== review.id && isConcluded(one) && one.startedAt < review.startedAt,
  );
  return lastHeld(earlier);
}

const supportOf = (review: Review): readonly AgreedSupport[] =>
  review.provision.map((provision) => ({ review, provision }));
