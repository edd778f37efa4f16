import { offerIn } from './flow.ts';
import {
  missingAdvice,
  missingAfterwards,
  missingAttendance,
  missingCirculation,
  missingSectionChange,
} from './guards/annual.ts';
import type { Missing } from './guards/missing.ts';
import {
  missingAction,
  missingEvidence,
  missingMeeting,
  missingTargetReviews,
  missingViews,
  openActions,
} from './guards/shared.ts';
import type { OutcomeKind, Review } from './review.ts';
import type { PlanKind, School } from './school.ts';

/** A step of a review that must find things in their place. */
export type GuardedStep = 'openMeeting' | 'outcome' | 'close';

/** What is missing of one thing; `outcome` is the one chosen, where one is. */
type Guard = (review: Review, school: School, outcome?: OutcomeKind) => readonly Missing[];
type Guards = Readonly<Record<GuardedStep, readonly Guard[]>>;

const SUPPORT: Guards = {
  openMeeting: [missingMeeting, missingEvidence, missingViews],
  outcome: [missingViews, missingTargetReviews, missingAction],
  close: [openActions],
};

/** What each kind of review needs before each step. A meeting can be opened with things missing, but not without a date. */
const GUARDS: Readonly<Record<PlanKind, Guards>> = {
  'sen-support': SUPPORT,
  'early-years-iep': SUPPORT,
  ehcp: {
    openMeeting: [missingMeeting, missingEvidence, missingAdvice, missingCirculation, missingViews],
    outcome: [missingViews, missingTargetReviews, missingAttendance, missingSectionChange, missingAction],
    close: [openActions, missingAfterwards],
  },
};

/**
 * What is missing in `review` before `step`, each with the form that puts it right. For the step 'outcome' pass the one
 * that is chosen, for some need more than others.
 */
export function missingBefore(
  step: GuardedStep,
  review: Review,
  school: School,
  outcome?: OutcomeKind,
): readonly Missing[] {
  return GUARDS[review.kind][step]
    .flatMap((guard) => guard(review, school, outcome))
    .map((one) => ({ ...one, offer: offerIn(review.kind, one.offer) }));
}
