import type { Table, TableRow } from '../read/table.ts';
import type { Column, Shape, TableShape } from './shape.ts';

/** A heading as it is compared: "First Name", "first_name" and "FirstName" are one. */
export const headingKey = (heading: string): string =>
  heading
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** So many rows from the top the headings are looked for: over them stand titles, dates and the school's name. */
const HEADINGS_WITHIN = 30;

/** Where each of our columns stands in a table, and which row has the headings. */
export interface Placed {
  readonly table: Table;
  readonly shape: TableShape;
  /** Of `table.rows`. */
  readonly headingRow: number;
  readonly at: ReadonlyMap<Column, number>;
}

/** A shape that fits, table by table, and how many of our columns it finds. */
export interface Fit {
  readonly shape: Shape;
  readonly placed: readonly Placed[];
  readonly found: number;
}

/** Without these nobody can be told from anybody else. */
const hasNumber = (at: ReadonlyMap<Column, unknown>) => at.has('ref') || at.has('upn');
const hasName = (at: ReadonlyMap<Column, unknown>) =>
  at.has('full_name') || (at.has('first_name') && at.has('last_name'));

/** What a person says a heading stands for, in the place of what the shape says; 'skip' is nothing. */
export interface ColumnSaid {
  readonly heading: string;
  readonly field: Column | 'skip';
}

/**
 * The shape, of those given, that fits the tables best; undefined where none does.
 * @param said what a person says of headings, which goes before what any shape says.
 */
export function findShape(
  tables: readonly Table[],
  shapes: readonly Shape[],
  said: readonly ColumnSaid[] = [],
): Fit | undefined {
  const fits = shapes.flatMap((shape) => fitOf(tables, shape, said) ?? []);
  return fits.reduce<Fit | undefined>(
    (best, next) => (best && best.found >= next.found ? best : next),
    undefined,
  );
}

function fitOf(tables: readonly Table[], shape: Shape, said: readonly ColumnSaid[]): Fit | undefined {
  const placed: Placed[] = [];
  for (const one of shape.tables) {
    const best = tables
      .flatMap((table) => placeIn(table, one, said) ?? [])
      .toSorted((a, b) => b.at.size - a.at.size)[0];
    // Without a further table what it would add is missing, and is asked for; without the first there are no pupils.
    if (best) placed.push(best);
    else if (one === shape.tables[0]) return undefined;
  }
  const all = new Map(placed.flatMap(({ at }) => [...at]));
  if (!hasNumber(all) || !hasName(all)) return undefined;
  return { shape, placed, found: all.size };
}

/** The columns of a table in the row that has the most of them; undefined where a mark is missing, or all are. */
function placeIn(table: Table, shape: TableShape, said: readonly ColumnSaid[]): Placed | undefined {
  const wanted = [shape.id, shape.only?.heading, ...(shape.marks ?? [])].flatMap((heading) =>
    heading === undefined ? [] : headingKey(heading),
  );
  return table.rows
    .slice(0, HEADINGS_WITHIN)
    .flatMap((row, headingRow) => {
      const keys = row.cells.map(headingKey);
      if (!wanted.every((key) => keys.includes(key))) return [];
      const at = columnsIn(keys, shape, said);
      return at.size > 0 ? [{ table, shape, headingRow, at }] : [];
    })
    .reduce<Placed | undefined>(
      (best, next) => (best && best.at.size >= next.at.size ? best : next),
      undefined,
    );
}

function columnsIn(
  keys: readonly string[],
  { columns }: TableShape,
  said: readonly ColumnSaid[],
): ReadonlyMap<Column, number> {
  const told = said.flatMap(({ heading, field }) => {
    const index = keys.indexOf(headingKey(heading));
    return index < 0 ? [] : [{ field, index }];
  });
  const spoken = new Set(told.map(({ index }) => index));
  const at = Object.entries(columns).flatMap(([column, headings]) => {
    const place = headings
      .map((heading) => keys.indexOf(headingKey(heading)))
      .find((index) => index >= 0 && !spoken.has(index));
    return place === undefined ? [] : [[column as Column, place] as const];
  });
  return new Map([
    ...at,
    ...told.flatMap(({ field, index }) => (field === 'skip' ? [] : [[field, index] as const])),
  ]);
}

/** The headings of a placed table that nothing is made of, as they stand: they are named to the person, and skipped. */
export function skippedHeadings({ table, headingRow, at, shape }: Placed): readonly string[] {
  const used = new Set(at.values());
  const known = new Set(
    [shape.id, shape.only?.heading].flatMap((heading) => (heading ? headingKey(heading) : [])),
  );
  const headings = table.rows[headingRow]?.cells ?? [];
  return headings.filter(
    (heading, index) => heading !== '' && !used.has(index) && !known.has(headingKey(heading)),
  );
}

/** The rows under the headings: without the headings said again, page by page, and without totals. */
export function rowsUnder({ table, headingRow, at }: Placed): readonly TableRow[] {
  const headings = table.rows[headingRow]?.cells.map(headingKey) ?? [];
  const said = (row: TableRow) =>
    [...at.values()].every((index) => headingKey(row.cells[index] ?? '') === headings[index]);
  return table.rows.slice(headingRow + 1).filter((row) => !said(row) && !isTotal(row, at));
}

const TOTAL = /^(grand |sub-?)?(total|count|number of|pupils|students|records|printed|report|page)\b/i;

/** A row that counts or closes the list: nothing in it but a word of that kind, and perhaps numbers. */
function isTotal({ cells }: TableRow, at: ReadonlyMap<Column, number>): boolean {
  const names = [at.get('last_name'), at.get('first_name'), at.get('date_of_birth'), at.get('upn')];
  const filled = names.filter((index) => index !== undefined && (cells[index] ?? '') !== '');
  const first = cells.find((cell) => cell !== '') ?? '';
  return filled.length <= 1 && TOTAL.test(first);
}
