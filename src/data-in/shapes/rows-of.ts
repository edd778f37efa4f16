import type { TableRow } from '../read/table.ts';
import { type Fit, headingKey, type Placed, rowsUnder } from './find-shape.ts';
import type { Column } from './shape.ts';

/** One pupil's row in our columns, as text: what a table has not is not there; nothing is checked yet. */
export interface PupilCells {
  /** The table it is from, and the line there. */
  readonly from: string;
  readonly line: number;
  readonly cells: Readonly<Partial<Record<Column, string>>>;
}

/** The rows of a fitting list in our columns, in its order, with what further tables add by the id. */
export function rowsOf({ placed, shape }: Fit): readonly PupilCells[] {
  const [first, ...more] = placed;
  if (!first) return [];
  const others = more.map(
    (one) => new Map(wantedRows(one).map((row) => [idIn(one, row), cellsOf(one, row)])),
  );
  const seen = new Set<string>();
  return wantedRows(first).flatMap((row) => {
    const id = first.shape.id === undefined ? undefined : idIn(first, row);
    // Somebody with two roles, or in two schools, has a row for each.
    if (id !== undefined && seen.has(id)) return [];
    if (id !== undefined) seen.add(id);
    const added = id === undefined ? [] : others.flatMap((other) => other.get(id) ?? []);
    const cells = withNames(Object.assign({}, shape.always, ...added, cellsOf(first, row)));
    return [{ from: first.table.name, line: row.line, cells }];
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
