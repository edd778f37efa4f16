import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { fields } from '../stored.ts';
import { FAMILY_SAYS } from './questions/family-says.ts';
import { recordedFields } from './school.ts';

/** What a family says is wrong, as kept on the pupil: `by` and `at` say who recorded it, and when. It is never changed. */
export const familySaysSchema = fields({
  id: z.string(),
  ...storedFields(FAMILY_SAYS),
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

/** What they say of one review's record, the oldest first. */
export const familySaysOf = ({ familySays = [] }: WithFamilySays, reviewId: string): readonly FamilySays[] =>
  familySays.filter(({ review }) => review === reviewId);
