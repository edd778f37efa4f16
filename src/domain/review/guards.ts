import { type GuardedStep, planRow } from '../plans/index.ts';
import type { School } from '../school/school.ts';
import { offerIn } from './flow.ts';
import type { MeetingPart, MissingOf } from './guards/missing.ts';
import { OBLIGATION_ROWS, type ObligationKind } from './obligations/index.ts';
import { outcomeChoice } from './outcomes.ts';
import type { OutcomeKind, Review } from './review.ts';

/** What can be missing: what somebody owes, and what the meeting itself does. */
type MissingPart = ObligationKind | MeetingPart;

/** Something the review still lacks before its next step. */
export type Missing = MissingOf<MissingPart>;

/** What a step waits for of all that is owed, as its rows say. */
function owedBefore(step: GuardedStep, review: Review, school: School): readonly Missing[] {
  return OBLIGATION_ROWS.flatMap(({ missing }) =>
    missing?.before.includes(step) ? missing.of(review, school) : [],
  );
}

/**
 * What is missing in `review` before `step`, each with the form that puts it right: what is owed, then what the meeting
 * itself does. For the step 'outcome' pass the one that is chosen, for some need more than others.
 */
export function missingBefore(
  step: GuardedStep,
  review: Review,
  school: School,
  outcome?: OutcomeKind,
): readonly Missing[] {
  const plan = planRow(review.kind);
  const given = { plan, review, school, outcome: outcome && outcomeChoice(outcome) };
  return [...owedBefore(step, review, school), ...plan.before[step].flatMap((guard) => guard(given))].map(
    (one) => ({ ...one, offer: offerIn(review.kind, one.offer) }),
  );
}
