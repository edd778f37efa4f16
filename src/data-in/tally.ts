import { isDeepStrictEqual } from 'node:util';
import { each, type Work } from './in-turns.ts';

/** Somebody or something by its reference or address, and the names of the fields that differ: never their values. */
interface Change {
  readonly who: string;
  readonly fields: readonly string[];
}

/** What an import does, or did, to one kind of thing. */
export interface Tally {
  readonly added: readonly string[];
  readonly changed: readonly Change[];
  readonly unchanged: number;
  /** Stored, and not in the file: pupils stay as they are; staff lose access. */
  readonly missing: readonly string[];
}

/** The names of the fields in which two differ. */
export function fieldsThatDiffer<T extends object>(
  before: T,
  after: T,
  except: readonly string[],
): readonly string[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  const value = (of: T, key: string) => Reflect.get(of, key) as unknown;
  return [...keys].filter(
    (key) => !except.includes(key) && !isDeepStrictEqual(value(before, key), value(after, key)),
  );
}

/** What became of each of `before`, and what is new; `nameOf` says which is which. */
export function* tally<T extends object>(
  before: readonly T[],
  after: readonly T[],
  nameOf: (each: T) => string,
  missing: readonly string[],
  differing: (before: T, after: T) => readonly string[] = (old, each) =>
    fieldsThatDiffer(old, each, ['version', 'id', 'schoolId']),
): Work<Tally> {
  const known = new Map(before.map((each) => [nameOf(each), each]));
  const added: string[] = [];
  const changed: Change[] = [];
  yield* each(after, (one) => {
    const who = nameOf(one);
    const old = known.get(who);
    if (!old) added.push(who);
    else {
      const fields = differing(old, one);
      if (fields.length > 0) changed.push({ who, fields });
    }
  });
  return { added, changed, unchanged: after.length - added.length - changed.length, missing };
}
