import type { LocalDate } from '../../time.ts';
import { type Child, refKey, upnOf } from './person.ts';

/**
 * The pupil, whose reference or UPN another child of `rows` has now: kept, with the reference marked as theirs until today. Of
 * `all` the school's pupils none is called so already: one number can be taken from several children on one day.
 */
export function withoutTaken<P extends Child>(
  pupil: P,
  rows: readonly Child[],
  today: LocalDate,
  all: readonly Child[],
): P {
  const isRefTaken = rows.some(({ ref }) => refKey(ref) === refKey(pupil.ref));
  const isUpnTaken = rows.some((row) => upnOf(row) !== undefined && upnOf(row) === upnOf(pupil));
  const { upn, ...rest } = pupil;
  return {
    ...rest,
    ...(upn !== undefined && !isUpnTaken && { upn }),
    ...(isRefTaken && { ref: freeRef(`${pupil.ref} before ${today}`, [...all, ...rows]) }),
  } as P;
}

function freeRef(wanted: string, all: readonly Child[]): string {
  const taken = new Set(all.map(({ ref }) => refKey(ref)));
  let free = wanted;
  for (let times = 2; taken.has(refKey(free)); times++) free = `${wanted} (${times})`;
  return free;
}
