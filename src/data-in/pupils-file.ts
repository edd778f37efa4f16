import { didYouMean } from '../domain/language/nearest.ts';
import type { PlanKind } from '../domain/plans/index.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Plan, Pupil } from '../domain/school/pupil.ts';
import { birthFault } from '../domain/school/pupil-values.ts';
import type { LocalAuthority, PersonId } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { addresses, Cells, email, isWhole, name, ref, upn } from './cells.ts';
import { day } from './days.ts';
import type { Fault } from './fault.ts';
import { takeAuthority } from './local-authorities.ts';
import { takePhaseTransfer } from './phase-transfer.ts';
import { planCell } from './plan-cell.ts';
import { takePlanDates } from './plan-dates.ts';
import { readSheet } from './sheet.ts';
import { yearGroup } from './year-group.ts';

/** What the file is called. */
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
/** What only an EHC plan has: a sheet without these columns, as without any of `OPTIONAL`, is as good. */
const OF_AN_EHC_PLAN = ['la', 'last_meeting', 'last_decision', 'phase_transfer'] as const;
/** What tells pupils apart the better. */
const OPTIONAL = ['upn', 'class', ...OF_AN_EHC_PLAN] as const;
type PupilCells = Cells<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>;

/** A pupil as the file has them: no targets yet. */
export type PupilRow = Omit<Pupil, 'id' | 'version' | 'schoolId' | 'plans'> & {
  readonly plans: readonly Omit<Plan, 'targets'>[];
};

/** Pupils are from 0 to 25. */
export function checkBirth(cells: Cells<'date_of_birth'>, born: LocalDate, today: LocalDate): void {
  const fault = birthFault(born, today);
  if (fault) cells.fault('date_of_birth', fault);
}

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

/** Somebody may have one name only: then the other cell is empty. */
export function takeNames(cells: Cells<'first_name' | 'last_name'>) {
  const none = !cells.has('first_name') && !cells.has('last_name');
  const take = (column: 'first_name' | 'last_name') => (cells.has(column) ? cells.take(column, name) : '');
  return {
    firstName: none ? cells.take('first_name', name) : take('first_name'),
    lastName: take('last_name'),
  };
}

function takePupil(cells: PupilCells, known: Known, today: LocalDate): PupilRow | undefined {
  const dateOfBirth = cells.take('date_of_birth', day);
  if (dateOfBirth) checkBirth(cells, dateOfBirth, today);
  const taken = {
    ref: cells.take('ref', ref),
    ...takeNames(cells),
    dateOfBirth,
    yearGroup: cells.take('year_group', yearGroup),
    plan: cells.take('plan', planCell),
    keyStaff: takeKeyStaff(cells, known.staff),
  };
  const dates = takePlanDates(cells, taken.plan, dateOfBirth, today);
  const also = { upn: cells.takeIfAny('upn', upn), className: cells.takeIfAny('class', name) };
  const la = takeAuthority(cells, known.authorities);
  const phaseTransfer = takePhaseTransfer(cells, today);
  if (!isWhole(taken)) return undefined;
  const { plan: kind, ...own } = taken;
  const pupil = {
    ...own,
    ...(also.upn !== undefined && { upn: also.upn }),
    ...(also.className !== undefined && { className: also.className }),
  };
  if (kind === 'none') return { ...pupil, plans: [] };
  return {
    ...pupil,
    plans: [{ kind, ...dates, ...(la && { la }), ...(phaseTransfer && { phaseTransfer }) }],
  };
}

interface PupilsFile {
  readonly pupils: readonly PupilRow[];
  /** The plans of every reference named, folded as `refKey` does; undefined when the file could not be read as a sheet. */
  readonly plans: ReadonlyMap<string, readonly PlanKind[]> | undefined;
  /** The first line of each reference. */
  readonly lines: ReadonlyMap<string, number>;
  readonly faults: readonly Fault[];
}

/** What else the school's files say that pupils' lines are checked against. */
interface Known {
  /** The addresses on staff.csv; undefined when it could not be read. */
  readonly staff: ReadonlySet<PersonId> | undefined;
  /** Those in school.json; undefined when there is no such list there, or it could not be read. */
  readonly authorities: readonly LocalAuthority[] | undefined;
}

/** Reads pupils.csv: one plan a line, so that a pupil with two has two lines, which agree but for the plan. */
export function readPupils(text: string, known: Known, today: LocalDate): PupilsFile {
  const sheet = readSheet(PUPILS_FILE, text, REQUIRED, OPTIONAL);
  const faults = [...sheet.faults];
  const found = new Map<string, Found>();
  const upns = new Map<string, { readonly key: string; readonly line: number }>();
  for (const row of sheet.rows) {
    const cells = new Cells(PUPILS_FILE, row, faults);
    const pupil = takePupil(cells, known, today);
    const key = refKey(row.cells.ref);
    const holder = pupil?.upn === undefined ? undefined : upns.get(pupil.upn);
    if (holder && holder.key !== key)
      cells.fault(
        'upn',
        `this UPN is on line ${holder.line} too, under another reference; each pupil needs their own`,
      );
    else if (pupil?.upn !== undefined) upns.set(pupil.upn, { key, line: row.line });
    const before = found.get(key);
    if (before) addPlan(cells, before, pupil);
    else if (key) found.set(key, { line: row.line, pupil });
  }
  const pupils = [...found.values()].flatMap(({ pupil }) => pupil ?? []);
  const plans = new Map([...found].map(([key, { pupil }]) => [key, kindsOf(pupil)]));
  const lines = new Map([...found].map(([key, { line }]) => [key, line]));
  return { pupils, lines, plans: sheet.faults.length > 0 ? undefined : plans, faults };
}

/** A pupil as the lines so far have them; undefined where what they say is not right. */
interface Found {
  readonly line: number;
  pupil: PupilRow | undefined;
}

const kindsOf = (pupil: PupilRow | undefined): readonly PlanKind[] =>
  pupil?.plans.map(({ kind }) => kind) ?? [];

const OF_A_PERSON = ['firstName', 'lastName', 'dateOfBirth', 'yearGroup'] as const;

/** Another plan of the pupil who was `before`; or, where it is no other plan or not the same pupil, a fault. */
function addPlan(cells: PupilCells, before: Found, pupil: PupilRow | undefined): void {
  const { line, pupil: known } = before;
  const samePerson = !known || !pupil || OF_A_PERSON.every((field) => known[field] === pupil[field]);
  const samePlan = kindsOf(pupil).some((kind) => kindsOf(known).includes(kind));
  if (!samePerson)
    cells.fault(
      'ref',
      `this reference is on line ${line} too; each pupil needs their own, and two lines of one pupil agree on names, date of birth and year group`,
    );
  else if (samePlan)
    cells.fault('ref', `this reference is on line ${line} too, with the same plan; keep one of the two`);
  else if (known?.plans.length === 0 && pupil?.plans.length === 0)
    cells.fault(
      'ref',
      `this reference is on line ${line} too, and both say that there is no plan; keep one of the two`,
    );
  else if (known && pupil && (known.plans.length === 0 || pupil.plans.length === 0))
    cells.fault(
      'ref',
      `this reference is on line ${line} too, and one of the two says that there is no plan`,
    );
  else if (known && pupil)
    before.pupil = {
      ...known,
      plans: [...known.plans, ...pupil.plans],
      keyStaff: [...new Set([...known.keyStaff, ...pupil.keyStaff])],
    };
}
