import { dayWords } from '../domain/language/days.ts';
import { fullName } from '../domain/language/name-words.ts';
import type { Why } from '../domain/pupil/who/who-is-who.ts';
import type { Look } from './plan-pupils.ts';

const TWO: Readonly<Record<Why, (row: string, held: string, ref: string) => string>> = {
  'another-child': (row, held, ref) => `${row} has the reference ${ref}, under which ${held} is here.`,
  'another-name': (row, held, ref) =>
    `${row} has the reference ${ref}, under which ${held} is here, born on the same day.`,
  moved: (row, held, ref) =>
    `${row} stands under ${ref}; ${held} is here with that reference or these details.`,
  'another-upn': (row, held) => `${row} has another UPN than ${held}, who is here.`,
  'upn-elsewhere': (row, held, ref) =>
    `${row} has the UPN of ${held}, and the reference ${ref} of somebody else.`,
  several: (row, _held, ref) => `${row}: ${ref} could be the reference of several pupils here.`,
  twice: (row, held) => `${row} and another row are both ${held}, who is here.`,
};

/** Whose row it may be, in words for a SENCO's eyes alone. */
export function wordsOf({ row, pupil, why }: Look, line: number | undefined): string {
  const named = (who: Look['row'] | Look['pupil']) => `${fullName(who)} (born ${dayWords(who.dateOfBirth)})`;
  const words = TWO[why](named(row), named(pupil), row.ref);
  return line === undefined ? words : `Line ${line}: ${words}`;
}
