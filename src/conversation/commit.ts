import type { Command, Refusal } from '../domain/commands.ts';
import type { PendingMessage } from '../domain/message.ts';
import type { Review } from '../domain/review.ts';
import { run } from '../domain/run.ts';
import type { PersonId, School } from '../domain/school.ts';
import { Conflict } from '../store/store.ts';
import type { Deps } from './deps.ts';
import { alreadyTaken, type Sending } from './once.ts';

/** What became of a command. */
export type Committed =
  /** `queued` are the messages it owes others. */
  | { readonly is: 'done'; readonly review: Review; readonly queued: readonly PendingMessage[] }
  /** The very same form with the very same answers was taken before. */
  | { readonly is: 'repeat'; readonly review: Review }
  /** The same form was taken before, with other answers. */
  | { readonly is: 'sent-before'; readonly review: Review }
  | { readonly is: 'refused'; readonly review: Review; readonly refusal: Refusal };

/** Two people at once are ordinary; this many in a row on one review are not. */
const TRIES = 50;

/** What a commit is made from. `sending` is the form the command came from, if it came from one. */
interface ToCommit {
  readonly seen: Review;
  readonly school: School;
  readonly command: Command;
  readonly who: PersonId;
  readonly sending?: Sending | undefined;
}

/**
 * Decides a command on the review as it stands and commits it; where somebody else committed first, decides again on
 * what they made of it.
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first; nothing has changed then
 */
export async function commit(deps: Deps, given: ToCommit): Promise<Committed> {
  let review = given.seen;
  for (let left = TRIES; ; left--) {
    const decided = decideOn(review, deps, given);
    if (!('next' in decided)) return decided;
    try {
      const stored = await deps.store.put('reviews', decided.next);
      deps.committed(stored.id);
      return { is: 'done', review: stored, queued: stored.messages.slice(review.messages.length) };
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
      review = (await deps.store.get('reviews', review.id)) ?? review;
    }
  }
}

function decideOn(
  review: Review,
  deps: Deps,
  { school, command, who, sending }: ToCommit,
): Committed | { next: Review } {
  // An answer that can be changed says which one it changes: that decides, whichever form it came from.
  const changeable = command.type === 'submit-evidence';
  if (sending && !changeable && alreadyTaken(review, sending) === 'otherwise') {
    return { is: 'sent-before', review };
  }
  const actor = { who, at: deps.clock.now() };
  const result = run(review, command, actor, school, () => deps.ids.unique(), sending?.token);
  if (!result.ok) return { is: 'refused', review, refusal: result.refusal };
  return result.repeat ? { is: 'repeat', review } : { next: result.review };
}
