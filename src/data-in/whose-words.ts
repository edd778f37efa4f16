import { dayWords } from '../domain/language/days.ts';
import { fullName } from '../domain/language/name-words.ts';
import type { FoundBy, Why } from '../domain/pupil/who/who.ts';
import type { Look } from './plan-pupils.ts';

/** What the row has of the pupil who is here. */
const HAS: Readonly<Record<FoundBy, (ref: string) => string>> = {
  ref: (ref) => `the reference ${ref}`,
  upn: () => 'the UPN',
  both: (ref) => `the reference ${ref} and the UPN`,
  details: () => 'the name and birth date',
};

interface Words {
  readonly row: string;
  readonly held: string;
  readonly ref: string;
  /** "the reference 1001". */
  readonly has: string;
}

const TWO: Readonly<Record<Why, (words: Words) => string>> = {
  'another-child': ({ row, held, has }) => `${row} has ${has}, under which ${held} is here.`,
  'another-name': ({ row, held, has }) =>
    `${row} has ${has}, under which ${held} is here, born on the same day.`,
  moved: ({ row, held, has }) => `${row} has ${has} of ${held}, who is here.`,
  'another-upn': ({ row, held }) => `${row} has another UPN than ${held}, who is here.`,
  'upn-elsewhere': ({ row, held, ref }) =>
    `${row} has the UPN of ${held}, and the reference ${ref} of somebody else.`,
  several: ({ row, ref }) => `${row}: ${ref} could be the reference of several pupils here.`,
  twice: ({ row, held }) => `${row} and another row are both ${held}, who is here.`,
  kept: ({ row, held, ref }) => `${row} has the reference ${ref} of ${held}, who keeps it.`,
};

/** Whose row it may be, in words for a SENCO's eyes alone. */
export function wordsOf({ row, pupil, why, by }: Look, line: number | undefined): string {
  const named = (who: Look['row'] | Look['pupil']) => `${fullName(who)} (born ${dayWords(who.dateOfBirth)})`;
  const words = TWO[why]({ row: named(row), held: named(pupil), ref: row.ref, has: HAS[by](row.ref) });
  return line === undefined ? words : `Line ${line}: ${words}`;
}
