import type { PersonId } from '../school/school.ts';
import { askedSupport } from './obligations/support.ts';
import { isOpen } from './open-actions.ts';
import { requestsOf } from './requests.ts';
import type { Review } from './review.ts';

/** Something of a review that is one person's: an action, support that they see to, a request that they send. */
interface Share {
  /** Nothing of it is left for them to do. */
  readonly isSettled: boolean;
}

/** What of a review is this person's, settled or not. Support is nobody's before it is agreed: they have not been told of it. */
export function sharesOf(review: Review, person: PersonId): readonly Share[] {
  const isTheirs = ({ owner }: { readonly owner?: PersonId }) => owner === person;
  const asked = new Set(askedSupport({ review, school: undefined }).map(({ provision }) => provision.id));
  const agreed = review.outcome ? review.provision : [];
  return [
    ...review.actions.filter(isTheirs).map((action) => ({ isSettled: !isOpen(action) })),
    ...agreed.filter(isTheirs).map(({ id }) => ({ isSettled: !asked.has(id) })),
    ...requestsOf(review)
      .filter(isTheirs)
      .map(({ sent, answer }) => ({ isSettled: sent !== undefined || answer !== undefined })),
  ];
}
