import { planRow } from '../plans/index.ts';
import { NotThere } from '../questions/not-there.ts';
import type { AnnualReview } from './annual.ts';
import { annualPartOf } from './annual-part.ts';
import type { Review } from './review.ts';

/** What the review has as an annual review. @throws {NotThere} when it is none */
export function annualOf({ review }: { readonly review: Review }): AnnualReview {
  if (!planRow(review.kind).decidedElsewhere) throw new NotThere('no annual review');
  return annualPartOf(review);
}
