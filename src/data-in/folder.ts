import { didYouMean } from '../domain/language/nearest.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { StaffMember } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { type Fault, inOrder } from './fault.ts';
import { filesIn } from './given-files.ts';
import { PUPILS_FILE, type PupilRow, readPupils } from './pupils-file.ts';
import type { OutsideFile, Table } from './read/table.ts';
import { isSchoolFile, readSchool, SCHOOL_FILE } from './school-file.ts';
import { headingKey } from './shapes/find-shape.ts';
import { checkStaff, readStaff, STAFF_FILE } from './staff-file.ts';
import { staffSheetIn } from './staff-table.ts';
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

/** By which headings each is known, whatever it is called. */
const KNOWN_BY: Readonly<Record<string, readonly string[]>> = {
  [STAFF_FILE]: ['email', 'name', 'role'],
  [PUPILS_FILE]: ['ref', 'lastname', 'dateofbirth', 'plan'],
  [TARGETS_FILE]: ['pupilref', 'text', 'measure'],
};

/** The file that is meant by one of ours: by its name, whatever its capitals, else by what is in it. */
function fileFor(file: string, files: readonly OutsideFile[]): OutsideFile | undefined {
  const named =
    files.find(({ name }) => name === file) ?? files.find(({ name }) => name.toLowerCase() === file);
  if (named) return named;
  const others = files.filter(({ name }) => !FILES.some((known) => known === name.toLowerCase()));
  const alike = others.filter((one) =>
    file === SCHOOL_FILE ? isSchoolFile(one.name) : hasHeadings(one, KNOWN_BY[file] ?? []),
  );
  // Of two nobody knows which is meant.
  return alike.length === 1 ? alike[0] : undefined;
}

function hasHeadings({ bytes }: OutsideFile, wanted: readonly string[]): boolean {
  try {
    const first = readText(bytes.subarray(0, HEADINGS_WITHIN)).trimStart().split('\n', 1)[0] ?? '';
    const keys = new Set(first.split(/[,;\t]/).map(headingKey));
    return wanted.every((key) => keys.has(key));
  } catch (error) {
    if (error instanceof NotText) return false;
    throw error;
  }
}

/** A first line of headings is not longer, in bytes. */
const HEADINGS_WITHIN = 4096;

function textOf(file: string, files: readonly OutsideFile[]): string | Fault | undefined {
  const found = fileFor(file, files);
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
  return staffReading(readStaff(text));
}

/** The same of a list that was known by its headings, whatever it is called; undefined where none of the tables is one. */
export function readStaffTable(tables: readonly Table[]): StaffReading | undefined {
  const sheet = staffSheetIn(tables);
  return sheet && staffReading(checkStaff(sheet.file, sheet));
}

const staffReading = ({ staff, faults }: ReturnType<typeof readStaff>): StaffReading =>
  faults.length > 0 ? { ok: false, faults } : { ok: true, staff: staff.toSorted(byName) };

/** As `readSchoolFiles`, of a folder on this machine. Nothing is written. */
export async function readFolder(folder: string, today: LocalDate): Promise<Reading> {
  const given = await filesIn(folder);
  return 'fault' in given ? { ok: false, faults: [given.fault] } : readSchoolFiles(given.files, today);
}
