import { maySeeReview, type Scope } from '../domain/review/permissions.ts';
import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { Store } from '../store/store.ts';

/** A review with what is needed to show it, and how much of it the person may see. */
export interface Subject {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  /** All reviews of the pupil, where it was looked up: dates may hang on them. */
  readonly reviews?: readonly Review[];
  readonly scope: Scope;
}

/**
 * The review `id` as this person may see it, checked afresh. Undefined where there is none, and where there is one
 * they may not see: nobody can tell the two apart.
 */
export async function subjectFor(store: Store, who: PersonId, id: string): Promise<Subject | undefined> {
  const review = await store.get('reviews', id);
  if (!review) return undefined;
  const school = await store.get('schools', review.schoolId);
  const pupil = await store.get('pupils', review.pupilId);
  const scope = school && maySeeReview(review, who, school);
  if (!school || !pupil || !scope) return undefined;
  return { review, pupil, school, scope, reviews: await store.reviewsOfPupil(pupil.id) };
}
