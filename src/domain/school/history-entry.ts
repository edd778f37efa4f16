import { z } from 'zod';
import { fields, listOf } from '../stored.ts';
import { instantSchema } from '../time.ts';

/** What was done, by whom (a person's id) and when, and which fields it touched: never their text. */
const historyEntrySchema = fields({
  by: z.string(),
  at: instantSchema,
  what: z.string(),
  fields: listOf(z.string()),
});
export interface HistoryEntry extends z.infer<typeof historyEntrySchema> {}

/** What was done to a document, the oldest first. */
export const historySchema = listOf(historyEntrySchema);
