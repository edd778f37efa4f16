import { isDeepStrictEqual } from 'node:util';
import { refKey } from '../../domain/pupil/who/person.ts';
import type { Fault } from '../fault.ts';
import type { ListedPupil } from './list-row.ts';

const OF_A_PERSON = ['firstName', 'lastName', 'dateOfBirth', 'yearGroup'] as const;

/**
 * The pupils of a list, each once: two rows of one pupil with a plan each are one. A number that two pupils have is a fault, and
 * then neither is taken: which of them it belongs to nobody knows.
 */
export function oneOfEach(rows: readonly ListedPupil[], faults: Fault[]): readonly ListedPupil[] {
  const found = new Map<string, ListedPupil>();
  const twice = new Set<string>();
  for (const row of rows) {
    const key = refKey(row.ref);
    const before = found.get(key);
    if (!before) {
      found.set(key, row);
      continue;
    }
    if (saysTheSame(before, row)) continue;
    const current = cameBack(before, row);
    if (current) {
      found.set(key, current);
      continue;
    }
    const whole = together(before, row);
    if (whole) found.set(key, whole);
    else {
      twice.add(key);
      faults.push({ file: row.from, line: row.line, column: 'ref', message: wrong(before, row) });
    }
  }
  return [...found].filter(([key]) => !twice.has(key)).map(([, row]) => row);
}

/** Of somebody who left and came back, the row that says where they are now. */
function cameBack(a: ListedPupil, b: ListedPupil): ListedPupil | undefined {
  if (!isOnePerson(a, b) || (a.leftOn ?? '') === (b.leftOn ?? '')) return undefined;
  if (a.leftOn === undefined || b.leftOn === undefined) return a.leftOn === undefined ? a : b;
  return a.leftOn > b.leftOn ? a : b;
}

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

const wrong = (before: ListedPupil, row: ListedPupil) =>
  isOnePerson(before, row)
    ? `this pupil is on line ${before.line} too; keep one of the two`
    : `this number is on line ${before.line} too, of another pupil; each needs their own`;
