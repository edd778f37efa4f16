import type { PlanKind } from '../../src/domain/plans/index.ts';
import type { Plan, Pupil } from '../../src/domain/school/pupil.ts';
import type { PlanContent } from '../../src/domain/school/school.ts';
import type { Due } from '../../src/domain/statute/due.ts';
import { duesOf } from '../../src/domain/statute/due.ts';

/** What a test says of a pupil with one plan: of the plan in the same breath. */
export type OfAPupil = Partial<Omit<Pupil, 'plans'>> &
  Partial<Omit<Plan, 'kind'>> & { readonly plan?: PlanKind | 'none'; readonly plans?: readonly Plan[] };

/** A pupil with one plan, of the kind that is given. */
export function withOnePlan(base: Plan, given: OfAPupil, pupil: Omit<Pupil, 'plans'>): Pupil {
  const { plan: kind = base.kind, plans, ...more } = given;
  const { planMade, lastReviewed, lastMeeting, lastDecision, la, laSince, ...others } = more;
  const { phaseTransfer, transferSettled, laWrote, laDecided, targets, ...own } = others;
  const dates = { planMade, lastReviewed, lastMeeting, lastDecision };
  const said = { ...dates, la, laSince, laWrote, laDecided, phaseTransfer, transferSettled, targets };
  const only = { ...base, ...Object.fromEntries(Object.entries(said).filter(([key]) => key in more)) };
  return { ...pupil, ...own, plans: plans ?? (kind === 'none' ? [] : [{ ...only, kind }]) };
}

/** The only plan of a pupil. */
export function only({ plans }: Pick<Pupil, 'plans'>): Plan {
  const [plan] = plans;
  if (!plan || plans.length > 1) throw new Error('not one plan');
  return plan;
}

/** The pupil with something else said of their only plan. */
export function withPlan(pupil: Pupil, given: Partial<Plan>): Pupil {
  return { ...pupil, plans: [{ ...only(pupil), ...given }] };
}

/** The pupil with nothing known of some things of their only plan. */
export function notKnown(pupil: Pupil, ...what: readonly (keyof PlanContent)[]): Pupil {
  const { kind, targets, ...more } = only(pupil);
  const known = Object.entries(more).filter(([key]) => !what.some((one) => one === key));
  return { ...pupil, plans: [{ kind, targets, ...Object.fromEntries(known) }] };
}

/** When the review of a pupil's only plan is due. */
export function theDue(...given: Parameters<typeof duesOf>): Due | undefined {
  return duesOf(...given)[0];
}
