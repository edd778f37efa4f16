import { leadOf } from '../domain/nudges/lead.ts';
import type { Review } from '../domain/review/review.ts';
import {
  asksBy,
  whySupportIsOver,
  withAnswersSince,
  withSupportEnded,
} from '../domain/review/support-over.ts';
import type { School } from '../domain/school/school.ts';
import { type Instant, localDate } from '../domain/time.ts';
import type { Store } from '../store/store.ts';
import { update } from '../store/update.ts';

/**
 * The reviews, with the support ended that is over though nobody has said so: so that nobody is asked about it. Only where
 * it would be asked about today is it looked at, so this costs what is due.
 */
export async function withoutSupportOver(
  reviews: readonly Review[],
  school: School,
  at: Instant,
  store: Store,
): Promise<readonly Review[]> {
  const left: Review[] = [];
  for (const review of reviews) {
    const asks = asksBy(review, localDate(at));
    left.push(asks ? await lookedAt(review, school, at, store) : review);
  }
  return left;
}

async function lookedAt(review: Review, school: School, at: Instant, store: Store): Promise<Review> {
  const pupil = await store.get('pupils', review.pupilId);
  const reviews = await store.reviewsOfPupil(review.pupilId);
  const why = whySupportIsOver(review, pupil, reviews);
  if (!why) return review;
  const actor = { who: leadOf(review, school, localDate(at)), at };
  const ended = await update(store, 'reviews', review.id, (now) => now && withSupportEnded(now, why, actor));
  for (const { id, outcome } of reviews) {
    if (outcome)
      await update(store, 'reviews', id, (now) => {
        const carried = now && withAnswersSince(now, review);
        return carried === now ? undefined : carried;
      });
  }
  return ended ?? review;
}
