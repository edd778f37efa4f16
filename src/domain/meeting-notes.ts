import { z } from 'zod';
import { deliveredSchema, progressSchema } from './answers.ts';
import { personIdSchema } from './school.ts';
import { fields, listOf, optional } from './stored.ts';
import { instantSchema, localDateSchema } from './time.ts';

/* What is noted at a review's meeting, and what becomes of its actions afterwards. */

/** What the meeting made of a target, and whether the target is still right. */
export const targetReviewSchema = fields({
  targetId: z.string(),
  progress: progressSchema,
  evidence: z.string(),
  delivered: deliveredSchema,
  difference: z.string(),
  stillRight: z.enum(['keep', 'change', 'retire']),
  /** The new wording and measure, when 'change'. */
  newText: optional(z.string()),
  newMeasure: optional(z.string()),
});
export interface TargetReview extends z.infer<typeof targetReviewSchema> {}

/** Provision by its parts (Code of Practice 9.69: detailed, specific and normally quantified). */
export const provisionSchema = fields({
  id: z.string(),
  what: z.string(),
  who: z.string(),
  howOften: z.string(),
  howLong: z.string(),
  groupSize: z.string(),
  howReviewed: z.string(),
});
export interface Provision extends z.infer<typeof provisionSchema> {}

export const disagreementSchema = fields({
  id: z.string(),
  /** Who disagrees, as they are to be named in the record. */
  who: z.string(),
  /** In their own words. */
  words: z.string(),
});
export interface Disagreement extends z.infer<typeof disagreementSchema> {}

const helpedSchema = z.enum(['yes', 'partly', 'no', 'too-early']);
export type Helped = z.infer<typeof helpedSchema>;

const recorded = { by: personIdSchema, at: instantSchema };

export const actionSchema = fields({
  id: z.string(),
  what: z.string(),
  targetId: optional(z.string()),
  /** The member of staff who answers for it. */
  owner: personIdSchema,
  /** Who does it, where that is somebody outside the school (a parent, a therapist): the owner chases it. */
  onBehalfOf: optional(z.string()),
  due: localDateSchema,
  howWeWillKnow: z.string(),
  addedAt: instantSchema,
  done: optional(fields({ ...recorded, what: z.string(), helped: helpedSchema })),
  extensions: listOf(fields({ ...recorded, from: localDateSchema, to: localDateSchema, why: z.string() })),
  /** Set while the owner says it isn't theirs and the SENCO has not yet decided. */
  disowned: optional(fields({ at: instantSchema, why: z.string(), suggested: optional(personIdSchema) })),
  /** Set while somebody says that it can't be done and the SENCO has not yet decided. */
  cannotBeDone: optional(fields({ ...recorded, why: z.string() })),
  /** The SENCO ended it without its being done. */
  withdrawn: optional(fields({ ...recorded, why: z.string() })),
});
export interface Action extends z.infer<typeof actionSchema> {}

/** What is noted at a meeting, and can be taken back there. */
export type Noted = 'action' | 'provision' | 'target' | 'disagreement' | 'section-change';
