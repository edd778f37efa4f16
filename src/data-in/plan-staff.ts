import { nameWords, plainName } from '../domain/language/name-words.ts';
import { idFor } from '../domain/school/colleague.ts';
import { addressOf } from '../domain/school/membership.ts';
import { roleOf } from '../domain/school/questions/staff-roles.ts';
import type { PersonId, StaffChanged, StaffMember } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';

/** What of a colleague stays as it was changed here in a form, though the list says otherwise. */
export interface KeptOfStaff extends StaffChanged {
  readonly address: string;
}

/** A school's staff after an import. */
export interface PlannedStaff {
  /** Those of the file, who keep what SENCOs said of them here. */
  readonly listed: readonly StaffMember[];
  /** Those of before who are not in it: they stay for the names of what they wrote, and have left. */
  readonly gone: readonly StaffMember[];
  /** What stays as it was changed here. */
  readonly kept: readonly KeptOfStaff[];
  /** Who each address of the file is. */
  readonly idAt: ReadonlyMap<string, PersonId>;
}

/** What a person says of somebody new on the file: whether they are a colleague who left. */
export interface PersonSaid {
  /** Their address on the file. */
  readonly now: string;
  readonly before: PersonId;
  readonly is: 'same' | 'another';
}

/**
 * Who the people of a staff list are among those stored. An address that was listed all along is the same person, as long as
 * something of the name stays; one whose person had left is theirs again under the same name. Otherwise it is somebody new,
 * who inherits nothing, whoever had the address before. Whoever was cut off stays so.
 * What a SENCO changed of somebody here in a form stays as it is, and whoever was added here stays on the list, unless that
 * would leave nobody as SENCO.
 * @param wanted the file's people, by address.
 * @param said who of them is a colleague who left, and who is not, where a person has said so.
 * @param takeList what was changed here is overwritten, too.
 */
export function planStaff(
  before: readonly StaffMember[],
  wanted: readonly StaffMember[],
  today: LocalDate,
  said: readonly PersonSaid[] = [],
  takeList = false,
): PlannedStaff {
  const planned = staffPlanned(before, wanted, today, said, takeList);
  const hasSenco = planned.listed.some(({ role, left }) => role === 'senco' && !left);
  return hasSenco || takeList ? planned : staffPlanned(before, wanted, today, said, true);
}

function staffPlanned(
  before: readonly StaffMember[],
  wanted: readonly StaffMember[],
  today: LocalDate,
  said: readonly PersonSaid[],
  takeList: boolean,
): PlannedStaff {
  const taken = new Set(before.map(({ email }) => email));
  const addresses = new Set(wanted.map(({ email }) => email));
  const idAt = new Map<string, PersonId>();
  const kept: KeptOfStaff[] = [];
  const listed = wanted.map((person) => {
    const known =
      saidToBe(person, before, said) ?? knownAs(person, before) ?? knownBefore(person, before, addresses);
    const id = known?.email ?? idFor(person.email, taken);
    taken.add(id);
    idAt.set(person.email, id);
    const others = said.flatMap((one) =>
      one.now === person.email && one.is === 'another' ? [one.before] : [],
    );
    const notSame = [...new Set([...(known?.notSame ?? []), ...others])];
    const stays = takeList ? { entry: person, changedHere: [] } : staysOf(known, person);
    kept.push(...stays.changedHere.map((one) => ({ ...one, address: stays.entry.email })));
    const { email: address, ...entry } = stays.entry;
    return {
      ...entry,
      ...saidOf(known),
      ...(notSame.length > 0 && { notSame }),
      ...(stays.changedHere.length > 0 && { changedHere: stays.changedHere }),
      email: id,
      ...(id !== address && { address }),
    };
  });
  const found = new Set(listed.map(({ email }) => email));
  const addedHere = before.filter((one) => !found.has(one.email) && !takeList && staysAdded(one));
  for (const one of addedHere)
    kept.push(
      ...(one.changedHere ?? [])
        .filter(({ field }) => field === 'added')
        .map((change) => ({ ...change, address: addressOf(one) })),
    );
  const staying = new Set(addedHere.map(({ email }) => email));
  const gone = before
    .filter(({ email }) => !found.has(email) && !staying.has(email))
    .map((person) => ({ ...person, left: person.left ?? today }));
  return { listed: [...listed, ...addedHere], gone, kept, idAt };
}

/** Whether they were put on the staff list here, so that a list without them may be older. */
const staysAdded = ({ left, changedHere }: StaffMember) =>
  left === undefined && (changedHere ?? []).some(({ field }) => field === 'added');

/** The list's entry with what was changed here since in its place, and which changes those are. */
function staysOf(known: StaffMember | undefined, listed: StaffMember) {
  if (!known || known.left) return { entry: listed, changedHere: [] };
  const ours: Readonly<Record<StaffChanged['field'], boolean>> = {
    name: known.name !== listed.name,
    role: roleOf(known) !== roleOf(listed),
    address: addressOf(known) !== listed.email,
    // On the list, they are the list's from now on.
    added: false,
  };
  const changedHere = (known.changedHere ?? []).filter(({ field }) => ours[field]);
  const has = (field: StaffChanged['field']) => changedHere.some((one) => one.field === field);
  const { role: _, head: __, ...rest } = listed;
  const place = has('role') ? known : listed;
  const entry: StaffMember = {
    ...rest,
    name: has('name') ? known.name : listed.name,
    role: place.role,
    ...(place.head && { head: place.head }),
    email: has('address') ? addressOf(known) : listed.email,
  };
  return { entry, changedHere };
}

/** What they are and were called, as lists may have it. */
const namesOf = ({ name, changedHere = [] }: StaffMember): readonly string[] => [
  name,
  ...changedHere.flatMap(({ field, was }) => (field === 'name' && was ? [was] : [])),
];

function knownAs({ email, name }: StaffMember, before: readonly StaffMember[]): StaffMember | undefined {
  const here = before.filter((one) => addressOf(one) === email);
  const present = here.find(({ left }) => left === undefined);
  if (present) return namesOf(present).some((one) => shareAWord(one, name)) ? present : undefined;
  return here.findLast((one) => plainName(one.name) === plainName(name));
}

/** Who had that address until it was changed here, where the list does not have the one of now. */
function knownBefore(
  { email, name }: StaffMember,
  before: readonly StaffMember[],
  addresses: ReadonlySet<string>,
): StaffMember | undefined {
  return before.find(
    (one) =>
      one.left === undefined &&
      !addresses.has(addressOf(one)) &&
      (one.changedHere ?? []).some(({ field, was }) => field === 'address' && was === email) &&
      namesOf(one).some((known) => shareAWord(known, name)),
  );
}

function saidToBe(
  { email }: StaffMember,
  before: readonly StaffMember[],
  said: readonly PersonSaid[],
): StaffMember | undefined {
  const same = said.find(({ now, is }) => now === email && is === 'same');
  return same && before.find((one) => one.email === same.before);
}

/** People marry and are called by other forenames; somebody of whose name nothing is left is somebody else. */
function shareAWord(one: string, other: string): boolean {
  const words = new Set(nameWords(one).filter((word) => !TITLES.has(word)));
  return nameWords(other).some((word) => words.has(word));
}

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'mx', 'dr']);

// What SENCOs said here, no file knows: who is away, who is cut off, and who is another than the one who left.
function saidOf(known: StaffMember | undefined): Partial<StaffMember> {
  if (!known) return {};
  const { absent, cutOff, left } = known;
  return { ...(absent && { absent }), ...(cutOff && left && { cutOff, left }) };
}
