import type { Table } from '../read/table.ts';
import { type ColumnSaid, lackingIn, type Placed, placeIn } from './find-shape.ts';
import { SHAPES } from './index.ts';
import type { Column, Shape } from './shape.ts';
import { unknownSystem } from './unknown-system.ts';

/** Fewer headings that are known here are chance: what stands in the row may be a pupil's, and is not to be quoted. */
const LEAST_KNOWN = 2;

/** Something that a list needs, by the columns that would do, and what the nearest shape calls it. */
interface Needed {
  readonly any: readonly Column[];
  readonly called: readonly string[];
}

/** What a table that is no list of pupils comes nearest to. */
export interface Nearest {
  /** Its row of headings, as far as that is one. */
  readonly headings: readonly string[];
  /** "a list from SIMS"; undefined where no shape alone is near. */
  readonly title: string | undefined;
  readonly lacking: readonly Needed[];
}

/**
 * What tables that are no list of pupils come nearest to, for a person to see which heading it fails for.
 * @returns undefined where hardly any heading is known here.
 */
export function nearestTo(tables: readonly Table[], said: readonly ColumnSaid[]): Nearest | undefined {
  const all = placedBest(tables, unknownSystem, said);
  if (!all || all.at.size < LEAST_KNOWN) return undefined;
  const [shape] = SHAPES.flatMap((one) => {
    const placed = placedBest(tables, one, said);
    return placed && placed.own.length >= LEAST_KNOWN ? [{ one, found: placed.at.size }] : [];
  }).toSorted((a, b) => b.found - a.found);
  const called = (column: Column) => (shape?.one ?? unknownSystem).tables[0].columns[column] ?? [];
  return {
    headings: all.table.rows[all.headingRow]?.cells ?? [],
    title: shape?.one.title,
    lacking: lackingIn({ placed: [all] }).map((any) => ({
      any,
      called: any.flatMap((column) => called(column).slice(0, any.length > 1 ? 1 : 2)),
    })),
  };
}

function placedBest(tables: readonly Table[], shape: Shape, said: readonly ColumnSaid[]): Placed | undefined {
  const [best] = tables
    .flatMap((table) => placeIn(table, shape.tables[0], said) ?? [])
    .toSorted((a, b) => b.at.size - a.at.size);
  return best;
}
