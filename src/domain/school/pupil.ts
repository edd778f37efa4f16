import { z } from 'zod';
import { PLAN_KINDS, type PlanKind } from '../plans/index.ts';
import { storedFields } from '../questions/stored-answers.ts';
import { isUnderWay } from '../review/held.ts';
import { provisionSchema } from '../review/meeting-notes.ts';
import type { Review } from '../review/review.ts';
import { fields, listOf, optional } from '../stored.ts';
import { localDate } from '../time.ts';
import { changedHereSchema } from './changed-here.ts';
import { familySaysSchema } from './family-says.ts';
import { holdFields } from './legal-hold.ts';
import { peopleSchema } from './people.ts';
import { saidPlaceSchema } from './place.ts';
import { profileSchema } from './profile.ts';
import { parentMeetingSchema } from './pupil-meetings.ts';
import { EARLY_REVIEW } from './questions/early-review.ts';
import { planFields, pupilFields, recordedFields } from './school.ts';

const kindSchema = z.enum(PLAN_KINDS);

/** What is wrong with a second plan of a kind, in words for an IT manager. */
const OF_A_KIND_TWICE = 'names a kind of plan that the pupil has already';

const planSchema = fields({
  kind: kindSchema,
  ...planFields,
  /** Support as the plan has it before its first review here, where a SENCO has written it down. */
  provision: optional(listOf(provisionSchema)),
});
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

function noTwoOfAKind(plans: readonly Plan[], context: z.RefinementCtx): void {
  plans.forEach(({ kind }, n) => {
    if (plans.findIndex((plan) => plan.kind === kind) === n) return;
    context.addIssue({ code: 'custom', path: [n, 'kind'], message: OF_A_KIND_TWICE });
  });
}

/** A pupil as stored. */
export const pupilSchema = fields({
  ...pupilFields,
  /** Each is due, reviewed and closed by itself. Empty is DfE code N: no plan, so nothing to review. */
  plans: listOf(planSchema).superRefine(noTwoOfAKind),
  /** The people around them, where a SENCO has said. */
  people: optional(peopleSchema),
  /** Requests for an early review that were refused, the oldest first. */
  refusedRequests: optional(listOf(refusedRequestSchema)),
  /** Meetings with the parents besides reviews, as they were recorded. */
  meetings: optional(listOf(parentMeetingSchema)),
  /** What the family says is wrong, as it was recorded, the oldest first. */
  familySays: optional(listOf(familySaysSchema)),
  /** One-page profiles, as they were written: the last stands. */
  profiles: optional(listOf(profileSchema)),
  /** Where they are educated, as it was said: the last stands. */
  places: optional(listOf(saidPlaceSchema)),
  ...holdFields,
  /** What was changed in a form since a list last said the same, each field once: see `pupil/changed-here.ts`. */
  changedHere: optional(listOf(changedHereSchema)),
  /** Nobody has said yet whether they have SEN: the list they came with says nothing of it. */
  senNotSaid: optional(z.literal(true)),
});
export interface Pupil extends z.infer<typeof pupilSchema> {}

type OfPlan = { readonly kind: PlanKind };

/** The pupil's plan of a kind; undefined where they have none of it. */
export function planNamed({ plans }: Pupil, kind: string | undefined): Plan | undefined {
  return plans.find((plan) => plan.kind === kind);
}

/**
 * The plan under which a review is gone on with, given all reviews of the pupil: the one of its kind. Where that is gone, the
 * one that took its place, as an EHC plan does of SEN Support. Undefined where there is none: the review then stands by
 * itself, until it is finished or cancelled.
 */
export function planUnder(pupil: Pupil, review: Review, reviews: readonly Review[]): Plan | undefined {
  return planNamed(pupil, review.kind) ?? successorFor(pupil, review, reviews);
}

// A plan that was there when the review began stood beside the one that is gone, so it is no successor; nor is it known
// which of two reviews it would take over.
function successorFor(
  { plans }: Pupil,
  { id, startedAt }: Review,
  reviews: readonly Review[],
): Plan | undefined {
  const [plan, ...more] = plans;
  if (!plan || more.length > 0) return undefined;
  const others = reviews.filter((one) => one.id !== id);
  const hasItsOwn = others.some(({ kind, stage }) => kind === plan.kind && stage !== 'cancelled');
  const begun = localDate(startedAt);
  const stoodBeside = [plan.planMade, plan.lastDecision].some((day) => day !== undefined && day < begun);
  return hasItsOwn || stoodBeside || others.some(isUnderWay) ? undefined : plan;
}

/** The kind of plan by which a review is called for: of the plan it is gone on with under, else its own. */
export function kindUnder(pupil: Pupil, review: Review, reviews: readonly Review[]): PlanKind {
  return planUnder(pupil, review, reviews)?.kind ?? review.kind;
}

/** Those of all the pupil's reviews that are gone on with under `plan`; with no plan, those that stand by themselves. */
export function reviewsUnder(
  pupil: Pupil,
  plan: OfPlan | undefined,
  reviews: readonly Review[],
): readonly Review[] {
  return reviews.filter((review) => planUnder(pupil, review, reviews)?.kind === plan?.kind);
}

/** The reviews under way whose plan is gone and that no other plan took over, of all the pupil's. */
export function standingAlone(pupil: Pupil, reviews: readonly Review[]): readonly Review[] {
  return reviewsUnder(pupil, undefined, reviews).filter(isUnderWay);
}

/** The kind of a plan, or of a review's plan, where it must be said because the pupil has several, or reviews of several. */
export function kindToSay(
  pupil: Pupil,
  { kind }: OfPlan,
  reviews: readonly Review[] = [],
): PlanKind | undefined {
  const counting = reviews.filter((review) => isUnderWay(review) || review.kind === kind);
  const called = counting.map((review) => kindUnder(pupil, review, reviews));
  return new Set([...pupil.plans.map((plan) => plan.kind), ...called]).size > 1 ? kind : undefined;
}
