import type { PlanKind } from '../plans/index.ts';
import type { AnnualBeginning } from '../plans/timetable.ts';
import type { Addressing } from '../school/addressee.ts';
import type { PersonId, Target } from '../school/school.ts';
import type { Instant } from '../time.ts';
import { NOTHING_YET } from './annual.ts';
import type { EarlyRequest, LastReview, Review } from './review.ts';

/** The fact that a review begins with: no step makes it, for there is no review yet to take one. */
export interface ReviewStarted {
  readonly type: 'review-started';
  readonly id: string;
  readonly schoolId: string;
  readonly pupilId: string;
  readonly ref: string;
  readonly kind: PlanKind;
  readonly lead: PersonId;
  readonly targets: readonly Target[];
  /** What the review before it left, where there was one. */
  readonly last?: LastReview;
  /** For a plan whose reviews address young people themselves. */
  readonly addressing?: Addressing;
  /** Where the plan names no school. */
  readonly noSchool?: true;
  readonly early?: EarlyRequest;
  /** For an annual review only, and then always. */
  readonly annual?: AnnualBeginning;
  readonly at: Instant;
}

/** The review as it begins: version 0, nothing planned. */
export function begin(started: ReviewStarted): Review {
  const { id, schoolId, pupilId, ref, kind, lead, targets, last, addressing, noSchool, early, annual, at } =
    started;
  return {
    ...{ id, schoolId, pupilId, ref, kind, lead, targets },
    version: 0,
    stage: 'preparing',
    startedAt: at,
    ...(last && { last }),
    ...(addressing && { addressing }),
    ...(noSchool && { noSchool }),
    ...(early && { early }),
    ...(annual && { annual: { ...NOTHING_YET, ...annual } }),
    evidence: [],
    targetReviews: [],
    newTargets: [],
    provision: [],
    disagreements: [],
    actions: [],
    corrections: [],
    taken: [],
    history: [],
    messages: [],
  };
}
