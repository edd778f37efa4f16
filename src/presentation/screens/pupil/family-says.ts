import { familySaysPart } from '../../family-says.ts';
import type { PupilSection } from './section.ts';

/** What the family says is wrong, the last first: beside what is known of the pupil. */
export const familySays: PupilSection = {
  about: 'pupil',
  title: 'What the family says is wrong',
  forms: ['family-answer', 'family-says'],
  parts: ({ pupil, school, reviews, today }) =>
    (pupil.familySays ?? []).toReversed().map((one) => familySaysPart(one, school, reviews, today)),
};
