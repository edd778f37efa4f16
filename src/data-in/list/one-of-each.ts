import { isDeepStrictEqual } from 'node:util';
import { refKey, sameName } from '../../domain/pupil/who/person.ts';
import type { Fault } from '../fault.ts';
import type { ListedPupil } from './list-row.ts';

const OF_A_PERSON = ['firstName', 'lastName', 'dateOfBirth', 'yearGroup'] as const;

/** The pupils of a list, each once. */
interface OneOfEach {
  readonly pupils: readonly ListedPupil[];
  /** So many rows of them only say again what another row of the table says. */
  readonly repeated: number;
}

/**
 * The pupils of a list, each once: two rows of one pupil with a plan each are one, and so are rows that say the same. A number
 * on rows that differ is a fault of each of them, and then none is taken: which is right nobody knows.
 */
export function oneOfEach(rows: readonly ListedPupil[], faults: Fault[]): OneOfEach {
  const found = new Map<string, ListedPupil>();
  const repeats = new Map<string, number>();
  const wrong = new Set<string>();
  const all = Map.groupBy(rows, ({ ref }) => refKey(ref));
  for (const [key, theirs] of all)
    for (const row of theirs) {
      const before = found.get(key);
      if (before && isTheSame(before, row)) repeats.set(key, (repeats.get(key) ?? 0) + 1);
      const whole = before ? asOne(before, row) : row;
      if (whole) found.set(key, whole);
      else wrong.add(key);
    }
  for (const key of wrong) faults.push(...faultsOf(all.get(key) ?? []));
  const right = [...found].filter(([key]) => !wrong.has(key));
  return {
    pupils: right.map(([, row]) => row),
    repeated: right.reduce((sum, [key]) => sum + (repeats.get(key) ?? 0), 0),
  };
}

/** Two rows of one number as one; undefined where they can't be. */
const asOne = (before: ListedPupil, row: ListedPupil): ListedPupil | undefined =>
  isTheSame(before, row) || saysTheSame(before, row)
    ? before
    : (cameBack(before, row) ?? together(before, row));

/** Every row of a number that can't be one pupil's, with the line of another of them. */
const faultsOf = (rows: readonly ListedPupil[]): readonly Fault[] =>
  rows.flatMap((row, at) => {
    const other = rows[at === 0 ? 1 : 0];
    return other ? [{ file: row.from, line: row.line, column: 'ref', message: wrong(other, row) }] : [];
  });

/** Of somebody who left and came back, the row that says where they are now. */
function cameBack(a: ListedPupil, b: ListedPupil): ListedPupil | undefined {
  if (!isOnePerson(a, b) || (a.leftOn ?? '') === (b.leftOn ?? '')) return undefined;
  if (a.leftOn === undefined || b.leftOn === undefined) return a.leftOn === undefined ? a : b;
  return a.leftOn > b.leftOn ? a : b;
}

/** A row that stands in a table twice. */
const isTheSame = (a: ListedPupil, b: ListedPupil) => isDeepStrictEqual({ ...a, line: b.line }, b);

/** Said twice in the same words: a sheet of everybody, and one for each class. */
const saysTheSame = (a: ListedPupil, b: ListedPupil) =>
  a.from !== b.from && isOnePerson(a, b) && isDeepStrictEqual(a.said, b.said);

const isOnePerson = (a: ListedPupil, b: ListedPupil) => OF_A_PERSON.every((field) => a[field] === b[field]);

function together(before: ListedPupil, row: ListedPupil): ListedPupil | undefined {
  const [plans = [], more = []] = [before.said, row.said];
  const another = more.length > 0 && !more.some(({ kind }) => plans.some((plan) => plan.kind === kind));
  if (!isOnePerson(before, row) || !another || plans.length === 0) return undefined;
  const keyStaff = [...new Set([...(before.keyStaff ?? []), ...(row.keyStaff ?? [])])];
  return { ...before, said: [...plans, ...more], ...(keyStaff.length > 0 && { keyStaff }) };
}

const where = (before: ListedPupil, row: ListedPupil) =>
  before.from === row.from ? `line ${before.line}` : `line ${before.line} of ${before.from}`;

/** The year group, or the birth date, is what a person gets wrong; a name is hardly another. */
function wrong(before: ListedPupil, row: ListedPupil): string {
  const line = where(before, row);
  const keep = 'keep the one that is right';
  if (isOnePerson(before, row)) return `this pupil is on ${line} too, and not in the same words; ${keep}`;
  if (!sameName(before, row)) return `this number is on ${line} too, of another pupil; each needs their own`;
  return before.dateOfBirth === row.dateOfBirth
    ? `this pupil is on ${line} too, with another year group or spelling; ${keep}`
    : `this number is on ${line} too, with the same name and another date of birth; ${keep}, or give each pupil their own number`;
}
