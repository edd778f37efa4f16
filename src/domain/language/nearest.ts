import { distance } from 'fastest-levenshtein';

/**
 * ` Did you mean "…"?` with the known word `word` was probably meant to be, or nothing when none is near: a
 * far-fetched guess misleads more than it helps.
 */
export function didYouMean(word: string, known: Iterable<string>): string {
  const lower = word.toLowerCase();
  let best: string | undefined;
  let least = Math.max(2, Math.floor(word.length / 3)) + 1;
  for (const candidate of known) {
    const far = distance(lower, candidate.toLowerCase());
    if (far < least) [best, least] = [candidate, far];
  }
  return best === undefined ? '' : ` Did you mean "${best}"?`;
}
