import type { Actor } from './decision.ts';
import { type Fact, factRow } from './facts.ts';
import type { Review } from './review.ts';
import { begin } from './review-started.ts';

/** The review after something has happened to it. History and messages are left to `run`. */
export function evolve(review: Review, fact: Fact, actor: Actor): Review {
  return fact.type === 'review-started' ? begin(fact) : factRow(fact.type).evolve(review, fact, actor);
}
