import { nameOf } from '../language/people.ts';
import { NotThere } from '../questions/not-there.ts';
import { headsOf } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import type { Outsider } from './annual.ts';
import { annualPartOf } from './annual-part.ts';
import { staffAmong } from './invitees.ts';
import { ROLE } from './questions/annual-options.ts';
import type { ReviewContent } from './review-content.ts';

type OfReview = { readonly review: ReviewContent };

/** Somebody invited to an annual review, in the order in which a form lists them. */
interface Invited {
  /** By what the attendance is kept: an outsider's id or a colleague's address. */
  readonly key: string;
  /** The id of their input: safe wherever it goes, and each one's own. */
  readonly input: string;
  readonly name: string;
  /** What they are there as, in our words. */
  readonly role: string;
}

/** Who outside it is about. @throws {NotThere} when they are not invited (any more) */
export function outsiderOf(subject: OfReview & { readonly about?: string }): Outsider {
  const found = annualPartOf(subject.review).outsiders.find(({ id }) => id === subject.about);
  if (!found) throw new NotThere('nobody of that id is invited');
  return found;
}

/** What a member of staff is there as. */
export const staffRole = (school: School, who: PersonId): string =>
  headsOf(school).includes(who) ? ROLE.head : 'School staff';

/** Everybody invited to an annual review: colleagues first. */
export function invitedTo(subject: OfReview & { readonly school: School }): readonly Invited[] {
  const { review, school } = subject;
  return [
    ...staffAmong(review.meeting?.invitees).map((who, at) => ({
      key: who,
      input: `staff_${at + 1}`,
      name: nameOf(school, who),
      role: staffRole(school, who),
    })),
    ...annualPartOf(subject.review).outsiders.map(({ id, name, role }) => ({
      key: id,
      input: `other_${id}`,
      name,
      role: ROLE[role],
    })),
  ];
}
