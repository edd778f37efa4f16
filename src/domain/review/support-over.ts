import { type Pupil, planUnder, reviewsUnder } from '../school/pupil.ts';
import type { LocalDate } from '../time.ts';
import type { Actor } from './decision.ts';
import { evolve } from './evolve.ts';
import { isConcluded } from './held.ts';
import { historyEntry } from './history.ts';
import { askedSupport } from './obligations/support.ts';
import type { Provision, Review } from './review.ts';
import { isSeenTo } from './support-days.ts';

const NEXT_REVIEW = 'The next review agreed what comes next.';
const NO_PLAN = 'The plan it belonged to is not there any more.';

/** The support of a review that somebody sees to and that has not ended. */
const lasting = ({ provision }: Review): readonly Provision[] =>
  provision.filter((one) => isSeenTo(one) && !one.ended);

/**
 * Why the support that a review agreed is over, though nobody has said so: the next review of the plan has its outcome, or the
 * plan is gone (the pupil with it, where there is none). Undefined where it goes on. `reviews` are all of the pupil's.
 */
export function whySupportIsOver(
  review: Review,
  pupil: Pupil | undefined,
  reviews: readonly Review[],
): string | undefined {
  if (lasting(review).length === 0) return undefined;
  const plan = pupil && planUnder(pupil, review, reviews);
  if (!pupil || !plan) return NO_PLAN;
  const later = reviewsUnder(pupil, plan, reviews).some(
    (one) => isConcluded(one) && one.id !== review.id && one.startedAt > review.startedAt,
  );
  return later ? NEXT_REVIEW : undefined;
}

/** The review with all its support ended, which its history names. Nobody is told: what comes next tells them. */
export function withSupportEnded(review: Review, why: string, actor: Actor): Review {
  return lasting(review).reduce((so, { id }) => {
    const fact = { type: 'support-ended', id, why } as const;
    const after = evolve(so, fact, actor);
    return { ...after, history: [...after.history, historyEntry(so, after, fact, actor)] };
  }, review);
}

/**
 * The review with what was said meanwhile of support that goes on in it as it was: it began with the answers there were then,
 * and until its outcome they went to `earlier`, which agreed it.
 */
export function withAnswersSince(review: Review, earlier: Review): Review {
  if (review.last?.review !== earlier.id) return review;
  const provision = review.provision.map((one) => {
    const there = earlier.provision.find(({ id }) => id === one.id);
    const goesOn =
      there && there.owner === one.owner && there.starts === one.starts && there.what === one.what;
    const more = (there?.happening ?? []).slice(one.happening?.length ?? 0);
    return goesOn && more.length ? { ...one, happening: [...(one.happening ?? []), ...more] } : one;
  });
  return provision.some((one, at) => one !== review.provision[at]) ? { ...review, provision } : review;
}

/** Whether something about its support is asked by `day`: then it is worth a look whether it is over. */
export function asksBy(review: Review, day: LocalDate): boolean {
  return askedSupport({ review, school: undefined }).some(({ due }) => due <= day);
}
