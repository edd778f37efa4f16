import { planRow } from '../../domain/plans/index.ts';
import type { AnnualReview } from '../../domain/review/annual.ts';
import { annualPartOf } from '../../domain/review/annual-part.ts';
import { type FormSubject, NotThere } from './form.ts';

/** What the review has as an annual review. @throws {NotThere} when it is none */
export function annualOf({ review }: Pick<FormSubject, 'review'>): AnnualReview {
  if (!planRow(review.kind).decidedElsewhere) throw new NotThere('no annual review');
  return annualPartOf(review);
}
