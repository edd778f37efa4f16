import { PLAN_KINDS, type PlanKind, planRow } from '../domain/plans/index.ts';
import type { Pupil } from '../domain/pupil.ts';
import type { LocalAuthority, PersonId } from '../domain/school.ts';
import { type LocalDate, plusMonths } from '../domain/time.ts';
import { Cells, cell, day, email, name, ref } from './cells.ts';
import type { Fault } from './fault.ts';
import { takeAuthority } from './local-authorities.ts';
import { didYouMean } from './nearest.ts';
import { takePhaseTransfer } from './phase-transfer.ts';
import { takePlanDates } from './plan-dates.ts';
import { readSheet } from './sheet.ts';
import { yearGroup } from './year-group.ts';

export const PUPILS_FILE = 'pupils.csv';

const REQUIRED = [
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
/** What only an EHC plan has: a sheet without these columns is as good. */
const OPTIONAL = ['la', 'last_meeting', 'last_decision', 'phase_transfer'] as const;
type PupilCells = Cells<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>;

/** A pupil as the file has them: no targets yet. */
export type PupilRow = Omit<Pupil, 'id' | 'version' | 'schoolId' | 'targets'>;

const NO_PLAN = ['none', 'N'] as const;
const codeKey = (text: string) => text.toLowerCase().replaceAll(' ', '-');

// The DfE's codes beside our words.
const PLANS: ReadonlyMap<string, PlanKind | 'none'> = new Map([
  ...PLAN_KINDS.flatMap((kind) => planRow(kind).importedAs.map((code) => [codeKey(code), kind] as const)),
  ...NO_PLAN.map((code) => [codeKey(code), 'none'] as const),
]);
const orCode = ([word, ...codes]: readonly string[]) =>
  codes.length > 0 ? `${word} (or ${codes.join(', ')})` : `${word}`;
const ANY_PLAN = PLAN_KINDS.map((kind) => orCode(planRow(kind).importedAs)).join(', ');
const plan = cell(
  (text) => PLANS.get(codeKey(text)),
  'not a plan',
  `write ${ANY_PLAN}, or ${orCode(NO_PLAN)}`,
);

/** Pupils are from 0 to 25: the law's EHC plans end at 25. */
function checkBirth(cells: PupilCells, born: LocalDate, today: LocalDate): void {
  if (born > today) cells.fault('date_of_birth', 'this day is yet to come; write the date of birth');
  else if (plusMonths(born, 26 * 12) <= today)
    cells.fault('date_of_birth', 'this would make the pupil 26 or older; write the date of birth');
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

function takePupil(cells: PupilCells, known: Known, today: LocalDate): PupilRow | undefined {
  const dateOfBirth = cells.take('date_of_birth', day);
  if (dateOfBirth) checkBirth(cells, dateOfBirth, today);
  const taken = {
    ref: cells.take('ref', ref),
    firstName: cells.take('first_name', name),
    lastName: cells.take('last_name', name),
    dateOfBirth,
    yearGroup: cells.take('year_group', yearGroup),
    plan: cells.take('plan', plan),
    keyStaff: takeKeyStaff(cells, known.staff),
  };
  const dates = takePlanDates(cells, taken.plan, dateOfBirth, today);
  const la = takeAuthority(cells, known.authorities);
  const phaseTransfer = takePhaseTransfer(cells, today);
  return complete(taken)
    ? { ...taken, ...dates, ...(la && { la }), ...(phaseTransfer && { phaseTransfer }) }
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

/** What else the school's files say that pupils' lines are checked against. */
interface Known {
  /** The addresses on staff.csv; undefined when it could not be read. */
  readonly staff: ReadonlySet<PersonId> | undefined;
  /** Those in school.json; undefined when there is no such list there, or it could not be read. */
  readonly authorities: readonly LocalAuthority[] | undefined;
}

/** Reads pupils.csv: one pupil a line. */
export function readPupils(text: string, known: Known, today: LocalDate): PupilsFile {
  const sheet = readSheet(PUPILS_FILE, text, REQUIRED, OPTIONAL);
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
