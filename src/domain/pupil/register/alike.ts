import { tidy } from '../../language/tidy.ts';
import type { Sent } from '../../questions/question.ts';
import type { Pupil } from '../../school/pupil.ts';
import { REF, UPN } from '../../school/pupil-values.ts';
import { isLocalDate } from '../../time.ts';
import type { Child } from '../who/person.ts';
import { whoIsWho } from '../who/who-is-who.ts';

/** Who is typed in a form on a new pupil; undefined while too little of it can be read to compare them. */
function childTyped({
  ref = '',
  upn = '',
  firstName = '',
  lastName = '',
  dateOfBirth = '',
}: Sent): Child | undefined {
  const [number, unique] = [REF.read(tidy(ref)), UPN.read(tidy(upn))];
  const names = { firstName: tidy(firstName), lastName: tidy(lastName) };
  if (number === undefined || !isLocalDate(dateOfBirth) || (names.firstName || names.lastName) === '')
    return undefined;
  return { ref: number, ...(unique !== undefined && { upn: unique }), ...names, dateOfBirth };
}

/** The pupil who is here already and may be the one that is typed, told as in an import; undefined where there is none. */
export function alikeIn(typed: Sent, pupils: readonly Pupil[]): Pupil | undefined {
  const child = childTyped(typed);
  if (!child) return undefined;
  const [who] = whoIsWho(pupils, [child]).rows;
  return who && who.is !== 'new' ? who.pupil : undefined;
}
