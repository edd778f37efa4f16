import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { fields, listOf, optional } from '../stored.ts';
import { FAMILY_ANSWER } from './questions/family-answer.ts';
import { FAMILY_SAYS } from './questions/family-says.ts';
import { recordedFields } from './school.ts';

/** What became of it later, or that it takes longer, and when the family was told. */
const { which: _which, ...answered } = storedFields(FAMILY_ANSWER);
const familyAnswerSchema = fields({ ...answered, ...recordedFields });
export interface FamilyAnswer extends z.infer<typeof familyAnswerSchema> {}

/**
 * What a family says is wrong, as kept on the pupil: `by` and `at` say who recorded it, and when. It is never changed: what became of
 * it later is added, the last standing.
 */
export const familySaysSchema = fields({
  id: z.string(),
  ...storedFields(FAMILY_SAYS),
  answers: optional(listOf(familyAnswerSchema)),
  ...recordedFields,
});
export interface FamilySays extends z.infer<typeof familySaysSchema> {}

interface WithFamilySays {
  readonly familySays?: readonly FamilySays[];
}

/** The pupil with what the family says kept beside what is held. The same one again changes nothing. */
export function withFamilySays<P extends WithFamilySays>(pupil: P, said: FamilySays): P {
  const { familySays = [] } = pupil;
  if (familySays.some(({ id }) => id === said.id)) return pupil;
  return { ...pupil, familySays: [...familySays, said] };
}

/** The pupil with what became of one of the things that the family says added to it. */
export const withFamilyAnswer = <P extends WithFamilySays>(
  pupil: P,
  which: string,
  answer: FamilyAnswer,
): P => ({
  ...pupil,
  familySays: (pupil.familySays ?? []).map((one) =>
    one.id === which ? { ...one, answers: [...(one.answers ?? []), answer] } : one,
  ),
});

/** Whether it is decided what becomes of it, so that the family waits for nothing. */
export const isDecided = ({ became, answers = [] }: FamilySays): boolean =>
  became !== 'not-yet' || answers.some((answer) => answer.became !== 'longer');

/** That the family was told that it takes longer; undefined where they were not. */
export const toldLonger = ({ answers = [] }: FamilySays): FamilyAnswer | undefined =>
  answers.find(({ became }) => became === 'longer');

/** What they say of one review's record, the oldest first. */
export const familySaysOf = ({ familySays = [] }: WithFamilySays, reviewId: string): readonly FamilySays[] =>
  familySays.filter(({ review }) => review === reviewId);
