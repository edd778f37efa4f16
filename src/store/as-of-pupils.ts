import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import type { Review } from '../domain/review/review.ts';
import type { Store } from './store.ts';

/** The reviews with what they hold of their pupils' data as that is now, whether or not it has been put into them yet. */
export async function asOfPupils(
  reviews: readonly Review[],
  store: Pick<Store, 'get'>,
): Promise<readonly Review[]> {
  const found = reviews.map(async (review) => {
    const pupil = await store.get('pupils', review.pupilId);
    return pupil ? asOfPupil(review, pupil) : review;
  });
  return Promise.all(found);
}
