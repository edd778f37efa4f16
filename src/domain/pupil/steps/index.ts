import type { PupilStep } from '../step.ts';
import { earlyReview } from './early-review.ts';
import { nextPlaceNamed } from './next-place-named.ts';

/** Everything that can be said about a pupil, by the names of the forms. */
export const PUPIL_STEPS = {
  'early-review': earlyReview,
  'next-place-named': nextPlaceNamed,
} as const satisfies Readonly<Record<string, PupilStep>>;

/** The name of a form about a pupil. */
export type PupilStepName = keyof typeof PUPIL_STEPS;
