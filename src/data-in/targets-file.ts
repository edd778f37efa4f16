import { createHash } from 'node:crypto';
import { type PlanKind, planRow } from '../domain/plans/index.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Target } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { Cells, cell, passage } from './cells.ts';
import { day } from './days.ts';
import type { Fault } from './fault.ts';
import { planCell } from './plan-cell.ts';
import { readSheet } from './sheet.ts';

/** What the file is called. */
export const TARGETS_FILE = 'targets.csv';

const REQUIRED = ['pupil_ref', 'text', 'measure', 'set_on'] as const;
/** Where a pupil has several plans. */
const OPTIONAL = ['plan'] as const;
type TargetCells = Cells<(typeof REQUIRED)[number] | (typeof OPTIONAL)[number]>;

// Said when a plan has no measure: every form that shows a target shows how it is measured.
const MEASURE = 'write how it is measured, or "not stated" where the plan does not say';

const text = passage(1000, 'write the target');
const measure = passage(1000, MEASURE);
const pupilRef = cell((ref) => refKey(ref) || undefined, '', 'write the reference of a pupil on pupils.csv');

// The same target keeps its id from one import to the next, so that what was said of it stays with it.
const targetId = (pupil: string, words: string) =>
  `t${createHash('sha256').update(`${pupil}\n${words}`).digest('hex').slice(0, 12)}`;

/** A target, and the plan of the pupil's that it belongs to. */
interface PlannedTarget {
  readonly kind: PlanKind;
  readonly target: Target;
}

interface TargetsFile {
  /** By the pupil's `refKey`, in the file's order; none of a pupil without a plan. */
  readonly targets: ReadonlyMap<string, readonly PlannedTarget[]>;
  readonly faults: readonly Fault[];
}

/**
 * Reads targets.csv: one target a line.
 * @param known the plans on pupils.csv, by `refKey`; undefined when it could not be read.
 */
export function readTargets(
  file: string,
  known: ReadonlyMap<string, readonly PlanKind[]> | undefined,
  today: LocalDate,
): TargetsFile {
  const sheet = readSheet(TARGETS_FILE, file, REQUIRED, OPTIONAL);
  const faults = [...sheet.faults];
  const targets = new Map<string, readonly PlannedTarget[]>();
  const lines = new Map<string, number>();
  for (const row of sheet.rows) {
    const cells = new Cells(TARGETS_FILE, row, faults);
    const pupil = cells.take('pupil_ref', pupilRef);
    const taken = { text: cells.take('text', text), measure: cells.take('measure', measure) };
    const setOn = cells.take('set_on', day);
    const kind = takePlan(cells, (pupil && known?.get(pupil)) || []);
    if (pupil && known && !known.has(pupil))
      cells.fault(
        'pupil_ref',
        'no pupil on pupils.csv has this reference; add them there or write the right one',
      );
    if (setOn && setOn > today) cells.fault('set_on', 'this day is yet to come; write a day up to today');
    if (!pupil || !taken.text || !taken.measure || !setOn) continue;

    const id = targetId(pupil, taken.text);
    const key = `${id} ${kind ?? ''}`;
    const before = lines.get(key);
    if (before) cells.fault('text', `this pupil has the same target on line ${before}; keep one of the two`);
    lines.set(key, before ?? row.line);
    if (!kind) continue;
    const target = { id, text: taken.text, measure: taken.measure, setOn };
    targets.set(pupil, [...(targets.get(pupil) ?? []), { kind, target }]);
  }
  return { targets, faults };
}

/** Which of the pupil's plans a target belongs to: it need be said only where there are several. */
function takePlan(cells: TargetCells, plans: readonly PlanKind[]): PlanKind | undefined {
  const said = cells.takeIfAny('plan', planCell);
  const theirs = plans.map((kind) => planRow(kind).importedAs[0]).join(' or ');
  if (said === undefined && plans.length > 1 && !cells.has('plan'))
    cells.fault('plan', `this pupil has ${plans.length} plans; write which it belongs to: ${theirs}`);
  if (said === undefined) return plans[0];
  const found = plans.find((kind) => kind === said);
  if (!found && plans.length > 0)
    cells.fault('plan', `this pupil has no such plan on pupils.csv; write ${theirs}`);
  return found;
}
