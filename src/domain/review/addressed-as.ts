import { isDeepStrictEqual } from 'node:util';
import { planRow } from '../plans/index.ts';
import { addressingOf } from '../school/addressee.ts';
import type { Pupil } from '../school/pupil.ts';
import { isConcluded, isUnderWay } from './held.ts';
import type { Review } from './review.ts';

/**
 * The review with what says whom it addresses as the pupil's data has it now: a review is decided by what it holds alone.
 * Once its outcome is recorded that stays as it was, for the record says whose views those were.
 */
export function addressedAs(review: Review, pupil: Pupil): Review {
  if (!planRow(review.kind).addressesYoungPeople || isConcluded(review) || !isUnderWay(review)) return review;
  const addressing = addressingOf(pupil);
  return isDeepStrictEqual(review.addressing, addressing) ? review : { ...review, addressing };
}
