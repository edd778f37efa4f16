import { z } from 'zod';
import { fields, listOf, optional } from '../stored.ts';
import { localDateSchema } from '../time.ts';
import { recordedFields } from './school.ts';

/** All that is kept of a child stays, whatever the rule says: who says so, why, and to which day; without one, until it is lifted. */
const legalHoldSchema = fields({ ...recordedFields, why: z.string(), until: optional(localDateSchema) });
export interface LegalHold extends z.infer<typeof legalHoldSchema> {}

/** A hold that was lifted, or took another's place: by whom, when and why. */
const pastHoldSchema = fields({
  hold: legalHoldSchema,
  lifted: fields({ ...recordedFields, why: z.string() }),
});

/** What a pupil's document has of it. */
export const holdFields = {
  legalHold: optional(legalHoldSchema),
  /** Such holds before, the oldest first. */
  heldBefore: optional(listOf(pastHoldSchema)),
};
