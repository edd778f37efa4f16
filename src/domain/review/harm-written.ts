import { speaksOfHarm } from '../language/harm-words.ts';
import { annualPartOf } from './annual-part.ts';
import type { Review } from './review.ts';

/** Who recorded it: an address is not what anybody said. */
const NOT_SAID: ReadonlySet<string> = new Set(['by', 'recordedBy', 'at']);

const textsIn = (answers: unknown): readonly string[] => {
  if (typeof answers === 'string') return [answers];
  if (!answers || typeof answers !== 'object') return [];
  return Object.entries(answers).flatMap(([name, said]) => (NOT_SAID.has(name) ? [] : textsIn(said)));
};

/**
 * Whether anything that was gathered for the review, as evidence, views, advice, or by the family, has words in it that people use
 * when a child may not be safe. Who wrote it was told whom to tell; so is who reads it.
 */
export function isHarmWritten(review: Review): boolean {
  const { evidence, parentViews, pupilViews, sentIn } = review;
  const advice = annualPartOf(review).outsiders.map((one) => one.advice);
  const gathered = [evidence.map(({ answer }) => answer?.said), parentViews, pupilViews, sentIn, advice];
  return textsIn(gathered).some(speaksOfHarm);
}
