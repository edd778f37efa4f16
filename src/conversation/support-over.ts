import type { Review } from '../domain/review/review.ts';
import { whySupportIsOver, withAnswersSince, withSupportEnded } from '../domain/review/support-over.ts';
import type { PersonId } from '../domain/school/school.ts';
import { changeKept } from './change.ts';
import type { Deps } from './deps.ts';
import { notCommitted } from './refusals.ts';

/**
 * Ends the support that earlier reviews of the same plan agreed, once this one has come to its outcome, and takes along what was
 * said meanwhile of what goes on: a commit for each review. What can't be committed now is ended before anybody is next asked about it (`src/worker/support-over.ts`).
 */
export async function endSupportBefore(deps: Deps, concluded: Review, who: PersonId): Promise<void> {
  const { store, clock } = deps;
  try {
    const pupil = await store.get('pupils', concluded.pupilId);
    const reviews = await store.reviewsOfPupil(concluded.pupilId);
    for (const seen of reviews) {
      const why = pupil && whySupportIsOver(seen, pupil, reviews);
      if (!why) continue;
      const change = (now: Review) =>
        ({ ok: true, next: withSupportEnded(now, why, { who, at: clock.now() }) }) as const;
      const ended = await changeKept(deps, { collection: 'reviews', seen, change });
      const carry = (now: Review) => ({ ok: true, next: withAnswersSince(now, ended.now) }) as const;
      await changeKept(deps, { collection: 'reviews', seen: concluded, change: carry });
    }
  } catch (error) {
    if (!notCommitted(error)) throw error;
  }
}
