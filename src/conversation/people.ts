import type { ChannelName } from '../domain/contact.ts';
import { membership } from '../domain/permissions.ts';
import type { PersonId, School, StaffMember } from '../domain/school.ts';

/** Somebody on the staff list of one school or more, and what they are in each. */
export interface Person {
  readonly email: PersonId;
  readonly places: readonly { readonly school: School; readonly member: StaffMember }[];
}

function admits(school: School, channel: ChannelName, tenant: string): boolean {
  if (channel === 'teams') return !school.teamsTenantId || school.teamsTenantId === tenant;
  if (channel === 'slack') return !school.slackTeamId || school.slackTeamId === tenant;
  return true;
}

/**
 * Who this is: matched to the staff lists by e-mail address, in schools that take people of their tenant or
 * workspace. Undefined for a stranger, who is to learn nothing.
 */
export function whoIs(
  schools: readonly School[],
  from: { readonly channel: ChannelName; readonly tenant: string; readonly email: PersonId | undefined },
): Person | undefined {
  const { email } = from;
  if (!email) return undefined;
  const places = schools.flatMap((school) => {
    const member = membership(school, email);
    return member && admits(school, from.channel, from.tenant) ? [{ school, member }] : [];
  });
  return places.length ? { email, places } : undefined;
}

/** The schools whose reviews this person sees all of. */
export function schoolsOverseen(person: Person): School[] {
  return person.places.flatMap(({ school, member }) => (member.role === 'staff' ? [] : [school]));
}
