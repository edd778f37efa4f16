import type { Review } from '../review/review.ts';
import { isAbsent } from '../school/absence.ts';
import { presentSencos } from '../school/membership.ts';
import type { PersonId, School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';

/**
 * Who runs the review: its lead; once that is no SENCO of the school any more, or while they are away on `today`, another
 * SENCO, where there is one who is there.
 */
export function leadOf(review: Review, school: School | undefined, today?: LocalDate): PersonId {
  return (school && sencoThere(school, today, review.lead)) ?? review.lead;
}

/** A SENCO of the school who is there on `today`, `preferred` before others; one who is away, where no other is there. */
export function sencoThere(school: School, today?: LocalDate, preferred?: PersonId): PersonId | undefined {
  const sencos = presentSencos(school);
  const there = sencos.filter((member) => !today || !isAbsent(member, today));
  const own = [there, sencos].map((some) => some.find(({ email }) => email === preferred) ?? some[0]);
  return own.find((member) => member !== undefined)?.email;
}
