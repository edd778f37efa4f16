import type { Contact } from './contact.ts';
import { addressOf } from './membership.ts';
import type { School } from './school.ts';

/**
 * Whether an account is that of somebody on a staff list, also of one who has left: as the person it is bound to, or, while it is
 * nobody's yet, by its address. Of anybody else nothing is kept.
 */
export const isOfStaff = (
  { person, email }: Pick<Contact, 'person' | 'email'>,
  schools: readonly Pick<School, 'staff'>[],
): boolean =>
  schools.some(({ staff }) =>
    staff.some((member) =>
      person === undefined ? member.email === email || addressOf(member) === email : member.email === person,
    ),
  );
