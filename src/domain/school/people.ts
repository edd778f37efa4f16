import type { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { fields } from '../stored.ts';
import { PEOPLE } from './questions/people.ts';
import { recordedFields } from './school.ts';

/** The people around a pupil as they are kept: what was answered, by whom it was recorded, and when. */
export const peopleSchema = fields({ ...recordedFields, ...storedFields(PEOPLE) });
export interface People extends z.infer<typeof peopleSchema> {}

/** Somebody with, perhaps, people around them. */
export interface WithPeople {
  readonly people?: People;
}

/** The social worker and virtual school head of a looked-after child, and the day their PEP or care plan is reviewed next. */
export interface LookedAfter extends Pick<People, 'socialWorker' | 'virtualHead' | 'jointReviewOn'> {}

/** Undefined for a child who is not looked after by a local authority. */
export function lookedAfter({ people }: WithPeople): LookedAfter | undefined {
  return people?.lookedAfter === 'yes' ? people : undefined;
}
