import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import { Conflict, type Store } from '../store/store.ts';

const TRIES = 5;

/** Has a pupil's reviews hold what the pupil's data says from now on, whom they address say; the bot may be at work on them meanwhile. */
export async function keepReviewsOf(store: Store, pupil: Pupil): Promise<void> {
  for (const { id } of await store.reviewsOfPupil(pupil.id)) {
    for (let left = TRIES; ; left--) {
      const review = await store.get('reviews', id);
      const next = review && asOfPupil(review, pupil);
      if (!next || next === review) break;
      try {
        await store.put('reviews', next);
        break;
      } catch (error) {
        if (!(error instanceof Conflict) || left === 0) throw error;
      }
    }
  }
}
