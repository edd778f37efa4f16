import { offerIn } from './flow.ts';
import { missingAttendance, missingSectionChange } from './guards/annual.ts';
import type { GuardedStep, MissingOf } from './guards/missing.ts';
import { missingAction, missingTargetReviews, openActions } from './guards/shared.ts';
import { OBLIGATION_ROWS, type ObligationKind } from './review/obligations/index.ts';
import type { OutcomeKind, Review } from './review.ts';
import type { PlanKind, School } from './school.ts';

/** What can be missing: what somebody owes, and what the meeting itself does. */
export type MissingPart =
  | ObligationKind
  | 'target-review'
  // No action is agreed at all; what is owed of one that is, is 'open-action'.
  | 'action'
  | 'open-action'
  // Of an annual review only.
  | 'attendance'
  | 'section-change';

/** Something the review still lacks before its next step. */
export type Missing = MissingOf<MissingPart>;

/** What is missing of one thing; `outcome` is the one chosen, where one is. */
type Guard = (review: Review, school: School, outcome?: OutcomeKind) => readonly Missing[];
type Guards = Readonly<Record<GuardedStep, readonly Guard[]>>;

/** What a step waits for of all that is owed, as its rows say. */
const owedBefore =
  (step: GuardedStep): Guard =>
  (review, school) =>
    OBLIGATION_ROWS.flatMap(({ missing }) =>
      missing?.before.includes(step) ? missing.of(review, school) : [],
    );

const SUPPORT: Guards = {
  openMeeting: [owedBefore('openMeeting')],
  outcome: [owedBefore('outcome'), missingTargetReviews, missingAction],
  close: [openActions, owedBefore('close')],
};

/** What each kind of review needs before each step. A meeting can be opened with things missing, but not without a date. */
const GUARDS: Readonly<Record<PlanKind, Guards>> = {
  'sen-support': SUPPORT,
  'early-years-iep': SUPPORT,
  ehcp: {
    ...SUPPORT,
    outcome: [
      owedBefore('outcome'),
      missingTargetReviews,
      missingAttendance,
      missingSectionChange,
      missingAction,
    ],
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
