import type { Plan } from '../school/pupil.ts';
import { endedOn } from '../statute/decided.ts';
import { type Instant, type LocalDate, latest } from '../time.ts';
import { heldOn, isConcluded, lastHeld } from './held.ts';
import type { Action, LastReview, Provision, Review, SupportAnswer } from './review.ts';

/** What the last of a plan's `reviews` left for the next one to begin from; undefined before the first, and after one that ended the plan. */
export function leftByLast(reviews: readonly Review[]): LastReview | undefined {
  const last = lastHeld(reviews.filter(isConcluded));
  if (!last || endedOn(last)) return undefined;
  const provision = last.provision.filter(({ ended }) => !ended);
  return { review: last.id, heldOn: heldOn(last), provision };
}

/**
 * The support a plan has before its first review here, as a SENCO has written it down, as of the last day the school's data
 * has of the plan; undefined where none is written down.
 */
export function supportBefore(plan: Plan, today: LocalDate): LastReview | undefined {
  const { provision = [], planMade, lastReviewed, lastMeeting } = plan;
  if (provision.length === 0) return undefined;
  return { review: '', heldOn: latest(planMade, lastReviewed, lastMeeting) ?? today, provision };
}

/** The review before this one, among all of the pupil's; undefined where there was none or it is not kept any more. */
function lastReviewOf<R extends { readonly id: string }>(
  { last }: { readonly last?: { readonly review: string } },
  reviews: readonly R[] = [],
): R | undefined {
  return last && reviews.find(({ id }) => id === last.review);
}

/**
 * What was said of whether support from before happens, the oldest first: in the review that agreed it, to which answers go
 * until this one's outcome; where that is not kept any more, as it was when this one began.
 */
export function heardOf(
  review: Review,
  { id, happening = [] }: Provision,
  reviews: readonly Review[] | undefined,
): readonly SupportAnswer[] {
  const there = lastReviewOf(review, reviews)?.provision.find((one) => one.id === id);
  return there?.happening ?? happening;
}

/**
 * The actions of the review before this one, with what has become of them: until this one's outcome is recorded, as they
 * stand now; then, as they stood when it was, for what is done later does not change what this meeting knew.
 */
export function actionsOfLast(review: Review, reviews: readonly Review[] | undefined): readonly Action[] {
  const until = review.outcome?.at;
  const actions = lastReviewOf(review, reviews)?.actions ?? [];
  return until === undefined ? actions : actions.map((action) => asItStood(action, until));
}

function asItStood(action: Action, until: Instant): Action {
  const { done, withdrawn, cannotBeDone, disowned, ...open } = action;
  const known = <T extends { readonly at: Instant }>(one: T | undefined) =>
    one && one.at <= until ? one : undefined;
  const [was, ended, can, own] = [known(done), known(withdrawn), known(cannotBeDone), known(disowned)];
  return {
    ...open,
    ...(was && { done: was }),
    ...(ended && { withdrawn: ended }),
    ...(can && { cannotBeDone: can }),
    ...(own && { disowned: own }),
  };
}
