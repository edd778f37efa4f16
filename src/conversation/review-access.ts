import { asOfPupil } from '../domain/review/as-of-pupil.ts';
import { needHasEnded } from '../domain/review/need-to-know.ts';
import { maySeeReview, type Scope } from '../domain/review/permissions.ts';
import type { Review } from '../domain/review/review.ts';
import { isTakenOff } from '../domain/review/taken-off.ts';
import type { School } from '../domain/school/school.ts';
import { localDate } from '../domain/time.ts';
import type { Whose } from '../presentation/labels.ts';
import type { Store } from '../store/store.ts';
import type { Deps } from './deps.ts';
import type { Person } from './people.ts';

/** A review with what is needed to show it, and how much of it the person may see. */
export interface Subject extends Whose {
  readonly school: School;
  readonly scope: Scope;
}

/** A review with its pupil and all of theirs; undefined where the pupil is no more. */
export async function whoseReview(store: Store, review: Review): Promise<Whose | undefined> {
  const pupil = await store.get('pupils', review.pupilId);
  return pupil && { review: asOfPupil(review, pupil), pupil, reviews: await store.reviewsOfPupil(pupil.id) };
}

/**
 * The review `id` as this person may see it, checked afresh; of a school they are admitted to by where they speak from, and of no
 * other, though its staff list may have them. Undefined where there is none, and where there is one they may not see: nobody can
 * tell the two apart.
 */
export async function subjectFor(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { email: who, places }: Person,
  id: string,
): Promise<Subject | undefined> {
  const review = await store.get('reviews', id);
  if (!review || !places.some((place) => place.school.id === review.schoolId)) return undefined;
  const school = await store.get('schools', review.schoolId);
  const whose = school && (await whoseReview(store, review));
  const scope = whose && maySeeReview(review, who, school, { ...whose, today: localDate(clock.now()) });
  return scope && { ...whose, school, scope };
}

const OVER =
  'This review is over, and so is your part in it. It can be opened until the pupil’s next review is closed, or the school year ends. If you still need something of it, ask the SENCO.';

/** Said to whoever was asked for evidence, or invited, and is not any more. */
export const NO_LONGER_ASKED =
  'You are no longer asked about this review, so nothing more is wanted of you. If there is something it should have, please tell the SENCO.';

/** Why a review is shown no more to somebody who had a part in it, under which heading, and the review. */
interface PartOver {
  readonly title: string;
  readonly say: string;
  readonly of: Whose & { readonly school: School };
}

/**
 * Why somebody is not shown a review, where they had a part in it and that has ended, or they were taken off it; undefined for all
 * others, who are not told that there is such a review.
 */
export async function whyOver(
  { store, clock }: Pick<Deps, 'store' | 'clock'>,
  { email: who, places }: Person,
  id: string,
): Promise<PartOver | undefined> {
  const review = await store.get('reviews', id);
  const school = places.find((place) => place.school.id === review?.schoolId)?.school;
  const whose = review && school && (await whoseReview(store, review));
  if (!whose) return undefined;
  const of = { ...whose, school };
  if (isTakenOff(whose.review, who)) return { title: 'You are no longer asked', say: NO_LONGER_ASKED, of };
  const ended = needHasEnded(review, who, school, { ...whose, today: localDate(clock.now()) });
  return ended ? { title: 'This review is over', say: OVER, of } : undefined;
}
