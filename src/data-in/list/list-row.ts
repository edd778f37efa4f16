import { memberAt } from '../../domain/school/membership.ts';
import type { School } from '../../domain/school/school.ts';
import { yearByBirth } from '../../domain/school/year-by-birth.ts';
import type { LocalDate } from '../../domain/time.ts';
import { addresses, Cells, email, isWhole, name, passage, ref, upn } from '../cells.ts';
import { day } from '../days.ts';
import type { Fault } from '../fault.ts';
import { takeAuthority } from '../local-authorities.ts';
import { takePhaseTransfer } from '../phase-transfer.ts';
import { planCell } from '../plan-cell.ts';
import { takePlanDaysIfAny } from '../plan-dates.ts';
import { checkBirth, takeNames } from '../pupils-file.ts';
import type { PupilCells } from '../shapes/rows-of.ts';
import { COLUMNS, type Column } from '../shapes/shape.ts';
import type { SaidPlan } from '../wanted.ts';
import { yearGroup } from '../year-group.ts';

/** A pupil as one row of a list has them; what its shape has no column for is not there. */
export interface ListedPupil {
  /** The table, and the line there. */
  readonly from: string;
  readonly line: number;
  readonly ref: string;
  readonly upn?: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: LocalDate;
  readonly yearGroup: string;
  /** The list's word for the year group is none known here: it is the usual one for the birth date. */
  readonly yearUnknown?: true;
  readonly className?: string;
  readonly keyStaff?: readonly string[];
  readonly said?: readonly SaidPlan[];
  /** The day they left the school, where that is past. */
  readonly leftOn?: LocalDate;
  /** The list has the names in capitals: how one is written is not known from it. */
  readonly inCapitals?: true;
  /** Where they went then. */
  readonly destination?: string;
}

/**
 * Takes a row of a list: every cell that is wrong is a fault, named by its column in ours.
 * @returns undefined where there is any.
 */
export function takeRow(
  { from, line, cells: found }: PupilCells,
  school: School,
  today: LocalDate,
  faults: Fault[],
): ListedPupil | undefined {
  const before = faults.length;
  const all = Object.fromEntries(COLUMNS.map((column) => [column, found[column] ?? ''])) as Record<
    Column,
    string
  >;
  const cells = new Cells<Column>(from, { line, cells: all }, faults);
  const dateOfBirth = cells.take('date_of_birth', day);
  if (dateOfBirth) checkBirth(cells, dateOfBirth, today);
  const number = cells.takeIfAny('upn', upn);
  const taken = {
    ref: takeNumber(cells, found, number),
    ...takeNames(cells),
    ...takeYear(cells, found.year_group ?? '', dateOfBirth, today),
  };
  const className = cells.takeIfAny('class', name);
  const leftOn = cells.takeIfAny('left_on', day);
  const went = cells.takeIfAny('destination', destination);
  const keyStaff = takeKeyStaff(cells, school);
  const said = found.plan === undefined ? undefined : takeSaid(cells, school, dateOfBirth, today);
  if (faults.length > before || !dateOfBirth || !isWhole(taken)) return undefined;
  return {
    from,
    line,
    ...taken,
    dateOfBirth,
    ...(number !== undefined && { upn: number }),
    ...(className !== undefined && { className }),
    ...(keyStaff && { keyStaff }),
    ...(said && { said }),
    ...(leftOn !== undefined &&
      leftOn <= today && { leftOn, ...(went !== undefined && { destination: went }) }),
  };
}

/** The school's own number or, where that is not there, the UPN; of a list with UPNs alone it is that which is wrong. */
function takeNumber(cells: Cells<'ref' | 'upn'>, found: PupilCells['cells'], number: string | undefined) {
  if (cells.has('ref')) return cells.take('ref', ref);
  if (number !== undefined || cells.has('upn')) return number;
  return found.ref === undefined ? cells.take('upn', upn) : cells.take('ref', ref);
}

const destination = passage(120, 'write the school or place they went to');

/** The year group or, where the list has another word or none, the usual one for the birth date: a person is asked to look. */
function takeYear(
  cells: Cells<'year_group'>,
  written: string,
  born: LocalDate | undefined,
  today: LocalDate,
): { readonly yearGroup: string | undefined; readonly yearUnknown?: true } {
  const usual = born && yearByBirth(born, today);
  if (usual === undefined || yearGroup.safeParse(written).success)
    return { yearGroup: cells.take('year_group', yearGroup) };
  return { yearGroup: usual, yearUnknown: true };
}

/** What the row says of plans: none where the status is blank. */
function takeSaid(
  cells: Cells<Column>,
  school: School,
  born: LocalDate | undefined,
  today: LocalDate,
): readonly SaidPlan[] | undefined {
  const kind = cells.has('plan') ? cells.take('plan', planCell) : 'none';
  const ended = cells.takeIfAny('plan_ended', day);
  const days = takePlanDaysIfAny(cells, born, today);
  const la = takeAuthority(cells, school.localAuthorities);
  const phaseTransfer = takePhaseTransfer(cells, today);
  if (kind === undefined || kind === 'none' || (ended !== undefined && ended <= today)) return [];
  return [{ kind, ...days, ...(la && { la }), ...(phaseTransfer && { phaseTransfer }) }];
}

function takeKeyStaff(cells: Cells<Column>, school: School): readonly string[] | undefined {
  const people = cells.takeIfAny('key_staff', addresses)?.map((text) => email.safeParse(text).data);
  const known = people?.map((one) => one && memberAt(school, one)?.email);
  const strange = known?.indexOf(undefined) ?? -1;
  if (strange >= 0)
    cells.fault('key_staff', `number ${strange + 1} is nobody on the staff list; put ; between addresses`);
  return known?.flatMap((one) => one ?? []);
}
