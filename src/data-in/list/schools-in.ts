import type { Table } from '../read/table.ts';
import { headingKey } from '../shapes/find-shape.ts';
import type { PupilCells } from '../shapes/rows-of.ts';
import type { SchoolsTable } from '../shapes/shape.ts';

/** A school whose pupils are on a list, as the list calls it, and how many of the rows are of it. */
export interface ListedSchool {
  readonly name: string;
  readonly rows: number;
}

/** What schools are called, by their ids in lower case; undefined for what is none, as their trust. */
type Names = ReadonlyMap<string, string | undefined>;

/** The schools that the rows of a list are of, each row perhaps of several. */
export class SchoolsInList {
  readonly #rows: readonly { readonly row: PupilCells; readonly schools: readonly string[] }[];
  readonly all: readonly ListedSchool[];

  constructor(rows: readonly PupilCells[], tables: readonly Table[], table: SchoolsTable | undefined) {
    const names = table && namesIn(tables, table);
    this.#rows = rows.map((row) => ({ row, schools: schoolsOf(row, names) }));
    const each = Map.groupBy(
      this.#rows.flatMap(({ schools }) => schools),
      (name) => name,
    );
    this.all = [...each].map(([name, of]) => ({ name, rows: of.length }));
  }

  /**
   * The one that is called so, however it is spelt; undefined where there is none.
   * @param shownAs how a name stands on a screen, which is what is said back; where two stand there alike, neither is meant.
   */
  called(name: string, shownAs: (name: string) => string): string | undefined {
    const key = headingKey(name);
    const spelt = this.all.find((one) => headingKey(one.name) === key);
    const [alike, ...more] = spelt
      ? [spelt]
      : this.all.filter((one) => headingKey(shownAs(one.name)) === key);
    return more.length === 0 ? alike?.name : undefined;
  }

  /** The rows of one of them. */
  rowsOf(school: string): readonly PupilCells[] {
    return this.#rows.flatMap(({ row, schools }) => (schools.includes(school) ? [row] : []));
  }
}

function schoolsOf({ cells }: PupilCells, names: Names | undefined): readonly string[] {
  const said = cells.school ?? '';
  if (!names) return said === '' ? [] : [said];
  const ids = said.split(',').map((id) => id.trim().toLowerCase());
  const known = ids.map((id) => (names.has(id) ? names.get(id) : id));
  return [...new Set(known.flatMap((name) => name || []))];
}

/** Where two schools have one name, their ids tell them apart. */
function namesIn(tables: readonly Table[], { id, name, type }: SchoolsTable): Names {
  const wanted = [id, name, ...(type ? [type] : [])].map(headingKey);
  for (const { rows } of tables) {
    const headings = rows[0]?.cells.map(headingKey) ?? [];
    if (!wanted.every((key) => headings.includes(key))) continue;
    const at = (cells: readonly string[], heading: string) =>
      cells[headings.indexOf(headingKey(heading))] ?? '';
    const found = rows.slice(1).map(({ cells }) => ({
      id: at(cells, id).toLowerCase(),
      name: at(cells, name),
      isSchool: !type || at(cells, type).toLowerCase() === 'school',
    }));
    const times = Map.groupBy(found, (one) => one.name);
    return new Map(
      found.map((one) => {
        const own = (times.get(one.name)?.length ?? 0) > 1 ? `${one.name} (${one.id})` : one.name;
        return [one.id, one.isSchool ? own : undefined];
      }),
    );
  }
  return new Map();
}
