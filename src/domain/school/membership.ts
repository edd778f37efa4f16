import type { PersonId, School, StaffMember } from './school.ts';

interface Present {
  readonly byEmail: ReadonlyMap<PersonId, StaffMember>;
  readonly sencos: readonly StaffMember[];
}

// A morning's digests ask of the same list tens of thousands of times.
const PRESENT = new WeakMap<School['staff'], Present>();

function presentIn({ staff }: School): Present {
  const known = PRESENT.get(staff);
  if (known) return known;
  const present = staff.filter(({ left }) => left === undefined);
  // Where two have one address the first is meant.
  const byEmail = new Map(present.toReversed().map((member) => [member.email, member]));
  const found = { byEmail, sencos: present.filter(({ role }) => role === 'senco') };
  PRESENT.set(staff, found);
  return found;
}

/** The person's entry on the school's staff list; undefined for strangers and for those who have left. */
export function membership(school: School, person: PersonId): StaffMember | undefined {
  return presentIn(school).byEmail.get(person);
}

/** The SENCOs that the school has today, whether or not they are away, in the order of its staff list. */
export const presentSencos = (school: School): readonly StaffMember[] => presentIn(school).sencos;

/** The e-mail address by which the chats' directories and the school's data know them now, in lower case. */
export const addressOf = ({ email, address }: StaffMember): string => address ?? email;

/** Who is on the school's staff list with this e-mail address; undefined for strangers and for those who have left. */
export function memberAt(school: School, address: string): StaffMember | undefined {
  return school.staff.find((member) => member.left === undefined && addressOf(member) === address);
}

/** What anybody hears who is not on the staff list: nothing of what there is. */
export const NOT_HERE =
  'I can only do this for staff of the school concerned. Ask its SENCO if you need something.';

/** Whether they run reviews in this school today. */
export function isSenco(school: School, person: PersonId): boolean {
  return membership(school, person)?.role === 'senco';
}

/** Whether they are the one SENCO that the school has today: without them nobody could run reviews, or say who is let in. */
export function isOnlySenco(school: School, person: PersonId): boolean {
  return (
    isSenco(school, person) && !school.staff.some((one) => one.email !== person && isSenco(school, one.email))
  );
}

/** Whether they see all of the school's reviews today: a SENCO or a senior leader. */
export function oversees(school: School, person: PersonId): boolean {
  const role = membership(school, person)?.role;
  return role !== undefined && role !== 'staff';
}

/** The e-mail addresses of the school's present staff: who may be chosen. */
export function presentStaff(school: School): readonly PersonId[] {
  return school.staff.filter((one) => !one.left).map((one) => one.email);
}

/**
 * The school's present heads, as its staff list names them; none where it does not. A head is a leader, or the SENCO where
 * one person is both.
 */
export function headsOf(school: School): readonly PersonId[] {
  return school.staff.filter(({ head, left }) => head && !left).map(({ email }) => email);
}
