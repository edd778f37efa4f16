import type { Pupil } from '../domain/school/pupil.ts';
import type { Document, School, StaffMember } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type PlannedPupils, type Planning, planPupils } from './plan-pupils.ts';
import { fieldsThatDiffer, type Tally, tally } from './tally.ts';
import type { Wanted } from './wanted.ts';

/** What is stored of a school before an import. */
export interface Stored {
  readonly school: School | undefined;
  readonly pupils: readonly Pupil[];
}

/** The documents to write, and what they change. */
export interface Plan extends Pick<PlannedPupils, 'looks' | 'movedList' | 'unknown'> {
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
    ...(stored?.secondAccounts && { secondAccounts: stored.secondAccounts }),
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

const differs = (before: Document | undefined, after: object) =>
  !before || fieldsThatDiffer<object>(before, after, ['version']).length > 0;

const asStored = ({ length }: Stored['pupils']): PlannedPupils => ({
  pupils: [],
  tally: { added: [], changed: [], unchanged: length, missing: [] },
  looks: [],
  movedList: false,
  unknown: [],
});

/** What it takes to make the stored school as the folder wants it; `today` is the day missing staff left. */
export function planImport(stored: Stored, wanted: Wanted, planning: Planning): Plan {
  const school = planSchool(stored.school, wanted.school, planning.today);
  const {
    pupils,
    tally: counted,
    looks,
    movedList,
    unknown,
  } = wanted.withoutPupils ? asStored(stored.pupils) : planPupils(stored.pupils, wanted.pupils, planning);
  return {
    school: differs(stored.school, school.document) ? school.document : undefined,
    pupils,
    ...{ looks, movedList, unknown },
    report: {
      schoolId: wanted.school.id,
      schoolFields: school.fields,
      staff: school.staff,
      pupils: counted,
    },
  };
}
