import { type AnnualReview, adviceAwaited } from '../annual.ts';
import { type Clock, clockOf, type Step } from '../clock.ts';
import type { ObligationKind } from '../obligations.ts';
import type { Review } from '../review.ts';
import type { RuleDate } from '../statute.ts';
import { type LocalDate, later } from '../time.ts';

/** Something owed around the meeting of an annual review: by when, and why then. */
export interface AnnualDuty {
  readonly kind: Extract<ObligationKind, Step>;
  readonly due: LocalDate;
  readonly why: RuleDate;
}

/**
 * What is owed before the meeting of an annual review: the advice of those outside, and that all of it is sent round.
 * Where the meeting was set at short notice, it is due on the day people were invited at the earliest.
 */
export function owedBefore(review: Review): readonly AnnualDuty[] {
  const { annual } = review;
  if (!annual) return [];
  const clock = clockOf(review);
  const kinds: readonly AnnualDuty['kind'][] = [
    ...(adviceAwaited(annual).length > 0 ? (['advice'] as const) : []),
    ...(annual.circulated ? [] : (['circulate'] as const)),
  ];
  return duties(clock, kinds).map((duty) => ({
    ...duty,
    due: later(duty.due, annual.invitedOn ?? duty.due),
  }));
}

/**
 * What is owed once the recommendation is recorded: the report; the local authority's decision, to be chased; and, where
 * it amends the plan, its notice, the answer to that, and the final plan.
 */
export function owedAfter(review: Review): readonly AnnualDuty[] {
  const { annual } = review;
  return annual ? duties(clockOf(review), outstanding(annual)) : [];
}

function outstanding({ report, decision, notice, comments, finalPlan }: AnnualReview): AnnualDuty['kind'][] {
  const amending = decision?.kind === 'amend';
  return [
    ...(report ? [] : (['report'] as const)),
    ...(decision ? [] : (['la-decision'] as const)),
    ...(amending && !notice ? (['notice'] as const) : []),
    // Once the final plan is there, nothing that is said to the notice changes it.
    ...(amending && notice && !comments && !finalPlan ? (['comments'] as const) : []),
    ...(amending && !finalPlan ? (['final-plan'] as const) : []),
  ];
}

function duties(clock: Clock, kinds: readonly AnnualDuty['kind'][]): readonly AnnualDuty[] {
  return kinds.flatMap((kind) => {
    const why = clock[kind];
    return why ? [{ kind, due: why.date, why }] : [];
  });
}
