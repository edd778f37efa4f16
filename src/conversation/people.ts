import { admits } from '../channels/index.ts';
import { membership } from '../domain/school/membership.ts';
import type { PersonId, School, StaffMember } from '../domain/school/school.ts';
/** Somebody on the staff list of one school or more, and what they are in each. */
export interface Person {
  readonly email: PersonId;
  readonly places: readonly { readonly school: School; readonly member: StaffMember }[];
}

/**
 * Who this is: matched to the staff lists by e-mail address, in schools that take people of their tenant or
 * workspace, by a chat that is known. Undefined for a stranger, who is to learn nothing.
 */
export function whoIs(
  schools: readonly School[],
  from: { readonly channel: string; readonly tenant: string; readonly email: PersonId | undefined },
): Person | undefined {
  const { email } = from;
  if (!email) return undefined;
  const places = schools.flatMap((school) => {
    const member = membership(school, email);
    return member && admits(school, from) ? [{ school, member }] : [];
  });
  return places.length ? { email, places } : undefined;
}

/** The schools whose reviews this person sees all of. */
export function schoolsOverseen(person: Person): School[] {
  return person.places.flatMap(({ school, member }) => (member.role === 'staff' ? [] : [school]));
}
