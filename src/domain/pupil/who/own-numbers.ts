import { hasLeft } from '../../school/place.ts';
import { type Child, refKey, upnOf } from './person.ts';
import type { Held, Left, Who } from './who.ts';

/*
 * A reference or UPN on a row that is another pupil's, who keeps it, is a slip of the list: the child is taken with the number
 * they have here, and it is said. So two pupils never come to have one number. Who has left, and is on no row, keeps none against
 * a child who is here: schools give numbers out again, and nobody wants to be told of it at every import.
 */

type NumberName = Left<Held>['number'];
const NUMBERS: readonly NumberName[] = ['ref', 'upn'];

/** What a row says of a number: undefined where it says nothing, and of a reference in whose place the UPN stands. */
function said(row: Child, number: NumberName): string | undefined {
  const upn = upnOf(row);
  if (number === 'upn') return row.upn ? upn : undefined;
  return row.upn && refKey(row.ref) === refKey(row.upn) ? undefined : refKey(row.ref);
}

/**
 * The rows with numbers of their own: those of another pupil who keeps them are left out, and named in `left`.
 * @param isDecided whether a person has said who the row is: then somebody who is on no row gives way to it, as who has left does anyway.
 */
export function withOwnNumbers<P extends Held, R extends Child>(
  pupils: readonly P[],
  all: readonly Who<P, R>[],
  isDecided: (row: R) => boolean,
): readonly Who<P, R>[] {
  const byRef = new Map(pupils.map((pupil) => [refKey(pupil.ref), pupil]));
  const byUpn = new Map(pupils.flatMap((pupil) => [[upnOf(pupil) ?? '', pupil] as const]));
  const rowOf = new Map(all.flatMap((one) => (one.is === 'same' ? [[one.pupil.id, one.row] as const] : [])));
  const left = new Map<R, readonly Left<P>[]>(
    all.flatMap((one) => (one.is === 'same' && one.left ? [[one.row, one.left] as const] : [])),
  );
  const isLeft = (row: R, number: NumberName) => (left.get(row) ?? []).some((one) => one.number === number);
  const holder = (row: R, number: NumberName): P | undefined => {
    const value = said(row, number);
    if (value === undefined) return undefined;
    if (number === 'upn') return byUpn.get(value);
    // Some schools use the UPN as their reference.
    return byRef.get(value) ?? (row.upn ? undefined : byUpn.get(upnOf(row) ?? '-'));
  };
  const keeps = (pupil: P, number: NumberName, against: R): boolean => {
    const own = rowOf.get(pupil.id);
    if (!own) return !isDecided(against) && !hasLeft(pupil);
    const value = said(own, number);
    return isLeft(own, number) || value === undefined || value === said(against, number);
  };
  // Whoever is taken without a new number keeps the old one, which another row may have: so until nothing more is found.
  let isMore = true;
  while (isMore) {
    isMore = false;
    for (const one of all) {
      if (one.is === 'look') continue;
      const now = NUMBERS.flatMap((number): readonly Left<P>[] => {
        const of = holder(one.row, number);
        const isOwn = one.is === 'same' && of?.id === one.pupil.id;
        return of && !isOwn && (isLeft(one.row, number) || keeps(of, number, one.row))
          ? [{ number, of }]
          : [];
      });
      if (now.length <= (left.get(one.row)?.length ?? 0)) continue;
      left.set(one.row, now);
      isMore = true;
    }
  }
  return all.map((one) => taken(one, left.get(one.row) ?? []));
}

function taken<P extends Held, R extends Child>(one: Who<P, R>, left: readonly Left<P>[]): Who<P, R> {
  if (one.is === 'look' || left.length === 0) return one;
  const isLeft = (number: NumberName) => left.some((each) => each.number === number);
  const { upn: _, ...rest } = one.row;
  const upn = isLeft('upn') ? one.is === 'same' && one.pupil.upn : one.row.upn;
  const row = { ...rest, ...(upn && { upn }) };
  if (one.is === 'same')
    return { ...one, left, row: { ...row, ...(isLeft('ref') && { ref: one.pupil.ref }) } as unknown as R };
  // A new pupil needs a reference, and this one stays another's.
  const of = left.find(({ number }) => number === 'ref')?.of;
  return of
    ? { is: 'look', why: 'kept', by: 'ref', canBeSame: false, pupil: of, row: one.row }
    : { ...one, row: row as unknown as R };
}
