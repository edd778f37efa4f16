import type { School } from '../../domain/school/school.ts';
import type { LocalDate } from '../../domain/time.ts';
import type { Fault } from '../fault.ts';
import type { Table } from '../read/table.ts';
import { type ColumnSaid, type Fit, findShape, headingKey, skippedHeadings } from '../shapes/find-shape.ts';
import { SHAPES } from '../shapes/index.ts';
import { rowsOf } from '../shapes/rows-of.ts';
import { COLUMNS, type Column } from '../shapes/shape.ts';
import { type ListedPupil, takeRow } from './list-row.ts';
import { oneOfEach } from './one-of-each.ts';
import { yearByBirth } from './year-by-birth.ts';

/** A heading of a list, and what it was taken for. */
interface Mapped {
  readonly heading: string;
  readonly field: Column;
}

/** A list of pupils, read: nothing is compared with what is stored yet. */
export interface ReadList {
  readonly is: 'list';
  /** What the list looks like: "a list from SIMS". */
  readonly title: string;
  readonly mapped: readonly Mapped[];
  /** Headings that nothing is made of. */
  readonly skipped: readonly string[];
  /** How many rows there are of pupils, right or wrong. */
  readonly rows: number;
  readonly pupils: readonly ListedPupil[];
  readonly faults: readonly Fault[];
  /** So many rows have a fault at least. */
  readonly bad: number;
  /** Lines whose year group is not that of the birth date, by what is usual. */
  readonly otherYear: readonly ListedPupil[];
}

/** Why nothing can be made of the tables. */
interface NoList {
  readonly is: 'none';
  readonly faults: readonly Fault[];
}

/**
 * Reads tables as a list of pupils, in whichever shape fits best.
 * @param said what a person says of headings, in the place of what the shape says.
 */
export function readList(
  tables: readonly Table[],
  school: School,
  said: readonly ColumnSaid[],
  today: LocalDate,
): ReadList | NoList {
  const fit = findShape(tables, SHAPES, said);
  if (!fit) return { is: 'none', faults: [noShape(tables)] };
  const unfound = said.filter(({ heading }) => !headingsOf(fit).some((one) => same(one, heading)));
  if (unfound.length > 0)
    return { is: 'none', faults: unfound.map(({ heading }) => noHeading(fit, heading)) };
  const rows = rowsOf(fit);
  const faults: Fault[] = [];
  const taken = rows.flatMap((row) => takeRow(row, school, today, faults) ?? []);
  const pupils = oneOfEach(taken, faults);
  const mapped = mappedIn(fit);
  const nameIn = new Map(mapped.map(({ heading, field }) => [field as string, heading]));
  return {
    is: 'list',
    title: fit.shape.title,
    mapped,
    skipped: fit.placed.flatMap(skippedHeadings),
    rows: rows.length,
    pupils,
    faults: faults.map((fault) => named(fault, nameIn)),
    bad: new Set(faults.map(({ file, line }) => `${file}\n${line}`)).size,
    otherYear: pupils.filter((one) => {
      const usual = yearByBirth(one.dateOfBirth, today);
      // Which of the two nursery years it is, schools count differently.
      return (
        usual !== undefined && usual !== one.yearGroup && !(isNursery(usual) && isNursery(one.yearGroup))
      );
    }),
  };
}

const isNursery = (year: string) => year.startsWith('N');
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

// A fault names the column as the person's own list does; one that is made of another, as a full name, as we do.
function named(fault: Fault, nameIn: ReadonlyMap<string, string>): Fault {
  const full = nameIn.get('full_name');
  const own = nameIn.get(fault.column ?? '') ?? (fault.column?.endsWith('_name') ? full : undefined);
  return own === undefined ? fault : { ...fault, column: own };
}

const NEEDED =
  'a number for each pupil (UPN or admission number), first and last name, date of birth and year group';

function noShape(tables: readonly Table[]): Fault {
  return {
    file: tables.map(({ name }) => name).join(', '),
    message: `no list of pupils is found in this. A list needs headings for ${NEEDED}; say which is which with --column "Heading=ref" (or upn, first_name, last_name, date_of_birth, year_group, plan)`,
  };
}

function noHeading(fit: Fit, heading: string): Fault {
  return {
    file: fit.placed.map(({ table }) => table.name).join(', '),
    column: heading,
    message: `there is no such heading; the headings are ${headingsOf(fit).filter(Boolean).join(', ')}`,
  };
}
