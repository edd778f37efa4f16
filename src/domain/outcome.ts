import { z } from 'zod';
import { personIdSchema } from './school.ts';
import { fields, listOf, optional } from './stored.ts';
import { instantSchema, localDateSchema } from './time.ts';

/** The four outcomes of a review of SEN Support or an early years plan (seed 003). */
const supportOutcomeSchema = z.enum(['plan-ended', 'continues', 'updated', 'ehc-assessment']);
/** What an annual review recommends to the local authority, which decides (Code of Practice 9.176). */
const recommendationSchema = z.enum(['recommend-keep', 'recommend-amend', 'recommend-cease']);
export type Recommendation = z.infer<typeof recommendationSchema>;
const outcomeKindSchema = z.enum([...supportOutcomeSchema.options, ...recommendationSchema.options]);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

/** Why there was little progress (seed 003, "Top Tips"). */
const littleProgressReasonSchema = z.enum([
  'not-put-into-practice',
  'beyond-control',
  'wrong-intervention',
  'too-ambitious',
  'measured-badly',
  'needs-not-met',
]);
export type LittleProgressReason = z.infer<typeof littleProgressReasonSchema>;

/** The parts of an LA's annual review report that no other form asks for. */
const reportPartsSchema = fields({
  healthAndCare: z.string(),
  /** From Year 9: employment, independent living, friends and community, health (Code of Practice 8.9–8.10). */
  adulthood: z.string(),
  personalBudget: z.string(),
});
export interface ReportParts extends z.infer<typeof reportPartsSchema> {}

export const outcomeSchema = fields({
  kind: outcomeKindSchema,
  /** Always asked beside the choice: "there isn't a box for sort of". */
  inWords: z.string(),
  reasons: listOf(littleProgressReasonSchema),
  topUpFunding: z.boolean(),
  /** "What will actually change for the child?", for a parent to read. */
  whatWillChange: z.string(),
  /** The day the next review is to be held by, where the SENCO set one. */
  nextReviewBy: optional(localDateSchema),
  /** What an annual review's report has besides; '' where nothing was said. */
  report: optional(reportPartsSchema),
  decidedBy: personIdSchema,
  at: instantSchema,
});
export interface Outcome extends z.infer<typeof outcomeSchema> {}
