import { annualPartOf } from '../review/annual-part.ts';
import type { Review } from '../review/review.ts';
import { type Pupil, planNamed } from '../school/pupil.ts';
import type { LocalDate } from '../time.ts';

/** The local authority a review is with, on `day` or now: the one that has taken the plan over, else its own; '' for none. */
export function laOf(review: Review, pupil: Pupil, day?: LocalDate): string {
  const moved = planNamed(pupil, review.kind)?.laMoved;
  return moved && (day === undefined || day >= moved.since) ? moved.to : annualPartOf(review).la;
}

/**
 * The local authority that a pupil's family has to do with, by name: of the plan of that kind, else of another plan of theirs;
 * '' where none is known.
 */
export function familyLaOf(pupil: Pupil, kind: string | undefined): string {
  return planNamed(pupil, kind)?.la ?? pupil.plans.find(({ la }) => la !== undefined)?.la ?? '';
}
