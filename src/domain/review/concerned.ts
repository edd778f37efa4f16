import { isSenco } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import { inviteesOf, staffAmong } from './invitees.ts';
import type { Review } from './review.ts';

/** The staff asked for evidence or invited, each once, whether or not they have left since. */
export function staffConcerned(review: Review): readonly PersonId[] {
  return [...new Set([...review.evidence.map((request) => request.who), ...staffAmong(inviteesOf(review))])];
}

/**
 * The staff who get what the meeting agreed, and what becomes of it: those asked or invited. Who said that they have nothing to
 * add, or don't work with the pupil, needs to know none of it, unless they were invited or something of it is theirs to do.
 */
export function staffToldOfOutcome(review: Review): readonly PersonId[] {
  const [invited, theirs] = [staffAmong(inviteesOf(review)), [...review.actions, ...review.provision]];
  return staffConcerned(review).filter((who) => {
    const passed = review.evidence.some((one) => one.who === who && one.answer?.said === 'nothing-to-add');
    return !passed || invited.includes(who) || theirs.some(({ owner }) => owner === who);
  });
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
