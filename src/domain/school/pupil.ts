import { z } from 'zod';
import { PLAN_KINDS, type PlanKind } from '../plans/index.ts';
import { storedFields } from '../questions/stored-answers.ts';
import type { Review } from '../review/review.ts';
import { fields, listOf, optional } from '../stored.ts';
import { EARLY_REVIEW } from './questions/early-review.ts';
import { planFields, pupilFields, recordedFields } from './school.ts';

const kindSchema = z.enum(PLAN_KINDS);

const planSchema = fields({ kind: kindSchema, ...planFields });
/** One of a pupil's plans. Its kind names it, for a pupil has no two of a kind. */
export interface Plan extends z.infer<typeof planSchema> {}

/** A request for an early review that was refused; one that was agreed is in the review it led to. */
const { answer: _answer, ...refused } = storedFields(EARLY_REVIEW);
const refusedRequestSchema = fields({
  id: z.string(),
  /** The plan whose review was asked for; left out where that was not kept. */
  kind: optional(kindSchema),
  ...refused,
  ...recordedFields,
});
export interface RefusedRequest extends z.infer<typeof refusedRequestSchema> {}

/** A pupil as stored. */
export const pupilSchema = fields({
  ...pupilFields,
  /** Each is due, reviewed and closed by itself. Empty is DfE code N: no plan, so nothing to review. */
  plans: listOf(planSchema),
  /** Requests for an early review that were refused, the oldest first. */
  refusedRequests: optional(listOf(refusedRequestSchema)),
});
export interface Pupil extends z.infer<typeof pupilSchema> {}

type OfPlan = { readonly kind: PlanKind };

/** The pupil's plan of a kind; undefined where they have none of it. */
export function planNamed({ plans }: Pupil, kind: string | undefined): Plan | undefined {
  return plans.find((plan) => plan.kind === kind);
}

/**
 * The plan under which a review is gone on with: its own or, once the pupil has that no longer, the first they have
 * now. Undefined where they have none.
 */
export function planUnder(pupil: Pupil, { kind }: OfPlan): Plan | undefined {
  return planNamed(pupil, kind) ?? pupil.plans[0];
}

/** Those of the pupil's reviews that are gone on with under `plan`; of a pupil without plans, all. */
export function reviewsUnder(
  pupil: Pupil,
  plan: OfPlan | undefined,
  reviews: readonly Review[],
): readonly Review[] {
  return reviews.filter((review) => planUnder(pupil, review)?.kind === plan?.kind);
}

/** The kind of plan, where a pupil has several and it must be said which. */
export function kindToSay({ plans }: Pupil, { kind }: OfPlan): PlanKind | undefined {
  return plans.length > 1 ? kind : undefined;
}
