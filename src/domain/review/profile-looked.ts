import { type Profile, profileOf } from '../school/profile.ts';
import type { Pupil } from '../school/pupil.ts';
import type { PersonId } from '../school/school.ts';
import { localDate } from '../time.ts';
import { heldOn, wasHeld } from './held.ts';
import type { Review } from './review.ts';

/** Whether a review's meeting looked at the one-page profile: it was found right, or brought up to date since the meeting began. */
export function lookedAtProfile(review: Review, pupil: Pupil): boolean {
  if (review.profileLookedAt) return true;
  const written = profileOf(pupil)?.at;
  return written !== undefined && wasHeld(review) && localDate(written) >= heldOn(review);
}

/** The profile as it stood in a review: of one that is closed, as it was then. */
export function profileIn(review: Review, pupil: Pupil): Profile | undefined {
  return profileOf(pupil, review.closedAt ?? review.cancelled?.at);
}

/**
 * Whether a colleague reads the one-page profile besides those who oversee reviews: it is there for the staff who work with
 * the pupil, so for those asked for evidence in this review and the pupil's key staff.
 */
export function readsProfile(review: Review, pupil: Pupil, person: PersonId): boolean {
  return pupil.keyStaff.includes(person) || review.evidence.some(({ who }) => who === person);
}
