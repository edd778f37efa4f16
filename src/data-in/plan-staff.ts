import { nameWords } from '../domain/language/name-words.ts';
import { addressOf } from '../domain/school/membership.ts';
import type { PersonId, StaffMember } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';

/** A school's staff after an import. */
export interface PlannedStaff {
  /** Those of the file, who keep what SENCOs said of them here. */
  readonly listed: readonly StaffMember[];
  /** Those of before who are not in it: they stay for the names of what they wrote, and have left. */
  readonly gone: readonly StaffMember[];
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
 * @param wanted the file's people, by address.
 * @param said who of them is a colleague who left, and who is not, where a person has said so.
 */
export function planStaff(
  before: readonly StaffMember[],
  wanted: readonly StaffMember[],
  today: LocalDate,
  said: readonly PersonSaid[] = [],
): PlannedStaff {
  const taken = new Set(before.map(({ email }) => email));
  const idAt = new Map<string, PersonId>();
  const listed = wanted.map((person) => {
    const known = saidToBe(person, before, said) ?? knownAs(person, before);
    const id = known?.email ?? firstFree(person.email, taken);
    taken.add(id);
    idAt.set(person.email, id);
    const others = said.flatMap((one) =>
      one.now === person.email && one.is === 'another' ? [one.before] : [],
    );
    const notSame = [...new Set([...(known?.notSame ?? []), ...others])];
    return {
      ...person,
      ...saidOf(known),
      ...(notSame.length > 0 && { notSame }),
      email: id,
      ...(id !== person.email && { address: person.email }),
    };
  });
  const found = new Set(listed.map(({ email }) => email));
  const gone = before
    .filter(({ email }) => !found.has(email))
    .map((person) => ({ ...person, left: person.left ?? today }));
  return { listed, gone, idAt };
}

function knownAs({ email, name }: StaffMember, before: readonly StaffMember[]): StaffMember | undefined {
  const here = before.filter((one) => addressOf(one) === email);
  const present = here.find(({ left }) => left === undefined);
  if (present) return shareAWord(present.name, name) ? present : undefined;
  return here.findLast((one) => plainWords(one.name) === plainWords(name));
}

function saidToBe(
  { email }: StaffMember,
  before: readonly StaffMember[],
  said: readonly PersonSaid[],
): StaffMember | undefined {
  const same = said.find(({ now, is }) => now === email && is === 'same');
  return same && before.find((one) => one.email === same.before);
}

const plainWords = (name: string): string => nameWords(name).join(' ');

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

function firstFree(address: string, taken: ReadonlySet<PersonId>): PersonId {
  let id = address;
  for (let n = 2; taken.has(id); n++) id = `${address}#${n}`;
  return id;
}
