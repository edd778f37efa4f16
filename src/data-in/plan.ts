import { isDeepStrictEqual } from 'node:util';
import { type Pupil, planNamed } from '../domain/school/pupil.ts';
import type { Document, School, StaffMember } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Wanted } from './folder.ts';

/** What is stored of a school before an import. */
export interface Stored {
  readonly school: School | undefined;
  readonly pupils: readonly Pupil[];
}

/** Somebody or something by its reference or address, and the names of the fields that differ: never their values. */
interface Change {
  readonly who: string;
  readonly fields: readonly string[];
}

/** What an import does, or did, to one kind of thing. */
export interface Tally {
  readonly added: readonly string[];
  readonly changed: readonly Change[];
  readonly unchanged: number;
  /** Stored, and not in the file: pupils stay as they are; staff lose access. */
  readonly missing: readonly string[];
}

/** The documents to write, and what they change. */
export interface Plan {
  /** Undefined when it is as stored already. */
  readonly school: School | undefined;
  readonly pupils: readonly Pupil[];
  readonly report: {
    readonly schoolId: string;
    /** Undefined when the school is new. */
    readonly schoolFields: readonly string[] | undefined;
    readonly staff: Tally;
    readonly pupils: Tally;
  };
}

function fieldsThatDiffer<T extends object>(
  before: T,
  after: T,
  except: readonly string[],
): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const value = (of: T, key: string) => Reflect.get(of, key) as unknown;
  return [...keys].filter(
    (key) => !except.includes(key) && !isDeepStrictEqual(value(before, key), value(after, key)),
  );
}

function tally<T extends object>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
  missing: readonly string[],
  differing: (before: T, after: T) => readonly string[] = (old, each) =>
    fieldsThatDiffer(old, each, ['version', 'id', 'schoolId']),
): Tally {
  const known = new Map(before.map((each) => [nameOf(each), each]));
  const added: string[] = [];
  const changed: Change[] = [];
  for (const each of after) {
    const who = nameOf(each);
    const old = known.get(who);
    if (!old) added.push(who);
    else {
      const fields = differing(old, each);
      if (fields.length > 0) changed.push({ who, fields });
    }
  }
  return { added, changed, unchanged: after.length - added.length - changed.length, missing };
}

// What SENCOs said here, no file knows: who is away.
function stillAway(before: readonly StaffMember[], wanted: readonly StaffMember[]): readonly StaffMember[] {
  const known = new Map(before.map((person) => [person.email, person]));
  return wanted.map((person) => {
    const absent = known.get(person.email)?.absent;
    return absent ? { ...person, absent } : person;
  });
}

// Those who left stay on the list, for the names of what they wrote; the day they were first missed stays too.
function staffAfter(before: readonly StaffMember[], wanted: readonly StaffMember[], today: LocalDate) {
  const listed = new Set(wanted.map((person) => person.email));
  const gone = before.filter((person) => !listed.has(person.email));
  return [...wanted, ...gone.map((person) => ({ ...person, left: person.left ?? today }))];
}

function planSchool(stored: School | undefined, wanted: Wanted['school'], today: LocalDate) {
  const before = stored?.staff ?? [];
  const listed = new Set(wanted.staff.map((person) => person.email));
  const staff = stillAway(before, wanted.staff);
  const after: School = {
    ...wanted,
    ...(stored?.taken && { taken: stored.taken }),
    staff: staffAfter(before, staff, today),
    version: stored?.version ?? 0,
  };
  const gone = before.filter((person) => !listed.has(person.email) && !person.left);
  return {
    document: after,
    staff: tally(
      before,
      staff,
      (person) => person.email,
      gone.map((person) => person.email),
    ),
    fields: stored && fieldsThatDiffer(stored, after, ['version', 'staff']),
  };
}

/** A pupil's fields that differ, and their plans': of several plans, each with its plan's name. */
function pupilFields(before: Pupil, after: Pupil): readonly string[] {
  const own = fieldsThatDiffer(before, after, ['version', 'id', 'schoolId', 'plans']);
  if (before.plans.length > 1 || after.plans.length > 1) return [...own, ...plansThatDiffer(before, after)];
  const only = ({ plans: [plan] }: Pupil) => {
    const { kind, targets = [], ...dates } = plan ?? { kind: 'none' };
    return { plan: kind, ...dates, targets };
  };
  return [...own, ...fieldsThatDiffer<object>(only(before), only(after), [])];
}

function plansThatDiffer(before: Pupil, after: Pupil): readonly string[] {
  const kinds = new Set([...before.plans, ...after.plans].map(({ kind }) => kind));
  return [...kinds].flatMap((kind) => {
    const old = planNamed(before, kind);
    const now = planNamed(after, kind);
    return old && now ? fieldsThatDiffer(old, now, []).map((field) => `${kind} ${field}`) : [kind];
  });
}

// What was said of a plan here, no file knows: that it names the next place, which move is next, and which local authority
// has it since when, until the file names a third.
function planAfter(before: Pupil | undefined, wanted: Pupil['plans'][number]): Pupil['plans'][number] {
  const old = before && planNamed(before, wanted.kind);
  return {
    ...wanted,
    ...(old?.transferSettled && { transferSettled: old.transferSettled }),
    ...(old?.settledBefore && { settledBefore: old.settledBefore }),
    ...(old?.moveSaid && { moveSaid: old.moveSaid }),
    ...laKept(old, wanted),
  };
}

function laKept(old: Pupil['plans'][number] | undefined, { la }: Pupil['plans'][number]) {
  const { laMoved, laSince } = old ?? {};
  if (laMoved && (la === undefined || la === laMoved.to || la === laMoved.from))
    return { la: laMoved.to, laSince: laMoved.since, laMoved };
  return laSince && old?.la === la ? { laSince } : {};
}

// Whatever else is kept of a pupil was said here, and no file knows it: the people around them, requests refused, meetings, profiles.
function pupilAfter(before: Pupil | undefined, wanted: Wanted['pupils'][number]): Pupil {
  return {
    ...before,
    ...wanted,
    plans: wanted.plans.map((plan) => planAfter(before, plan)),
    version: before?.version ?? 0,
  };
}

const differs = (before: Document | undefined, after: object) =>
  !before || fieldsThatDiffer<object>(before, after, ['version']).length > 0;

/** What it takes to make the stored school as the folder wants it. `today` is the day missing staff left. */
export function planImport(stored: Stored, wanted: Wanted, today: LocalDate): Plan {
  const school = planSchool(stored.school, wanted.school, today);
  const byId = new Map(stored.pupils.map((pupil) => [pupil.id, pupil]));
  const pupils = wanted.pupils.map((pupil) => pupilAfter(byId.get(pupil.id), pupil));
  const listed = new Set(pupils.map((pupil) => pupil.id));
  const missing = stored.pupils.filter((pupil) => !listed.has(pupil.id)).map((pupil) => pupil.ref);
  // By id: a reference whose capitals changed is the same pupil, and a change of its `ref`.
  const counted = tally(stored.pupils, pupils, (pupil) => pupil.id, missing, pupilFields);
  const refs = new Map(pupils.map((pupil) => [pupil.id, pupil.ref]));
  const refOf = (id: string) => refs.get(id) ?? id;
  return {
    school: differs(stored.school, school.document) ? school.document : undefined,
    pupils: pupils.filter((pupil) => differs(byId.get(pupil.id), pupil)),
    report: {
      schoolId: wanted.school.id,
      schoolFields: school.fields,
      staff: school.staff,
      pupils: {
        ...counted,
        added: counted.added.map(refOf),
        changed: counted.changed.map(({ who, fields }) => ({ who: refOf(who), fields })),
      },
    },
  };
}
