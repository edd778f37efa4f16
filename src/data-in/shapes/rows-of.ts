import type { TableRow } from '../read/table.ts';
import { type Fit, headingKey, type Placed, rowsUnder } from './find-shape.ts';
import type { Column } from './shape.ts';

/** One pupil's row in our columns, as text: what a table has not is not there; nothing is checked yet. */
export interface PupilCells {
  /** The table it is from, and the line there. */
  readonly from: string;
  readonly line: number;
  /** What the shape joins its tables by; left out where it has but one. */
  readonly id?: string;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** The rows of a fitting list in our columns, in its order, with what further tables add by the id. */
export function rowsOf({ placed, more, shape }: Fit): readonly PupilCells[] {
  const [first, ...joined] = placed;
  if (!first) return [];
  const others = joined.map(
    (one) => new Map(wantedRows(one).map((row) => [idIn(one, row), cellsOf(one, row)])),
  );
  return [first, ...more].flatMap((table) =>
    wantedRows(table).map((row) => {
      const id = first.shape.id === undefined ? undefined : idIn(table, row);
      const added = id === undefined ? [] : others.flatMap((other) => other.get(id) ?? []);
      const cells = withNames(Object.assign({}, shape.always, ...added, cellsOf(table, row)));
      return { from: table.table.name, line: row.line, ...(id !== undefined && { id }), cells };
    }),
  );
}

/** Each pupil once: somebody with two roles, or in two schools, has a row for each. */
export function onceById(rows: readonly PupilCells[]): readonly PupilCells[] {
  const seen = new Set<string>();
  return rows.filter(({ id }) => {
    if (id === undefined) return true;
    const isNew = !seen.has(id);
    seen.add(id);
    return isNew;
  });
}

const indexOf = ({ table, headingRow }: Placed, heading: string) =>
  table.rows[headingRow]?.cells.findIndex((cell) => headingKey(cell) === headingKey(heading)) ?? -1;

const idIn = (placed: Placed, row: TableRow) =>
  placed.shape.id === undefined ? '' : (row.cells[indexOf(placed, placed.shape.id)] ?? '').toLowerCase();

function wantedRows(placed: Placed): readonly TableRow[] {
  const { only } = placed.shape;
  const rows = rowsUnder(placed);
  if (!only) return rows;
  const index = indexOf(placed, only.heading);
  return rows.filter(({ cells }) => only.words.includes((cells[index] ?? '').toLowerCase()));
}

const cellsOf = ({ at }: Placed, row: TableRow): PupilCells['cells'] =>
  Object.fromEntries([...at].map(([column, index]) => [column, row.cells[index] ?? '']));

/** "Hughes, Amelia" in one column is a last and a first name; without a comma the last word is taken for the last name. */
function withNames({ full_name: full, ...cells }: PupilCells['cells']): PupilCells['cells'] {
  if (!full || cells.last_name || cells.first_name) return cells;
  const comma = full.indexOf(',');
  const space = full.lastIndexOf(' ');
  const [last, first] =
    comma >= 0
      ? [full.slice(0, comma), full.slice(comma + 1)]
      : [full.slice(space + 1), full.slice(0, Math.max(space, 0))];
  return { ...cells, last_name: last.trim(), first_name: first.trim() };
}
