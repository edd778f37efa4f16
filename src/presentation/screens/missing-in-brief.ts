import type { Terms } from '../../domain/language/terms.ts';
import type { Missing } from '../../domain/review/missing.ts';
import { rowNamed } from '../../domain/review/obligations/index.ts';
import type { Review } from '../../domain/review/review.ts';

/** What of all that is missing is owed by somebody, each kind once and with how often, in the middle of a sentence. */
export function missingInBrief(missing: readonly Missing[], terms: Terms, review: Review): readonly string[] {
  const byPart = Map.groupBy(missing, ({ what }) => what);
  return [...byPart].flatMap(
    ([what, all]) => rowNamed(what)?.missing?.inBrief?.(all.length, terms, review) ?? [],
  );
}
