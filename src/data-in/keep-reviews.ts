import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { Store } from '../store/store.ts';
import { update } from '../store/update.ts';

const TRIES = 5;

/** Has a pupil's reviews hold what the pupil's data says from now on, whom they address say; the bot may be at work on them meanwhile. */
export async function keepReviewsOf(store: Store, pupil: Pupil): Promise<void> {
  for (const { id } of await store.reviewsOfPupil(pupil.id)) {
    const change = (review: Review | undefined) => {
      const next = review && asOfPupil(review, pupil);
      return next === review ? undefined : next;
    };
    await update(store, 'reviews', id, change, TRIES);
  }
}
