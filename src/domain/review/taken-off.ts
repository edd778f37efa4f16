import type { PersonId } from '../school/school.ts';
import { staffConcerned } from './concerned.ts';
import { isUnderWay } from './held.ts';
import type { Review } from './review.ts';

/** Whether they had heard that they are asked for evidence, and are not asked any more. */
export const isNoLongerAsked = (review: Review, person: PersonId): boolean =>
  hadHeard(review, person, ['evidence-request']) && !review.evidence.some(({ who }) => who === person);

/** Whether they had heard that they are asked or invited, and are neither any more, in a review that is under way. */
export const isTakenOff = (review: Review, person: PersonId): boolean =>
  isUnderWay(review) &&
  hadHeard(review, person, ['evidence-request', 'meeting-set']) &&
  !staffConcerned(review).includes(person);

const hadHeard = ({ messages }: Review, person: PersonId, kinds: readonly string[]): boolean =>
  messages.some(({ to, kind, state }) => to === person && kinds.includes(kind) && state.is === 'sent');
