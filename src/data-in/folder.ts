import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { LocalDate } from '../domain/time.ts';
import { type Fault, inOrder } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { PUPILS_FILE, type PupilRow, readPupils } from './pupils-file.ts';
import { readSchool, SCHOOL_FILE } from './school-file.ts';
import { readStaff, STAFF_FILE } from './staff-file.ts';
import { readTargets, TARGETS_FILE } from './targets-file.ts';
import { NotText, readText } from './text.ts';
import type { Wanted } from './wanted.ts';
import { refKey } from './who/person.ts';

/** All that is wrong with a folder, or what it wants; `lines` of pupils.csv, by references as `refKey` has them. */
export type Reading =
  | { readonly ok: true; readonly wanted: Wanted; readonly lines: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly faults: readonly Fault[] };

const FILES = [SCHOOL_FILE, STAFF_FILE, PUPILS_FILE, TARGETS_FILE] as const;

async function textOf(folder: string, file: string, listed: readonly string[]): Promise<string | Fault> {
  if (!listed.includes(file)) {
    return { file, message: `this file is missing; put it in the folder.${didYouMean(file, listed)}` };
  }
  try {
    return readText(await readFile(join(folder, file)));
  } catch (error) {
    if (error instanceof NotText) return { file, message: error.message };
    return { file, message: 'this file cannot be read; check that it is a file, and may be read' };
  }
}

const byName = (a: { name: string; email: string }, b: { name: string; email: string }) =>
  a.name.localeCompare(b.name, 'en-GB') || (a.email < b.email ? -1 : 1);

/**
 * Reads a school's folder (school.json, staff.csv, pupils.csv, targets.csv), all of it, whatever is wrong: every fault is
 * found in one go. Nothing is written.
 * @param today at school; dates in the past are checked against it.
 */
export async function readFolder(folder: string, today: LocalDate): Promise<Reading> {
  const listed = await readdir(folder).catch(() => undefined);
  if (!listed) {
    return {
      ok: false,
      faults: [{ file: folder, message: 'there is no such folder, or it cannot be read' }],
    };
  }
  const texts = await Promise.all(FILES.map((file) => textOf(folder, file, listed)));
  const missing = texts.filter((text) => typeof text !== 'string');
  const [schoolText, staffText, pupilsText, targetsText] = texts.map((text) =>
    typeof text === 'string' ? text : undefined,
  );

  const school = schoolText === undefined ? undefined : readSchool(schoolText);
  const staff = staffText === undefined ? undefined : readStaff(staffText);
  const known = { staff: staff?.emails, authorities: school?.facts?.localAuthorities };
  const pupils = pupilsText === undefined ? undefined : readPupils(pupilsText, known, today);
  const targets = targetsText === undefined ? undefined : readTargets(targetsText, pupils?.plans, today);
  const faults = [...missing, ...[school, staff, pupils, targets].flatMap((file) => file?.faults ?? [])];
  if (faults.length > 0 || !school?.facts || !staff || !pupils || !targets)
    return { ok: false, faults: inOrder(faults, FILES) };

  const { facts } = school;
  const toDocument = (row: PupilRow) => {
    const theirs = targets.targets.get(refKey(row.ref)) ?? [];
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
    lines: pupils.lines,
    wanted: {
      school: { ...facts, staff: staff.staff.toSorted(byName) },
      pupils: pupils.pupils.map(toDocument),
    },
  };
}
