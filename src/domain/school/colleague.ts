import { plainName } from '../language/name-words.ts';
import { type Actor, refusal } from '../review/decision.ts';
import type { Marked } from './absence.ts';
import { notSenco, ONLY_SENCO } from './cut-off.ts';
import { addressOf, isOnlySenco, memberAt, membership } from './membership.ts';
import { roleOf, STAFF_ROLES, type StaffRole } from './questions/staff-roles.ts';
import type { PersonId, School, StaffChanged, StaffMember } from './school.ts';

/** A colleague as a form says them: the address in lower case. */
export interface ColleagueEntry {
  readonly name: string;
  readonly address: string;
  readonly role: StaffRole;
}

const refused = (say: string): Marked => ({ ok: false, refusal: refusal('not-staff', say) });

/**
 * The id of somebody new: the address they are first listed under or, where that is somebody else's for good, with a number.
 * @param taken the ids there are.
 */
export function idFor(address: string, taken: ReadonlySet<PersonId>): PersonId {
  let id = address;
  for (let n = 2; taken.has(id); n++) id = `${address}#${n}`;
  return id;
}

/**
 * Puts a colleague on the staff list, as a line of the list would: whoever left under this address and name is back, and under
 * another name it is somebody new, who inherits nothing unless a SENCO says that the two are one (`maybeSame`). Only a SENCO may.
 */
export function addColleague(school: School, entry: ColleagueEntry, { who: by, at }: Actor): Marked {
  const notTheirs = notSenco(school, by);
  if (notTheirs) return { ok: false, refusal: notTheirs };
  const here = memberAt(school, entry.address);
  if (here) return refused(`${here.name} is on the staff list with this address. Change them there instead.`);
  const before = school.staff.findLast(
    (one) => addressOf(one) === entry.address && plainName(one.name) === plainName(entry.name),
  );
  if (before?.cutOff)
    return refused(`${before.name} was cut off. Let them back in on the staff list, and change them there.`);
  const added: Pick<StaffMember, 'name' | 'role' | 'changedHere'> = {
    name: entry.name,
    ...STAFF_ROLES[entry.role].place,
    changedHere: [{ field: 'added', by, at }],
  };
  if (before) {
    const { left: _, leftNoted: __, head: ___, ...known } = before;
    return { ok: true, school: replaced(school, before.email, { ...known, ...added }) };
  }
  const id = idFor(entry.address, new Set(school.staff.map(({ email }) => email)));
  const member = { email: id, ...(id !== entry.address && { address: entry.address }), ...added };
  return { ok: true, school: { ...school, staff: [...school.staff, member] } };
}

/**
 * Changes a colleague's name, address or role; who they are, and what is theirs, stays. Only a SENCO may, and never so that the
 * school has none.
 */
export function changeColleague(
  school: School,
  person: PersonId,
  entry: ColleagueEntry,
  { who: by, at }: Actor,
): Marked {
  const notTheirs = notSenco(school, by);
  if (notTheirs) return { ok: false, refusal: notTheirs };
  const member = membership(school, person);
  if (!member) return refused('They are not on the staff list any more, so there is nothing to change.');
  const there = memberAt(school, entry.address);
  if (there && there.email !== person)
    return refused(`${there.name} is on the staff list with this address. Each colleague needs their own.`);
  const { role, head }: Pick<StaffMember, 'role' | 'head'> = STAFF_ROLES[entry.role].place;
  if (role !== 'senco' && isOnlySenco(school, person)) return refused(ONLY_SENCO);
  const address = addressOf(member);
  const changed: readonly StaffChanged[] = [
    ...(entry.name === member.name ? [] : [{ field: 'name' as const, was: member.name, by, at }]),
    ...(entry.role === roleOf(member) ? [] : [{ field: 'role' as const, by, at }]),
    ...(entry.address === address ? [] : [{ field: 'address' as const, was: address, by, at }]),
  ];
  if (changed.length === 0) return { ok: true, school };
  const { address: _, head: __, ...known } = member;
  return {
    ok: true,
    school: replaced(school, person, {
      ...known,
      name: entry.name,
      role,
      ...(head && { head }),
      ...(entry.address !== person && { address: entry.address }),
      changedHere: marked(member.changedHere, changed),
    }),
  };
}

/** The marks of before and of now. What a list called them is what it was before the first of several changes. */
function marked(
  before: readonly StaffChanged[] = [],
  changed: readonly StaffChanged[],
): readonly StaffChanged[] {
  const fields = new Set(changed.map(({ field }) => field));
  return [
    ...before.filter(({ field }) => !fields.has(field)),
    ...changed.map((one) => {
      const was = before.find(({ field }) => field === one.field)?.was ?? one.was;
      return { ...one, ...(was !== undefined && { was }) };
    }),
  ];
}

function replaced(school: School, person: PersonId, member: StaffMember): School {
  return { ...school, staff: school.staff.map((one) => (one.email === person ? member : one)) };
}
