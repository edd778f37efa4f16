import { z } from 'zod';
import { PLAN_KINDS } from '../plans/index.ts';
import { fields } from '../stored.ts';
import { reviewContentFields } from './review-content.ts';

export type * from './review-content.ts';

/** The review of one of a pupil's plans. */
export const reviewSchema = fields({
  ...reviewContentFields,
  /** Which of the pupil's plans it is of: they have one of a kind. */
  kind: z.enum(PLAN_KINDS),
});
export interface Review extends z.infer<typeof reviewSchema> {}
