import { knownMarking } from './key.ts';
import { marksOf, type Named, readTombstones } from './tombstones.ts';

/**
 * Tells of a child of a school whether they were erased in this data folder: by the marks that were left of them. Undefined where
 * nobody was, or nobody can tell.
 */
export async function erasedIn(
  dataDir: string,
): Promise<((child: Named & { readonly schoolId: string }) => boolean) | undefined> {
  const markOf = await knownMarking(dataDir);
  const stones = markOf ? await readTombstones(dataDir) : [];
  if (!markOf || stones.length === 0) return undefined;
  const marks = new Set(stones.flatMap((one) => one.marks));
  return (child) => marksOf(child.schoolId, child, markOf).some((mark) => marks.has(mark));
}
