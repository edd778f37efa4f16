import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { recordedFields } from '../school/school.ts';
import { fields, optional } from '../stored.ts';
import type { Instant } from '../time.ts';
import { KEEP_MEETING, REARRANGE, SENT_IN } from './questions/from-families.ts';

/** That somebody asked to hold the meeting at another time; `kept`: why it stays as it is. */
export const rearrangementSchema = fields({
  id: z.string(),
  ...recordedFields,
  ...storedFields(REARRANGE),
  kept: optional(fields({ ...recordedFields, ...storedFields(KEEP_MEETING) })),
});
export interface Rearrangement extends z.infer<typeof rearrangementSchema> {}

/** Something a family sent in for the meeting, and where it is kept. */
export const sentInSchema = fields({ id: z.string(), ...recordedFields, ...storedFields(SENT_IN) });
export interface SentIn extends z.infer<typeof sentInSchema> {}

/** What of a review says who waits for an answer. */
interface Rearranging {
  readonly meeting?: object;
  readonly rearrangements?: readonly Rearrangement[];
  readonly earlierMeetings?: readonly { readonly at: Instant }[];
}

/** Those who asked for another time and wait for an answer: the meeting was not moved or called off since, nor kept with a reason. */
export function rearrangementsOpen({
  meeting,
  rearrangements = [],
  earlierMeetings = [],
}: Rearranging): readonly Rearrangement[] {
  if (!meeting) return [];
  return rearrangements.filter(({ at, kept }) => !kept && earlierMeetings.every((one) => one.at <= at));
}
