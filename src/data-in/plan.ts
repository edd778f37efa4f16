import type { Pupil } from '../domain/school/pupil.ts';
import type { Document, PersonId, School } from '../domain/school/school.ts';
import { atOnce, type Work } from './in-turns.ts';
import { type KeptSetting, settingsAfter } from './kept-settings.ts';
import { type PlannedPupils, type Planning, pupilsPlanned } from './plan-pupils.ts';
import type { KeptOfStaff } from './plan-staff.ts';
import { planStaff } from './plan-staff.ts';
import { fieldsThatDiffer, type Tally, tally } from './tally.ts';
import type { Wanted, WantedPupil } from './wanted.ts';

/** What is stored of a school before an import. */
export interface Stored {
  readonly school: School | undefined;
  readonly pupils: readonly Pupil[];
}

/** The documents to write, and what they change. */
export interface Plan
  extends Pick<PlannedPupils, 'looks' | 'movedList' | 'unknown' | 'kept' | 'slips' | 'erased'> {
  /** Undefined when it is as stored already. */
  readonly school: School | undefined;
  readonly pupils: readonly Pupil[];
  readonly report: {
    readonly schoolId: string;
    /** Undefined when the school is new. */
    readonly schoolFields: readonly string[] | undefined;
    /** Settings that stay as they were changed here, though the file says otherwise. */
    readonly settingsKept: readonly KeptSetting[];
    /** What of colleagues stays as it was changed here, though the staff list says otherwise. */
    readonly staffKept: readonly KeptOfStaff[];
    readonly staff: Tally;
    readonly pupils: Tally;
  };
}

function* planSchool(
  stored: School | undefined,
  asked: Wanted['school'],
  { today, fromFile, people, takeList }: Pick<Planning, 'today' | 'fromFile' | 'people' | 'takeList'>,
) {
  const { school: wanted, kept } = settingsAfter(stored, asked, fromFile);
  const before = stored?.staff ?? [];
  const {
    listed: staff,
    gone,
    kept: staffKept,
    idAt,
  } = planStaff(before, wanted.staff, today, people, takeList);
  const after: School = {
    ...wanted,
    ...(stored?.taken && { taken: stored.taken }),
    ...(stored?.secondAccounts && { secondAccounts: stored.secondAccounts }),
    staff: [...staff, ...gone],
    version: stored?.version ?? 0,
  };
  const present = new Set(before.filter(({ left }) => !left).map(({ email }) => email));
  return {
    document: after,
    kept,
    staffKept,
    idAt,
    staff: yield* tally(
      before,
      staff,
      (person) => person.email,
      gone.map(({ email }) => email).filter((email) => present.has(email)),
    ),
    fields: stored && fieldsThatDiffer(stored, after, ['version', 'staff', 'changedHere']),
  };
}

const differs = (before: Document | undefined, after: object) =>
  !before || fieldsThatDiffer<object>(before, after, ['version']).length > 0;

const asStored = ({ length }: Stored['pupils']): PlannedPupils => ({
  pupils: [],
  tally: { added: [], changed: [], unchanged: length, missing: [] },
  here: new Set(),
  looks: [],
  movedList: false,
  unknown: [],
  kept: [],
  erased: [],
  slips: [],
});

/** A pupil's key staff as the people they are: the file has addresses. */
function withIds(pupil: WantedPupil, idAt: ReadonlyMap<string, PersonId>): WantedPupil {
  const { keyStaff } = pupil;
  return keyStaff ? { ...pupil, keyStaff: keyStaff.map((address) => idAt.get(address) ?? address) } : pupil;
}

/** What it takes to make the stored school as the folder wants it; `today` is the day missing staff left. */
export const planImport = (...given: Parameters<typeof importPlanned>): Plan =>
  atOnce(importPlanned(...given));

/** The same, as work that gives way. */
export function* importPlanned(stored: Stored, wanted: Wanted, planning: Planning): Work<Plan> {
  const school = yield* planSchool(stored.school, wanted.school, planning);
  const {
    pupils,
    tally: counted,
    looks,
    movedList,
    unknown,
    kept,
    slips,
    erased,
  } = wanted.withoutPupils
    ? asStored(stored.pupils)
    : yield* pupilsPlanned(
        stored.pupils,
        wanted.pupils.map((pupil) => withIds(pupil, school.idAt)),
        planning,
      );
  return {
    school: differs(stored.school, school.document) ? school.document : undefined,
    pupils,
    ...{ looks, movedList, unknown, kept, slips, erased },
    report: {
      schoolId: wanted.school.id,
      schoolFields: school.fields,
      settingsKept: school.kept,
      staffKept: school.staffKept,
      staff: school.staff,
      pupils: counted,
    },
  };
}
