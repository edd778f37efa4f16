import { didYouMean } from '../domain/language/nearest.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { StaffMember } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Fault, inOrder } from './fault.ts';
import { filesIn } from './given-files.ts';
import { PUPILS_FILE, type PupilRow, readPupils } from './pupils-file.ts';
import type { OutsideFile } from './read/table.ts';
import { readSchool, SCHOOL_FILE } from './school-file.ts';
import { readStaff, STAFF_FILE } from './staff-file.ts';
import { readTargets, TARGETS_FILE } from './targets-file.ts';
import { NotText, readText } from './text.ts';
import type { Wanted } from './wanted.ts';

/** A school as its folder has it: the documents wanted, whatever is stored. */
export interface FolderWanted extends Wanted {
  readonly pupils: readonly Omit<Pupil, 'id' | 'version'>[];
}

/** All that is wrong with a folder, or what it wants; `lines` of pupils.csv, by references as `refKey` has them. */
export type Reading =
  | { readonly ok: true; readonly wanted: FolderWanted; readonly lines: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const FILES = [SCHOOL_FILE, STAFF_FILE, PUPILS_FILE, TARGETS_FILE] as const;
/** A school can begin without pupils: they come by a list from its records system, or one by one. */
const NEEDED: readonly string[] = [SCHOOL_FILE, STAFF_FILE];

function textOf(file: string, files: readonly OutsideFile[]): string | Fault | undefined {
  const found = files.find(({ name }) => name === file);
  if (!found) {
    const hint = didYouMean(
      file,
      files.map(({ name }) => name).filter((name) => !FILES.some((known) => known === name)),
    );
    if (NEEDED.includes(file) || hint)
      return { file, message: `this file is missing; put it in the folder.${hint}` };
    return undefined;
  }
  try {
    return readText(found.bytes);
  } catch (error) {
    if (error instanceof NotText) return { file, message: error.message };
    throw error;
  }
}

const byName = (a: { name: string; email: string }, b: { name: string; email: string }) =>
  a.name.localeCompare(b.name, 'en-GB') || (a.email < b.email ? -1 : 1);

/**
 * Reads the files of a school's folder (school.json, staff.csv and, where they are there, pupils.csv and targets.csv), all of it,
 * whatever is wrong: every fault is found in one go.
 * @param today at school; dates in the past are checked against it.
 */
export function readSchoolFiles(files: readonly OutsideFile[], today: LocalDate): Reading {
  const texts = FILES.map((file) => textOf(file, files));
  const missing = texts.filter((text) => typeof text === 'object');
  const [schoolText, staffText, pupilsText, targetsText] = texts.map((text) =>
    typeof text === 'string' ? text : undefined,
  );

  const school = schoolText === undefined ? undefined : readSchool(schoolText);
  const staff = staffText === undefined ? undefined : readStaff(staffText);
  const known = { staff: staff?.emails, authorities: school?.facts?.localAuthorities };
  const pupils = pupilsText === undefined ? undefined : readPupils(pupilsText, known, today);
  const targets = targetsText === undefined ? undefined : readTargets(targetsText, pupils?.plans, today);
  const faults = [...missing, ...[school, staff, pupils, targets].flatMap((file) => file?.faults ?? [])];
  if (targets && !pupils)
    faults.push({
      file: TARGETS_FILE,
      message: `targets are those of the pupils on ${PUPILS_FILE}; put that in the folder, too`,
    });
  if (faults.length > 0 || !school?.facts || !staff) return { ok: false, faults: inOrder(faults, FILES) };

  const { facts } = school;
  const toDocument = (row: PupilRow) => {
    const theirs = targets?.targets.get(refKey(row.ref)) ?? [];
    const targetsOf = ({ kind }: PupilRow['plans'][number]) =>
      theirs.filter((one) => one.kind === kind).map(({ target }) => target);
    return {
      ...row,
      schoolId: facts.id,
      plans: row.plans.map((plan) => ({ ...plan, targets: targetsOf(plan) })),
    };
  };
  return {
    ok: true,
    lines: pupils?.lines ?? new Map(),
    wanted: {
      school: { ...facts, staff: staff.staff.toSorted(byName) },
      pupils: pupils?.pupils.map(toDocument) ?? [],
      withoutPupils: !pupils,
    },
  };
}

/** The people of a staff list, or all that is wrong with it. */
export type StaffReading =
  | { readonly ok: true; readonly staff: readonly StaffMember[] }
  | { readonly ok: false; readonly faults: readonly Fault[] };

/** Reads a staff.csv that comes alone, by the checks of the one in a folder. */
export function readStaffAlone(files: readonly OutsideFile[]): StaffReading {
  const text = textOf(STAFF_FILE, files);
  if (typeof text !== 'string') return { ok: false, faults: text ? [text] : [] };
  const { staff, faults } = readStaff(text);
  return faults.length > 0 ? { ok: false, faults } : { ok: true, staff: staff.toSorted(byName) };
}

/** As `readSchoolFiles`, of a folder on this machine. Nothing is written. */
export async function readFolder(folder: string, today: LocalDate): Promise<Reading> {
  const given = await filesIn(folder);
  return 'fault' in given ? { ok: false, faults: [given.fault] } : readSchoolFiles(given.files, today);
}
