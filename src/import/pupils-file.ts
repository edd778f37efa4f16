import type { PersonId, PlanKind, Pupil } from '../domain/school.ts';
import { type LocalDate, plusMonths } from '../domain/time.ts';
import { Cells, cell, day, email, name, ref } from './cells.ts';
import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { readSheet } from './sheet.ts';

export const PUPILS_FILE = 'pupils.csv';

const COLUMNS = [
  'ref',
  'first_name',
  'last_name',
  'date_of_birth',
  'year_group',
  'plan',
  'plan_made',
  'last_reviewed',
  'key_staff',
] as const;
type PupilCells = Cells<(typeof COLUMNS)[number]>;

/** A pupil as the file has them: no targets yet. */
export type PupilRow = Omit<Pupil, 'id' | 'version' | 'schoolId' | 'targets'>;

// The DfE's codes beside our words.
const PLANS: ReadonlyMap<string, PlanKind | 'none'> = new Map([
  ['sen-support', 'sen-support'],
  ['k', 'sen-support'],
  ['ehcp', 'ehcp'],
  ['e', 'ehcp'],
  ['early-years-iep', 'early-years-iep'],
  ['none', 'none'],
  ['n', 'none'],
]);
const plan = cell(
  (text) => PLANS.get(text.toLowerCase().replaceAll(' ', '-')),
  'not a plan',
  'write sen-support (or K), ehcp (or E), early-years-iep, or none (or N)',
);

function readYearGroup(text: string): string | undefined {
  const year = text
    .toUpperCase()
    .replace(/^(YEAR|YR|Y)\s*/, '')
    .replace(/^0+(?=\d)/, '');
  if (year === 'NURSERY') return 'N';
  if (year === 'RECEPTION' || year === 'REC') return 'R';
  return /^(N[12]?|R|[1-9]|1[0-4])$/.test(year) ? year : undefined;
}
const yearGroup = cell(readYearGroup, 'not a year group', 'write N1, N2, R, or the year from 1 to 14');

/** Pupils are from 0 to 25: the law's EHC plans end at 25. */
function checkBirth(cells: PupilCells, born: LocalDate, today: LocalDate): void {
  if (born > today) cells.fault('date_of_birth', 'this day is yet to come; write the date of birth');
  else if (plusMonths(born, 26 * 12) <= today)
    cells.fault('date_of_birth', 'this would make the pupil 26 or older; write the date of birth');
}

function takePast(
  cells: PupilCells,
  column: 'plan_made' | 'last_reviewed',
  born: LocalDate | undefined,
  today: LocalDate,
): LocalDate | undefined {
  const date = cells.takeIfAny(column, day);
  if (date && date > today)
    cells.fault(column, 'this day is yet to come; write a day up to today, or leave it empty');
  if (date && born && date < born)
    cells.fault(column, 'this is before the pupil was born; write a later day');
  return date;
}

const addresses = cell((text) => text.split(/\s*[;,]\s*/).filter(Boolean), '', '');

function takeKeyStaff(cells: PupilCells, known: ReadonlySet<PersonId> | undefined): readonly PersonId[] {
  const people = cells.takeIfAny('key_staff', addresses) ?? [];
  const found = people.flatMap((text, at) => {
    const parsed = email.safeParse(text);
    if (!parsed.success)
      cells.fault('key_staff', `number ${at + 1} is not an e-mail address; put ; between addresses`);
    else if (known && !known.has(parsed.data)) {
      const hint = didYouMean(parsed.data, known);
      cells.fault(
        'key_staff',
        `number ${at + 1} is not on staff.csv; add them there or name somebody who is.${hint}`,
      );
    }
    return parsed.success ? [parsed.data] : [];
  });
  return [...new Set(found)];
}

function takePupil(
  cells: PupilCells,
  known: ReadonlySet<PersonId> | undefined,
  today: LocalDate,
): PupilRow | undefined {
  const dateOfBirth = cells.take('date_of_birth', day);
  if (dateOfBirth) checkBirth(cells, dateOfBirth, today);
  const taken = {
    ref: cells.take('ref', ref),
    firstName: cells.take('first_name', name),
    lastName: cells.take('last_name', name),
    dateOfBirth,
    yearGroup: cells.take('year_group', yearGroup),
    plan: cells.take('plan', plan),
    keyStaff: takeKeyStaff(cells, known),
  };
  const planMade = takePast(cells, 'plan_made', dateOfBirth, today);
  const lastReviewed = takePast(cells, 'last_reviewed', dateOfBirth, today);
  if (taken.plan && taken.plan !== 'none' && !cells.has('plan_made') && !cells.has('last_reviewed'))
    cells.fault(
      'plan_made',
      'a plan needs the day it was made, or was last reviewed, to know when its review is due',
    );
  return complete(taken)
    ? { ...taken, ...(planMade && { planMade }), ...(lastReviewed && { lastReviewed }) }
    : undefined;
}

type Complete<T> = { [K in keyof T]: Exclude<T[K], undefined> };
const complete = <T extends object>(taken: T): taken is T & Complete<T> =>
  !Object.values(taken).includes(undefined);

interface PupilsFile {
  readonly pupils: readonly PupilRow[];
  /** Every reference named, folded as `refKey` does; undefined when the file could not be read as a sheet. */
  readonly refs: ReadonlySet<string> | undefined;
  readonly faults: readonly Fault[];
}

/** What tells pupils of a school apart: AB12 and ab12 are the same pupil. */
export const refKey = (text: string): string => text.toLowerCase();

/**
 * Reads pupils.csv: one pupil a line.
 * @param known the addresses on staff.csv; undefined when it could not be read.
 */
export function readPupils(
  text: string,
  known: ReadonlySet<PersonId> | undefined,
  today: LocalDate,
): PupilsFile {
  const sheet = readSheet(PUPILS_FILE, text, COLUMNS);
  const faults = [...sheet.faults];
  const pupils: PupilRow[] = [];
  const lines = new Map<string, number>();
  for (const row of sheet.rows) {
    const cells = new Cells(PUPILS_FILE, row, faults);
    const pupil = takePupil(cells, known, today);
    const key = refKey(row.cells.ref);
    const before = lines.get(key);
    if (before) cells.fault('ref', `this reference is on line ${before} too; each pupil needs their own`);
    else if (key) lines.set(key, row.line);
    if (pupil) pupils.push(pupil);
  }
  return { pupils, refs: sheet.faults.length > 0 ? undefined : new Set(lines.keys()), faults };
}
