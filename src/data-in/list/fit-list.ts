import { shown } from '../../command-line/shown.ts';
import { LONGEST_CELL, MOST_ROWS } from '../limits.ts';
import { type Table, Unreadable } from '../read/table.ts';
import { type ColumnSaid, type Fit, findShape, headingKey, skippedHeadings } from '../shapes/find-shape.ts';
import { SHAPES } from '../shapes/index.ts';
import { type PupilCells, rowsOf } from '../shapes/rows-of.ts';
import { COLUMNS, type Column } from '../shapes/shape.ts';

/** A heading of a list, and what it was taken for. */
interface Mapped {
  readonly heading: string;
  readonly field: Column;
}

/** A list in our columns: no cell is checked yet. It comes from another process, so it is plain data. */
export type FittedList =
  | {
      readonly is: 'fitted';
      /** What the list looks like: "a list from SIMS". */
      readonly title: string;
      readonly mapped: readonly Mapped[];
      /** Headings that nothing is made of. */
      readonly skipped: readonly string[];
      readonly rows: readonly PupilCells[];
    }
  /** No table of these is a list of pupils. */
  | { readonly is: 'no-shape'; readonly tables: string }
  /** What a person said of headings is of some that are not there. */
  | {
      readonly is: 'no-heading';
      readonly tables: string;
      readonly unfound: readonly string[];
      readonly headings: string;
    };

/** So many headings, or tables, are named, each so long at most. */
const NAMED = 40;
const LONGEST_NAME = 100;

/**
 * Takes tables as a list of pupils, in whichever shape fits best.
 * @param said what a person says of headings, in the place of what the shape says.
 * @throws {Unreadable} there are more rows than any school has pupils.
 */
export function fitList(tables: readonly Table[], said: readonly ColumnSaid[]): FittedList {
  const fit = findShape(tables, SHAPES, said);
  if (!fit) return { is: 'no-shape', tables: some(tables.map(({ name }) => name)).join(', ') };
  const names = some(fit.placed.map(({ table }) => table.name)).join(', ');
  const headings = headingsOf(fit).filter(Boolean);
  const unfound = said.filter(({ heading }) => !headings.some((one) => same(one, heading)));
  if (unfound.length > 0)
    return {
      is: 'no-heading',
      tables: names,
      unfound: unfound.map(({ heading }) => heading),
      headings: some(headings).join(', '),
    };
  const rows = rowsOf(fit);
  if (rows.length > MOST_ROWS)
    throw new Unreadable(
      names,
      `this has ${rows.length.toLocaleString('en-GB')} rows of pupils, and at most ${MOST_ROWS.toLocaleString('en-GB')} are taken; export the pupils of one school alone`,
    );
  return {
    is: 'fitted',
    title: fit.shape.title,
    mapped: mappedIn(fit).map(({ heading, field }) => ({ heading: short(heading), field })),
    skipped: some(fit.placed.flatMap(skippedHeadings)),
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cut(cells) })),
  };
}

const same = (a: string, b: string) => headingKey(a) === headingKey(b);

const headingsOf = ({ placed }: Fit) =>
  placed.flatMap(({ table, headingRow }) => table.rows[headingRow]?.cells ?? []);

function mappedIn({ placed }: Fit): readonly Mapped[] {
  const all = placed.flatMap(({ table, headingRow, at }) =>
    [...at].map(([field, index]) => ({ field, heading: table.rows[headingRow]?.cells[index] ?? '' })),
  );
  // The first table's word counts where a further one has the same column.
  const firsts = all.filter(({ field }, at) => all.findIndex((one) => one.field === field) === at);
  return firsts.toSorted((a, b) => COLUMNS.indexOf(a.field) - COLUMNS.indexOf(b.field));
}

const short = (name: string) => shown(name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name);

function some(names: readonly string[]): readonly string[] {
  const more = names.length - NAMED;
  return [...names.slice(0, NAMED).map(short), ...(more > 0 ? [`and ${more} more`] : [])];
}

// One character more than may be: then it is seen to be too long when it is checked.
const cut = (cells: PupilCells['cells']): PupilCells['cells'] =>
  Object.fromEntries(
    Object.entries(cells).map(([column, text]) => [column, text.slice(0, LONGEST_CELL + 1)]),
  );
