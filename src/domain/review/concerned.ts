import { isSenco } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import { staffAmong } from './invitees.ts';
import type { Review } from './review.ts';

/** The staff asked for evidence or invited, each once, whether or not they have left since. */
export function staffConcerned(review: Review): readonly PersonId[] {
  // Whom a meeting that was called off had invited waits for the new date.
  const set = review.meeting ?? review.earlierMeetings?.at(-1);
  return [...new Set([...review.evidence.map((request) => request.who), ...staffAmong(set?.invitees)])];
}

/** Who is told how the review goes: its lead; once that is no longer a senco here, the school's sencos. */
export function runningIt(review: Review, school: School): readonly PersonId[] {
  if (isSenco(school, review.lead)) return [review.lead];
  return school.staff.map(({ email }) => email).filter((person) => isSenco(school, person));
}

/** Whose an action is, by its id; nobody's where there is none. */
export function ownerOf(review: Review, action: string): readonly PersonId[] {
  return review.actions.flatMap(({ id, owner }) => (id === action ? [owner] : []));
}
