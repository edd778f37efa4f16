import { type Child, personKey, refKey, upnOf } from '../../domain/pupil/who/person.ts';
import { whoIsWho } from '../../domain/pupil/who/who-is-who.ts';
import { hasLeft, placeOf } from '../../domain/school/place.ts';
import type { Pupil } from '../../domain/school/pupil.ts';
import type { PersonId } from '../../domain/school/school.ts';
import type { Instant } from '../../domain/time.ts';
import type { PlannedPupils } from '../plan-pupils.ts';
import type { ListedPupil } from './list-row.ts';

/** Who of a list has left, by its days of leaving. */
export interface Leavers {
  /** Those who are here until now, as they are once they have left. */
  readonly left: readonly Pupil[];
  /** Of whom it can't be told who they are, or who were said to be back since: nothing is done. */
  readonly untold: readonly ListedPupil[];
  /** So many were never here. */
  readonly strangers: number;
}

/** Who says it, and when; nobody in particular at the command line. */
export interface SaidHow {
  readonly by: PersonId;
  readonly at: Instant;
}

/** Whatever says who a child is: two rows with one of these in common are one child's. */
const keysIn = (row: Child): readonly string[] => {
  const upn = upnOf(row);
  return [`ref ${refKey(row.ref)}`, `person ${personKey(row)}`, ...(upn ? [`upn ${upn}`] : [])];
};

/**
 * Tells which pupils have left, from the rows of a list with a day of leaving. Whoever is on another row without one has come
 * back; who can't be told for sure is left alone.
 * @param stored as they are, or as the rest of the list would have them.
 */
export function leaversOf(
  stored: readonly Pupil[],
  { here }: Pick<PlannedPupils, 'here'>,
  rows: { readonly leaving: readonly ListedPupil[]; readonly staying: readonly ListedPupil[] },
  how: SaidHow,
): Leavers {
  const staying = new Set(rows.staying.flatMap(keysIn));
  const gone = rows.leaving.filter((row) => !keysIn(row).some((key) => staying.has(key)));
  const who = whoIsWho(
    stored.filter(({ id }) => !here.has(id)),
    gone,
  ).rows;
  const left: Pupil[] = [];
  const untold: ListedPupil[] = [];
  let strangers = 0;
  for (const one of who) {
    if (one.is === 'new') strangers += 1;
    else if (one.is === 'look') untold.push(one.row);
    else if (hasLeft(one.pupil)) continue;
    else if ((placeOf(one.pupil)?.since ?? '') > (one.row.leftOn ?? '')) untold.push(one.row);
    else left.push(leaving(one.pupil, one.row, how));
  }
  return { left, untold, strangers };
}

/** With a place named they are at another school; else the list says no more than that they left. */
function leaving(pupil: Pupil, { leftOn = '', destination = '' }: ListedPupil, { by, at }: SaidHow): Pupil {
  const place = destination === '' ? ('left' as const) : ('moved-on' as const);
  const said = { place, since: leftOn, school: destination, releasedOn: '', by, at, listed: true as const };
  return { ...pupil, places: [...(pupil.places ?? []), said] };
}
