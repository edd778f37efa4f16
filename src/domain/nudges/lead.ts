import type { Review } from '../review/review.ts';
import { isAbsent } from '../school/absence.ts';
import type { PersonId, School, StaffMember } from '../school/school.ts';
import type { LocalDate } from '../time.ts';

/**
 * Who runs the review: its lead; once that is no SENCO of the school any more, or while they are away on `today`, another
 * SENCO, where there is one who is there.
 */
export function leadOf(review: Review, school: School | undefined, today?: LocalDate): PersonId {
  if (!school) return review.lead;
  const sencos = school.staff.filter(({ role, left }) => role === 'senco' && left === undefined);
  const there = sencos.filter((member) => !today || !isAbsent(member, today));
  const own = (people: readonly StaffMember[]) =>
    people.find(({ email }) => email === review.lead) ?? people[0];
  return (own(there) ?? own(sencos))?.email ?? review.lead;
}
