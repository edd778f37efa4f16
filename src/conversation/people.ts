import { memberAt, membership } from '../domain/school/membership.ts';
import type { PersonId, School, StaffMember } from '../domain/school/school.ts';

/** Somebody on the staff list of one school or more, and what they are in each. */
export interface Person {
  readonly email: PersonId;
  readonly places: readonly { readonly school: School; readonly member: StaffMember }[];
}

/** The person with this id, as the staff lists of `schools` have them today; undefined where none has. */
export function listedAs(schools: readonly School[], person: PersonId): Person | undefined {
  const places = schools.flatMap((school) => {
    const member = membership(school, person);
    return member ? [{ school, member }] : [];
  });
  return places.length ? { email: person, places } : undefined;
}

/** The person with this e-mail address, as the staff lists of `schools` have them today; undefined for a stranger. */
export function atAddress(schools: readonly School[], address: string): Person | undefined {
  const first = schools.map((school) => memberAt(school, address)).find((member) => member !== undefined);
  return first && listedAs(schools, first.email);
}

/** The schools whose reviews this person sees all of. */
export function schoolsOverseen(person: Person): School[] {
  return person.places.flatMap(({ school, member }) => (member.role === 'staff' ? [] : [school]));
}

/** The schools whose reviews this person runs. */
export function schoolsRun(person: Person): School[] {
  return person.places.flatMap(({ school, member }) => (member.role === 'senco' ? [school] : []));
}
