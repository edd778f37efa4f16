import type { Command, Refusal } from '../domain/commands.ts';
import type { Review } from '../domain/review.ts';
import { run } from '../domain/run.ts';
import type { PersonId, School } from '../domain/school.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';

/** What became of a command. */
export type Committed =
  | { readonly is: 'done'; readonly review: Review }
  /** The very same form was taken before. */
  | { readonly is: 'repeat'; readonly review: Review }
  | { readonly is: 'refused'; readonly review: Review; readonly refusal: Refusal };

/** Two people at once are ordinary; this many in a row on one review are not. */
const TRIES = 20;

/**
 * Decides `command` on the review as it stands and commits it; where somebody else committed first, decides again on
 * what they made of it. `once` is the token of the form it came from, if it came from one.
 * @throws {NotStored} when it could not be stored; nothing has changed then
 */
export async function commit(
  deps: Deps,
  seen: Review,
  school: School,
  command: Command,
  who: PersonId,
  once?: string,
): Promise<Committed> {
  let review = seen;
  for (let left = TRIES; ; left--) {
    const result = run(review, command, { who, at: deps.clock.now() }, school, () => deps.ids.unique(), once);
    if (!result.ok) return { is: 'refused', review, refusal: result.refusal };
    if (result.repeat) return { is: 'repeat', review };
    try {
      const stored = await deps.store.put('reviews', result.review);
      deps.committed();
      return { is: 'done', review: stored };
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
      review = (await deps.store.get('reviews', review.id)) ?? review;
    }
  }
}
