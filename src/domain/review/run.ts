import { messagesFor, withQueued } from '../nudges/messages.ts';
import { membership } from '../school/membership.ts';
import type { School } from '../school/school.ts';
import { decide } from './decide.ts';
import type { Actor, Refusal } from './decision.ts';
import { evolve } from './evolve.ts';
import type { Fact } from './facts.ts';
import { historyEntry } from './history.ts';
import type { Review } from './review.ts';
import { begin } from './review-started.ts';
import { type StartRequest, start } from './start.ts';
import type { Command } from './steps/index.ts';

/** What came of a command. When accepted, `review` is what to store; its version is as it was (the store raises it). */
export type Ran =
  | {
      readonly ok: true;
      readonly review: Review;
      /** What happened, in order; empty when the review already was as the command would have it. */
      readonly facts: readonly Fact[];
      /** The form was taken before: nothing is done a second time, and `review` is as it was given. */
      readonly repeat: boolean;
    }
  | { readonly ok: false; readonly refusal: Refusal };

/**
 * Decides a command, and applies what follows: the new state, its history, the messages it owes. `newKey` gives keys for
 * messages; `once` is the token of the form it came from, so that the same form sent again has no second effect.
 */
export function run(
  review: Review,
  command: Command,
  actor: Actor,
  school: School,
  newKey: () => string,
  once?: string,
): Ran {
  if (once !== undefined && review.taken.includes(once) && membership(school, actor.who)) {
    return { ok: true, review, facts: [], repeat: true };
  }
  const decision = decide(review, command, actor, school);
  if (!decision.ok) return decision;
  const after = decision.facts.reduce(
    (so, fact) => record(so, evolve(so, fact, actor), fact, actor, school, newKey),
    review,
  );
  return { ok: true, review: take(after, once), facts: decision.facts, repeat: false };
}

/** As `run`, for a review that does not exist yet; its version is 0. */
export function startReview(request: StartRequest, newKey: () => string, once?: string): Ran {
  const decision = start(request);
  if (!decision.ok) return decision;
  const { actor, school } = request;
  const review = record(undefined, begin(decision.fact), decision.fact, actor, school, newKey);
  return { ok: true, review: take(review, once), facts: [decision.fact], repeat: false };
}

/** The review after a fact that has just been applied to it, with it noted in its history, and its messages queued. */
function record(
  before: Review | undefined,
  review: Review,
  fact: Fact,
  actor: Actor,
  school: School,
  newKey: () => string,
): Review {
  return {
    ...review,
    history: [...review.history, historyEntry(before, review, fact, actor)],
    messages: withQueued(review.messages, messagesFor(review, fact, actor, school, newKey)),
  };
}

function take(review: Review, once: string | undefined): Review {
  return once === undefined ? review : { ...review, taken: [...review.taken, once] };
}
