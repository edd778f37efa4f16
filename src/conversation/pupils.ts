import { distance } from 'fastest-levenshtein';
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
/** More words no name has: what is typed on top of them is not looked at. */
const MOST_WORDS = 12;

/** The names without their spaces, and where each begins: "annemarieobrien", at 0, 4 and 9. */
interface Letters {
  readonly all: string;
  readonly begins: readonly number[];
}

function lettersOf({ name }: Named): Letters {
  const words = nameWords(name);
  const begins = words.map((_, n) => words.slice(0, n).join('').length);
  return { all: words.join(''), begins };
}

/** Whether what was typed, without its spaces, begins at one of the names, and may go on into the next: "obr", "annemarie". */
function stands(run: string, { all, begins }: Letters): boolean {
  return begins.some((at) => all.startsWith(run, at));
}

/** The words typed, each or several together, begin names: "o brien" as well as "obrien". */
function fits(typed: readonly string[], one: Named): boolean {
  const letters = lettersOf(one);
  // How far one can come with whole runs of words.
  const reached = [true];
  for (let to = 1; to <= typed.length; to++) {
    const runs = Array.from({ length: to }, (_, from) => from).filter((from) => reached[from]);
    reached[to] = runs.some((from) => stands(typed.slice(from, to).join(''), letters));
  }
  return reached[typed.length] ?? false;
}

const isWhole = (typed: readonly string[], { name }: Named) =>
  typed.join('') === nameWords(name).join('') || sorted(typed) === sorted(nameWords(name));
const sorted = (words: readonly string[]) => [...words].sort().join(' ');

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
  const parts = nameWords(typed).slice(0, MOST_WORDS);
  const byName = parts.length ? all.filter((one) => fits(parts, one)) : [];
  const whole = byName.filter((one) => isWhole(parts, one));
  const found = byRef.length ? byRef : whole.length ? whole : byName;
  const [first, ...others] = found;
  if (!first) return { is: 'none', nearest: parts.length ? all.filter((one) => near(parts, one)) : [] };
  return others.length ? { is: 'several', several: found } : { is: 'one', one: first };
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
