import type { StaffMember } from '../school.ts';

/** What a role is stored as: a head is a leader too, or the SENCO where one person is both. */
export type StaffPlace = Pick<StaffMember, 'role' | 'head'>;

/** The roles a colleague can have, in a staff list (by these words) and in a form (by their titles). */
export const STAFF_ROLES = {
  senco: { title: 'SENCO', place: { role: 'senco' } },
  head: { title: 'Head', place: { role: 'leader', head: true } },
  'head senco': { title: 'Head and SENCO', place: { role: 'senco', head: true } },
  leader: { title: 'Senior leader', place: { role: 'leader' } },
  staff: { title: 'Staff', place: { role: 'staff' } },
} as const satisfies Readonly<Record<string, { readonly title: string; readonly place: StaffPlace }>>;

/** The word for a role. */
export type StaffRole = keyof typeof STAFF_ROLES;

const WORDS = Object.keys(STAFF_ROLES) as readonly StaffRole[];

/** The word for the role a colleague has. */
export const roleOf = ({ role, head }: StaffPlace): StaffRole =>
  WORDS.find((word) => {
    const place: StaffPlace = STAFF_ROLES[word].place;
    return place.role === role && place.head === head;
  }) ?? role;
