import type { LocalDate } from '../../time.ts';
import { type Child, refKey, upnOf } from './person.ts';

/** The pupil, whose reference or UPN another child of `rows` has now: kept, with the reference marked as theirs until today. */
export function withoutTaken<P extends Child>(pupil: P, rows: readonly Child[], today: LocalDate): P {
  const isRefTaken = rows.some(({ ref }) => refKey(ref) === refKey(pupil.ref));
  const isUpnTaken = rows.some((row) => upnOf(row) !== undefined && upnOf(row) === upnOf(pupil));
  const { upn, ...rest } = pupil;
  return {
    ...rest,
    ...(upn !== undefined && !isUpnTaken && { upn }),
    ...(isRefTaken && { ref: `${pupil.ref} before ${today}` }),
  } as P;
}
