import { z } from 'zod';

/** The four outcomes of a review of SEN Support or an early years plan (Bristol Findability, SEN Support: Review). */
const supportOutcomeSchema = z.enum(['plan-ended', 'continues', 'updated', 'ehc-assessment']);
/** What an annual review recommends to the local authority, which decides (Code of Practice 9.176). */
const recommendationSchema = z.enum(['recommend-keep', 'recommend-amend', 'recommend-cease']);

/** All that a review of any kind can conclude. */
export const outcomeKindSchema = z.enum([...supportOutcomeSchema.options, ...recommendationSchema.options]);
export type OutcomeKind = z.infer<typeof outcomeKindSchema>;

/** Why there was little progress (Bristol Findability, SEN Support: Review, “Some Top Tips”). */
export const littleProgressReasonSchema = z.enum([
  'not-put-into-practice',
  'beyond-control',
  'wrong-intervention',
  'too-ambitious',
  'measured-badly',
  'needs-not-met',
]);
export type LittleProgressReason = z.infer<typeof littleProgressReasonSchema>;
