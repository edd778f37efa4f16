import { planRow } from '../plans/index.ts';
import type { Provision, Review } from './review.ts';

/** How support from before goes on as this meeting has it: as it was, or in its new wording; undefined where it stops. */
export function whatBecameOf(review: Review, one: Provision): Provision | undefined {
  const { provisionReviews = [], proposedProvision = [], provision } = review;
  if (provisionReviews.find(({ provisionId }) => provisionId === one.id)?.next === 'stop') return undefined;
  return [...proposedProvision, ...provision].find(({ id }) => id === one.id) ?? one;
}

/** What a meeting agreed that was not there before it. */
export function newProvision({ provision, last }: Review): readonly Provision[] {
  return provision.filter(({ id }) => !last?.provision.some((one) => one.id === id));
}

/** Whether what the meeting made of support from before holds: not while the local authority has yet to amend the plan. */
export const supportHolds = (review: Review): boolean => planRow(review.kind).goalsHold(review);

/**
 * The review with the support that is in place once its outcome is recorded: what was kept stands in it without being typed
 * again, with what was heard of it; what was stopped does not. Where the local authority decides, what there was goes on as
 * it was, for what a plan says is owed until it is amended (Children and Families Act 2014, s.42), and new wordings are
 * proposals. Nothing is carried over by an outcome that ends the plan.
 */
export function withSupportCarriedOver(review: Review): Review {
  const before = review.last?.provision ?? [];
  if (before.length === 0 || planRow(review.kind).endedOn(review)) return review;
  const anew = newProvision(review);
  const agreed = before.flatMap((one) => whatBecameOf(review, one) ?? []);
  if (supportHolds(review)) return { ...review, provision: [...agreed, ...anew] };
  const proposedProvision = agreed.filter((one) => !before.includes(one));
  return { ...review, provision: [...before, ...anew], proposedProvision };
}

/** The review with the support as it was proposed, once the final plan has come. */
export function withSupportAmended(review: Review): Review {
  const { last, proposedProvision, ...more } = review;
  if (!last || !proposedProvision) return review;
  const isBefore = ({ id }: Provision) => last.provision.some((one) => one.id === id);
  const provision = review.provision.flatMap((one) =>
    isBefore(one) ? (whatBecameOf(review, one) ?? []) : one,
  );
  return { ...more, last, provision, proposedProvision: [] };
}
