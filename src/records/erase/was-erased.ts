import { upnOf } from '../../domain/pupil/who/person.ts';
import { type LocalDate, plusDays } from '../../domain/time.ts';
import { knownMarking } from './key.ts';
import { marksOf, type Named, readTombstones, refMark, upnMark } from './tombstones.ts';

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

/** Nobody older is in a school's data, in years: some days more do not matter. */
const OLDEST_DAYS = 40 * 366;

/**
 * The children who were erased here and had this reference or UPN: their schools, and the random ids by which they are in the trail. A
 * reference is marked together with a birth date, which nobody has any more: all that can be are tried. None where nobody can tell.
 */
export async function erasedAs(
  dataDir: string,
  asked: string,
  today: LocalDate,
): Promise<readonly { readonly schoolId: string; readonly id: string }[]> {
  const markOf = await knownMarking(dataDir);
  const stones = markOf ? await readTombstones(dataDir) : [];
  if (!markOf || stones.length === 0) return [];
  const upn = upnOf({ ref: asked });
  const bySchool = Map.groupBy(stones, ({ school }) => school);
  return [...bySchool].flatMap(([schoolId, here]) => {
    const marks = new Set(upn === undefined ? [] : [upnMark(schoolId, upn, markOf)]);
    for (let days = 0; days < OLDEST_DAYS; days++)
      marks.add(refMark(schoolId, asked, plusDays(today, -days), markOf));
    const theirs = here.filter((stone) => stone.marks.some((mark) => marks.has(mark)));
    return theirs.map(({ pupil }) => ({ schoolId, id: pupil }));
  });
}
