import { shown } from '../../command-line/shown.ts';
import { LONGEST_CELL, MOST_ROWS } from '../limits.ts';
import { type Table, Unreadable } from '../read/table.ts';
import {
  type ColumnSaid,
  type Fit,
  findShape,
  headingKey,
  lackingIn,
  linesBetween,
  skippedHeadings,
} from '../shapes/find-shape.ts';
import { SHAPES } from '../shapes/index.ts';
import { type Nearest, nearestTo } from '../shapes/nearest.ts';
import { onceById, type PupilCells, rowsOf } from '../shapes/rows-of.ts';
import { COLUMNS, type Column } from '../shapes/shape.ts';
import { unknownSystem } from '../shapes/unknown-system.ts';
import { type ListedSchool, SchoolsInList } from './schools-in.ts';

/** A heading of a list, and what it was taken for. */
interface Mapped {
  readonly heading: string;
  readonly field: Column;
}

/** What a person says of a list, before it is taken. */
export interface ListSaid {
  /** What headings stand for, in the place of what the shape says. */
  readonly columns: readonly ColumnSaid[];
  /** Whose pupils are meant, where the list has those of several schools: as the list calls it. */
  readonly schoolInList?: string | undefined;
}

/** How a list was understood. */
interface Understood {
  /** What the list looks like: "a list from SIMS". */
  readonly title: string;
  /** Whether that is a shape known here. */
  readonly known: boolean;
  /** By its shape it has only those with a certain plan: who is not on it is not missing. */
  readonly ofSome: boolean;
  readonly mapped: readonly Mapped[];
  /** Headings that nothing is made of. */
  readonly skipped: readonly string[];
  /** Sheets and files that nothing is taken from. */
  readonly unread: readonly string[];
  /** Every heading there is, for a person to choose from. */
  readonly headings: readonly string[];
}

/** A list in our columns: no cell is checked yet. It comes from another process, so it is plain data. */
export type FittedList =
  | (Understood & {
      readonly is: 'fitted';
      readonly rows: readonly PupilCells[];
      /** The school of the list that these are of, where it names any, and how many rows are of others. */
      readonly school?: string;
      readonly ofOthers: number;
      /** So many lines stand between the pupils with text in one cell only, as the name of a class. */
      readonly between: number;
    })
  /** No heading is known for something that a list needs: of each the columns that would do. */
  | (Understood & {
      readonly is: 'lacking';
      readonly tables: string;
      readonly lacking: readonly (readonly Column[])[];
    })
  /** There are pupils of several schools, and it is not said which are meant, or it is said of none of them. */
  | (Understood & {
      readonly is: 'several-schools';
      readonly tables: string;
      readonly schools: readonly ListedSchool[];
      readonly unfound?: string;
    })
  /** No table of these is a list of pupils. */
  | {
      readonly is: 'no-shape';
      readonly tables: string;
      readonly headings: readonly string[];
      /** What it comes nearest to; left out where hardly any of its headings is known. */
      readonly nearest?: Pick<Nearest, 'title' | 'lacking'>;
    }
  /** What a person said of headings is of some that are not there. */
  | {
      readonly is: 'no-heading';
      readonly tables: string;
      readonly unfound: readonly string[];
      readonly headings: readonly string[];
    };

/** So many headings, or tables, are named, each so long at most. */
const NAMED = 40;
const LONGEST_NAME = 100;

/** So many headings are offered to choose from. */
const MOST_HEADINGS = 120;

/**
 * Takes tables as a list of pupils, in whichever shape fits best.
 * @throws {Unreadable} there are more rows than any school has pupils.
 */
export function fitList(tables: readonly Table[], { columns, schoolInList }: ListSaid): FittedList {
  const fit = findShape(tables, SHAPES, columns, unknownSystem);
  if (!fit) return noShape(tables, columns);
  const names = namesOf(fit.placed.map(({ table }) => table));
  const headings = headingsOf(fit).filter(Boolean);
  const unfound = columns.filter(({ heading }) => !headings.some((one) => same(one, heading)));
  if (unfound.length > 0)
    return {
      is: 'no-heading',
      tables: names,
      unfound: unfound.map(({ heading }) => heading),
      headings: choices(headings),
    };
  const understood = understoodOf(fit, tables, headings);
  const lacking = lackingIn(fit);
  if (lacking.length > 0) return { ...understood, is: 'lacking', tables: names, lacking };
  const all = rowsOf(fit);
  const schools = new SchoolsInList(all, tables, fit.shape.schools);
  const school = schoolInList === undefined ? undefined : schools.called(schoolInList, short);
  if (schoolInList === undefined ? schools.all.length > 1 : school === undefined)
    return {
      ...understood,
      is: 'several-schools',
      tables: names,
      schools: schools.all.map((one) => ({ ...one, name: short(one.name) })),
      ...(schoolInList !== undefined && { unfound: schoolInList }),
    };
  const theirs = onceById(school === undefined ? all : schools.rowsOf(school));
  const rows = refuseTooMany(theirs, names);
  const named = school ?? schools.all[0]?.name;
  return {
    ...understood,
    is: 'fitted',
    ...(named !== undefined && { school: short(named) }),
    ofOthers: onceById(all).length - rows.length,
    between: [...fit.placed.slice(0, 1), ...fit.more].reduce((sum, one) => sum + linesBetween(one), 0),
    rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cut(cells) })),
  };
}

function noShape(tables: readonly Table[], said: readonly ColumnSaid[]): FittedList {
  const nearest = nearestTo(tables, said);
  return {
    is: 'no-shape',
    tables: namesOf(tables),
    headings: choices(nearest?.headings ?? likelyHeadings(tables)),
    ...(nearest && { nearest: { title: nearest.title, lacking: nearest.lacking } }),
  };
}

function refuseTooMany(rows: readonly PupilCells[], names: string): readonly PupilCells[] {
  if (rows.length <= MOST_ROWS) return rows;
  throw new Unreadable(
    names,
    `this has ${rows.length.toLocaleString('en-GB')} rows of pupils, and at most ${MOST_ROWS.toLocaleString('en-GB')} are taken; export the pupils of one school alone`,
  );
}

function understoodOf(fit: Fit, tables: readonly Table[], headings: readonly string[]): Understood {
  const mapped = mappedIn(fit);
  const used = new Set([...fit.placed, ...fit.more].map(({ table }) => table));
  // A set of files has many beside that of the pupils; a workbook, or a file, has not.
  const unread =
    fit.shape.tables.length === 1 && !fit.shape.schools ? tables.filter((one) => !used.has(one)) : [];
  return {
    title: fit.shape.title,
    known: fit.shape !== unknownSystem,
    ofSome: fit.shape.always?.plan !== undefined,
    mapped: mapped.map(({ heading, field }) => ({ heading: short(heading), field })),
    skipped: some(fit.placed.flatMap(skippedHeadings)),
    unread: some(unread.filter(({ rows }) => rows.length > 0).map(({ name }) => name)),
    headings: choices(
      headings,
      mapped.map(({ heading }) => heading),
    ),
  };
}

const same = (a: string, b: string) => headingKey(a) === headingKey(b);

const namesOf = (tables: readonly Table[]) => some(tables.map(({ name }) => name)).join(', ');

const headingsOf = ({ placed }: Fit) =>
  placed.flatMap(({ table, headingRow }) => table.rows[headingRow]?.cells ?? []);

/** Of a table whose headings are not known: the first row with as many cells as most rows below it have. */
function likelyHeadings(tables: readonly Table[]): readonly string[] {
  const [longest] = tables.toSorted((a, b) => b.rows.length - a.rows.length);
  const widths = longest?.rows.slice(0, NAMED).map(({ cells }) => cells.filter(Boolean).length) ?? [];
  const widest = Math.max(0, ...widths);
  return longest?.rows[widths.indexOf(widest)]?.cells ?? [];
}

/**
 * Headings a person can choose from, in their order: each once, and none so long that it must be cut, since it is what is said
 * back. Of very many, those that are `taken` for something are there, whatever stands before them.
 */
function choices(headings: readonly string[], taken: readonly string[] = []): readonly string[] {
  const each = new Map(headings.map((one) => [headingKey(one), one]));
  const all = [...each.values()].filter((one) => headingKey(one) !== '' && short(one) === one);
  const first = new Set(taken.map(headingKey));
  const others = all.filter((one) => !first.has(headingKey(one)));
  const left = new Set(others.slice(Math.max(0, MOST_HEADINGS - first.size)));
  return all.filter((one) => !left.has(one));
}

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
