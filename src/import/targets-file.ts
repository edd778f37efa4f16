import { createHash } from 'node:crypto';
import type { Target } from '../domain/school.ts';
import type { LocalDate } from '../domain/time.ts';
import { Cells, cell, day, passage } from './cells.ts';
import type { Fault } from './fault.ts';
import { refKey } from './pupils-file.ts';
import { readSheet } from './sheet.ts';

export const TARGETS_FILE = 'targets.csv';

// Said when a plan has no measure: every form that shows a target shows how it is measured.
const MEASURE = 'write how it is measured, or "not stated" where the plan does not say';

const text = passage(1000, 'write the target');
const measure = passage(500, MEASURE);
const pupilRef = cell((ref) => refKey(ref) || undefined, '', 'write the reference of a pupil on pupils.csv');

// The same target keeps its id from one import to the next, so that what was said of it stays with it.
const targetId = (pupil: string, words: string) =>
  `t${createHash('sha256').update(`${pupil}\n${words}`).digest('hex').slice(0, 12)}`;

interface TargetsFile {
  /** By the pupil's `refKey`, in the file's order. */
  readonly targets: ReadonlyMap<string, readonly Target[]>;
  readonly faults: readonly Fault[];
}

/**
 * Reads targets.csv: one target a line.
 * @param known the `refKey`s on pupils.csv; undefined when it could not be read.
 */
export function readTargets(
  file: string,
  known: ReadonlySet<string> | undefined,
  today: LocalDate,
): TargetsFile {
  const sheet = readSheet(TARGETS_FILE, file, ['pupil_ref', 'text', 'measure', 'set_on']);
  const faults = [...sheet.faults];
  const targets = new Map<string, readonly Target[]>();
  const lines = new Map<string, number>();
  for (const row of sheet.rows) {
    const cells = new Cells(TARGETS_FILE, row, faults);
    const pupil = cells.take('pupil_ref', pupilRef);
    const taken = { text: cells.take('text', text), measure: cells.take('measure', measure) };
    const setOn = cells.take('set_on', day);
    if (pupil && known && !known.has(pupil))
      cells.fault(
        'pupil_ref',
        'no pupil on pupils.csv has this reference; add them there or write the right one',
      );
    if (setOn && setOn > today) cells.fault('set_on', 'this day is yet to come; write a day up to today');
    if (!pupil || !taken.text || !taken.measure || !setOn) continue;

    const id = targetId(pupil, taken.text);
    const before = lines.get(id);
    if (before) cells.fault('text', `this pupil has the same target on line ${before}; keep one of the two`);
    lines.set(id, before ?? row.line);
    targets.set(pupil, [
      ...(targets.get(pupil) ?? []),
      { id, text: taken.text, measure: taken.measure, setOn },
    ]);
  }
  return { targets, faults };
}
