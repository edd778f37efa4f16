import { except, saidTo } from '../../domain/questions/said.ts';
import type { Outsider } from '../../domain/review/annual.ts';
import { wasLate } from '../../domain/review/held.ts';
import { ADVICE } from '../../domain/review/questions/annual-pack.ts';
import type { Review } from '../../domain/review/review.ts';
import type { OfReview, Run } from '../parts.ts';
import { readLines } from '../read-out.ts';

/** What was recorded of somebody's written advice, besides that it came, and when. */
export function adviceLines(advice: Outsider['advice'], given: OfReview): Run[][] {
  return readLines(except(saidTo(ADVICE, { ...advice }, given, {}, 'all'), 'given', 'on'));
}

/** Said of what the meeting did not have, since it was recorded after it; else ''. */
export const lateWords = (review: Review, { at }: { readonly at: string }): string =>
  wasLate(review, at) ? ', after the meeting' : '';
