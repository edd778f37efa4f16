import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import type { Review } from '../domain/review/review.ts';
import { run } from '../domain/review/run.ts';
import type { Command } from '../domain/review/steps/index.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import { type Changed, changeKept } from './change.ts';
import type { Deps } from './deps.ts';
import { asItWas } from './form-home.ts';
import type { Sending } from './form-token.ts';
import { endSupportBefore } from './support-over.ts';

/** What a commit is made from. `sending` is the form the command came from, if it came from one. */
interface ToCommit {
  readonly seen: Review;
  readonly school: School;
  readonly command: Command;
  readonly who: PersonId;
  readonly sending?: Sending | undefined;
  /** Whether it was read against `seen` and holds of that only, not of what others have made of it since. */
  readonly asSeen?: boolean;
}

/**
 * Decides a command on the review as it stands and commits it; where somebody else committed first, decides again on
 * what they made of it.
 * @throws {Moved} where it holds of `seen` only, and that has changed
 * @throws {NotStored} when it could not be stored, {Conflict} when others were always first; nothing has changed then
 */
export async function commit(deps: Deps, given: ToCommit): Promise<Changed<Review>> {
  const { school, command, who, sending } = given;
  const pupil = await deps.store.get('pupils', given.seen.pupilId);
  const result = await changeKept(deps, {
    collection: 'reviews',
    seen: given.seen,
    sending,
    // An answer that can be changed says which one it changes: that decides, whichever form it came from.
    changesAnswer: 'revision' in command,
    change: (review) => {
      if (given.asSeen) asItWas(review, given.seen);
      const actor = { who, at: deps.clock.now() };
      const now = pupil ? asOfPupil(review, pupil) : review;
      const result = run(now, command, actor, school, () => deps.ids.unique(), sending?.token);
      return result.ok ? { ok: true, next: result.review } : result;
    },
  });
  if (result.is === 'done' && result.now.outcome && !result.before.outcome) {
    await endSupportBefore(deps, result.now, who);
  }
  return result;
}
