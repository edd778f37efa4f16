import { z } from 'zod';
import { storedAnswers, storedFields } from '../questions/stored-answers.ts';
import { personIdSchema } from '../school/school.ts';
import { fields, listOf, optional } from '../stored.ts';
import { instantSchema, localDateSchema } from '../time.ts';
import { OUTCOME } from './questions/outcome.ts';
import { littleProgressReasonSchema, outcomeKindSchema } from './questions/outcome-codes.ts';
import { REPORT_PARTS } from './questions/report-parts.ts';

export type { LittleProgressReason, OutcomeKind } from './questions/outcome-codes.ts';

export type { ReportParts } from './questions/report-parts.ts';

// Who sends what is asked for is kept with the request.
const {
  topUpFunding: _asked,
  nextReviewBy: _set,
  sends: _sends,
  sendBy: _by,
  ...outcome
} = storedFields(OUTCOME);
/** What was decided, or recommended: always in words beside the choice ("there isn't a box for sort of"). */
export const outcomeSchema = fields({
  ...outcome,
  kind: outcomeKindSchema,
  reasons: listOf(littleProgressReasonSchema),
  topUpFunding: z.boolean(),
  /** The day the next review is to be held by, where the SENCO set one. */
  nextReviewBy: optional(localDateSchema),
  /** What an annual review's report has besides; '' where nothing was said. */
  report: optional(storedAnswers(REPORT_PARTS)),
  decidedBy: personIdSchema,
  at: instantSchema,
});
export interface Outcome extends z.infer<typeof outcomeSchema> {}
