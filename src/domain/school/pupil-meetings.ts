import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { fields, listOf, optional } from '../stored.ts';
import { MET } from './questions/met.ts';
import { recordedFields } from './school.ts';

/** A meeting with a pupil's parents besides a review, as kept on the pupil: `by` and `at` say who recorded it, and when. */
export const parentMeetingSchema = fields({
  id: z.string(),
  ...storedFields(MET),
  ...recordedFields,
  /** By whom, and when, what is kept of it was put right: the oldest first. */
  corrected: optional(listOf(fields(recordedFields))),
  /** It was recorded by mistake: kept, and counted no more. */
  takenBack: optional(fields(recordedFields)),
});
export interface ParentMeeting extends z.infer<typeof parentMeetingSchema> {}

type WithMeetings = { readonly meetings?: readonly ParentMeeting[] };

/** The meetings with parents that stand, in the order they were held. */
export function meetingsOf({ meetings = [] }: WithMeetings): readonly ParentMeeting[] {
  return meetings
    .filter(({ takenBack }) => !takenBack)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}
