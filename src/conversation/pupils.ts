import { distance } from 'fastest-levenshtein';
import { beginsNames, hasNames, isWholeName } from '../domain/language/name-fits.ts';
import { fullName, nameWords, plainText } from '../domain/language/name-words.ts';
import type { Pupil } from '../domain/school/pupil.ts';

/** What a name or reference somebody typed may mean. */
export type FoundAmong<One> =
  | { readonly is: 'one'; readonly one: One }
  | { readonly is: 'several'; readonly several: readonly One[] }
  | { readonly is: 'none'; readonly nearest: readonly One[] };

/** What a pupil's name or reference may mean. */
export type Found =
  | { readonly is: 'one'; readonly pupil: Pupil }
  | { readonly is: 'several'; readonly pupils: readonly Pupil[] }
  | { readonly is: 'none'; readonly nearest: readonly Pupil[] };

/** Somebody to be found: all of their names in one line, and the reference or address that is theirs alone. */
export interface Named {
  readonly name: string;
  readonly ref: string;
}

/** How many letters may be wrong in a name that is suggested. */
const SLIPS = 2;
const near = (typed: readonly string[], one: Named) =>
  typed.every((word) =>
    nameWords(one.name).some((name) => distance(word, name) <= Math.min(SLIPS, word.length - 2)),
  );

/**
 * Whom a name or a reference means, whatever the case, accents, apostrophes and hyphens; the beginning of a name will do.
 * When several fit, all of them; when none does, those whose names are a slip or two away.
 */
export function findAmong<One extends Named>(typed: string, all: readonly One[]): FoundAmong<One> {
  const byRef = all.filter(({ ref }) => plainText(ref) === plainText(typed));
  const parts = nameWords(typed);
  const byName = all.filter(({ name }) => beginsNames(typed, name));
  const whole = byName.filter(({ name }) => isWholeName(typed, name));
  const found = byRef.length ? byRef : whole.length ? whole : byName;
  const [first, ...others] = found;
  if (!first) return { is: 'none', nearest: parts.length ? all.filter((one) => near(parts, one)) : [] };
  return others.length ? { is: 'several', several: found } : { is: 'one', one: first };
}

/** Whether `typed` is the whole of a name, or the reference, of somebody it was found to mean; not only a beginning, or a slip away. */
export function isInFull(found: Found, typed: string): boolean {
  const fitting = found.is === 'one' ? [found.pupil] : found.is === 'several' ? found.pupils : [];
  return fitting.some(
    (pupil) => hasNames(typed, fullName(pupil)) || plainText(pupil.ref) === plainText(typed),
  );
}

/** The pupil meant by a name or a reference: see `findAmong`. */
export function findPupil(typed: string, pupils: readonly Pupil[]): Found {
  const named = pupils.map((pupil) => ({
    pupil,
    name: fullName(pupil),
    ref: pupil.ref,
  }));
  const found = findAmong(typed, named);
  if (found.is === 'one') return { is: 'one', pupil: found.one.pupil };
  if (found.is === 'several') return { is: 'several', pupils: found.several.map(({ pupil }) => pupil) };
  return { is: 'none', nearest: found.nearest.map(({ pupil }) => pupil) };
}
