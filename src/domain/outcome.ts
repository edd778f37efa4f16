import { z } from 'zod';
import { storedFields } from './questions/stored-answers.ts';
import { OUTCOME } from './review/questions/outcome.ts';
import { personIdSchema } from './school.ts';
import { fields, optional } from './stored.ts';
import { instantSchema, localDateSchema } from './time.ts';

export type { LittleProgressReason, OutcomeKind, Recommendation } from './review/questions/outcome-codes.ts';

/** The parts of an LA's annual review report that no other form asks for. */
const reportPartsSchema = fields({
  healthAndCare: z.string(),
  /** From Year 9: employment, independent living, friends and community, health (Code of Practice 8.9–8.10). */
  adulthood: z.string(),
  personalBudget: z.string(),
});
export interface ReportParts extends z.infer<typeof reportPartsSchema> {}

const { topUpFunding: _asked, nextReviewBy: _set, ...outcome } = storedFields(OUTCOME);
/** What was decided, or recommended: always in words beside the choice ("there isn't a box for sort of"). */
export const outcomeSchema = fields({
  ...outcome,
  topUpFunding: z.boolean(),
  /** The day the next review is to be held by, where the SENCO set one. */
  nextReviewBy: optional(localDateSchema),
  /** What an annual review's report has besides; '' where nothing was said. */
  report: optional(reportPartsSchema),
  decidedBy: personIdSchema,
  at: instantSchema,
});
export interface Outcome extends z.infer<typeof outcomeSchema> {}
