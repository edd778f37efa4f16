import { distance } from 'fastest-levenshtein';
import type { Pupil } from '../domain/school.ts';

/** What a name or reference somebody typed may mean. */
export type Found =
  | { readonly is: 'one'; readonly pupil: Pupil }
  | { readonly is: 'several'; readonly pupils: readonly Pupil[] }
  | { readonly is: 'none'; readonly nearest: readonly Pupil[] };

/** How many letters may be wrong in a name that is suggested. */
const SLIPS = 2;

const plain = (text: string) =>
  text.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll(/[’']/g, '').toLowerCase().trim();

const words = (text: string) =>
  plain(text)
    .split(/[\s,-]+/)
    .filter((word) => word !== '');

const namesOf = (pupil: Pupil) => [...words(pupil.firstName), ...words(pupil.lastName)];

/** Every word typed begins one of the pupil's names. */
const fits = (typed: readonly string[], pupil: Pupil) =>
  typed.every((word) => namesOf(pupil).some((name) => name.startsWith(word)));

const isWhole = (typed: readonly string[], pupil: Pupil) =>
  [...typed].sort().join(' ') === [...namesOf(pupil)].sort().join(' ');

const near = (typed: readonly string[], pupil: Pupil) =>
  typed.every((word) =>
    namesOf(pupil).some((name) => distance(word, name) <= Math.min(SLIPS, word.length - 2)),
  );

/**
 * The pupil meant by a name or a reference, whatever the case and accents; the beginning of a name will do.
 * When several fit, all of them; when none does, those whose names are a slip or two away.
 */
export function findPupil(typed: string, pupils: readonly Pupil[]): Found {
  const byRef = pupils.filter((pupil) => plain(pupil.ref) === plain(typed));
  const parts = words(typed);
  const byName = parts.length ? pupils.filter((pupil) => fits(parts, pupil)) : [];
  const whole = byName.filter((pupil) => isWhole(parts, pupil));
  const found = byRef.length ? byRef : whole.length ? whole : byName;
  const [first, ...others] = found;
  if (!first)
    return { is: 'none', nearest: parts.length ? pupils.filter((pupil) => near(parts, pupil)) : [] };
  return others.length ? { is: 'several', pupils: found } : { is: 'one', pupil: first };
}
