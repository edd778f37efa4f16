import type { Table, TableRow } from '../read/table.ts';
import { type Column, NEEDED, type Shape, type TableShape } from './shape.ts';

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
  /** Those of them that were found by the shape's own headings, and not because a person says so. */
  readonly own: readonly Column[];
}

/** A shape that fits, table by table, and how many of our columns it finds. */
export interface Fit {
  readonly shape: Shape;
  readonly placed: readonly Placed[];
  /** Further tables with pupils as the first has them: a sheet for each class. */
  readonly more: readonly Placed[];
  readonly found: number;
}

/** What a list needs, and this one has no heading for: of each the columns that would do. */
export function lackingIn({ placed }: Pick<Fit, 'placed'>): readonly (readonly Column[])[] {
  const has = new Set(placed.flatMap(({ at }) => [...at.keys()]));
  return NEEDED.filter((any) => !any.some((column) => has.has(column)));
}

/** What a person says a heading stands for, in the place of what the shape says; 'skip' is nothing. */
export interface ColumnSaid {
  readonly heading: string;
  readonly field: Column | 'skip';
}

/** A shape that finds fewer of its own headings is not known by them: they stand over many a list. */
const LEAST_OWN = 2;

/**
 * The shape, of those given, that fits the tables best; undefined where none does.
 * @param said what a person says of headings, which goes before what any shape says.
 * @param otherwise the shape for a list that has not all it needs by any of the others, and more by this.
 */
export function findShape(
  tables: readonly Table[],
  shapes: readonly Shape[],
  said: readonly ColumnSaid[] = [],
  otherwise?: Shape,
): Fit | undefined {
  const fits = shapes.flatMap((shape) => fitOf(tables, shape, said, LEAST_OWN) ?? []);
  const best = fits.reduce<Fit | undefined>(
    (one, next) => (one && one.found >= next.found ? one : next),
    undefined,
  );
  if (!otherwise || (best && lackingIn(best).length === 0)) return best;
  const other = fitOf(tables, otherwise, said, 0);
  return other && other.found > (best?.found ?? 0) ? other : best;
}

function fitOf(
  tables: readonly Table[],
  shape: Shape,
  said: readonly ColumnSaid[],
  leastOwn: number,
): Fit | undefined {
  const placed: Placed[] = [];
  let more: readonly Placed[] = [];
  for (const one of shape.tables) {
    const [best, ...others] = tables
      .flatMap((table) => placeIn(table, one, said) ?? [])
      .toSorted((a, b) => b.at.size - a.at.size);
    // Without a further table what it would add is missing, and is asked for; without the first there are no pupils.
    if (best) placed.push(best);
    else if (one === shape.tables[0]) return undefined;
    if (shape.tables.length === 1) more = others.filter((other) => best && hasAllOf(other, best));
  }
  const found = new Set(placed.flatMap(({ at }) => [...at.keys()]));
  const own = new Set(placed.flatMap(({ own: columns }) => columns));
  const lacking = lackingIn({ placed });
  // A number and a name at least: whatever else is missing can be told by its heading.
  if (own.size < leastOwn || lacking.some((any) => !AFTERWARDS.includes(any[0]))) return undefined;
  return { shape, placed, more, found: found.size };
}

const AFTERWARDS: readonly (Column | undefined)[] = ['date_of_birth', 'year_group'];

const hasAllOf = ({ at }: Placed, { at: best }: Placed) =>
  NEEDED.every((any) => any.some((column) => at.has(column)) || !any.some((column) => best.has(column)));

/** The columns of a table in the row that has the most of them; undefined where a mark is missing, or all are. */
export function placeIn(table: Table, shape: TableShape, said: readonly ColumnSaid[]): Placed | undefined {
  const wanted = [shape.id, shape.only?.heading, ...(shape.marks ?? [])].flatMap((heading) =>
    heading === undefined ? [] : headingKey(heading),
  );
  return table.rows
    .slice(0, HEADINGS_WITHIN)
    .flatMap((row, headingRow) => {
      const keys = row.cells.map(headingKey);
      if (!wanted.every((key) => keys.includes(key))) return [];
      const { at, own } = columnsIn(keys, shape, said);
      return at.size > 0 ? [{ table, shape, headingRow, at, own }] : [];
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
): Pick<Placed, 'at' | 'own'> {
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
  const all = new Map([
    ...at,
    ...told.flatMap(({ field, index }) => (field === 'skip' ? [] : [[field, index] as const])),
  ]);
  return { at: all, own: at.map(([column]) => column) };
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
  return table.rows.slice(headingRow + 1).filter((row) => !said(row) && !isTotal(row, at) && !isOneCell(row));
}

/** Text in one cell only is no pupil's row: the name of a class, over those who are in it. */
const isOneCell = ({ cells }: TableRow) => cells.filter(Boolean).length === 1;

/** How many lines stand between the rows with text in one cell only, totals not among them. */
export const linesBetween = ({ table, headingRow, at }: Placed): number =>
  table.rows.slice(headingRow + 1).filter((row) => isOneCell(row) && !isTotal(row, at)).length;

const TOTAL = /^(grand |sub-?)?(total|count|number of|pupils|students|records|printed|report|page)\b/i;

/** A row that counts or closes the list: nothing in it but a word of that kind, and perhaps numbers. */
function isTotal({ cells }: TableRow, at: ReadonlyMap<Column, number>): boolean {
  const names = [at.get('last_name'), at.get('first_name'), at.get('date_of_birth'), at.get('upn')];
  const filled = names.filter((index) => index !== undefined && (cells[index] ?? '') !== '');
  const [first = '', ...others] = cells.filter(Boolean);
  return TOTAL.test(first) && (filled.length <= 1 || others.every((cell) => /^[\d.,]+$/.test(cell)));
}
