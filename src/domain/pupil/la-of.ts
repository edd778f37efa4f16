import { annualPartOf } from '../review/annual-part.ts';
import type { Review } from '../review/review.ts';
import { type Pupil, planNamed } from '../school/pupil.ts';
import type { LocalDate } from '../time.ts';

/** The local authority a review is with, on `day` or now: the one that has taken the plan over, else its own; '' for none. */
export function laOf(review: Review, pupil: Pupil, day?: LocalDate): string {
  const moved = planNamed(pupil, review.kind)?.laMoved;
  return moved && (day === undefined || day >= moved.since) ? moved.to : annualPartOf(review).la;
}
