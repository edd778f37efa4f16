import { planRow } from '../domain/plans/index.ts';
import type { Plan } from '../domain/school/pupil.ts';
import type { SaidPlan } from './wanted.ts';

/**
 * A pupil's plans once a list has been taken. A list has one status for a pupil: it tells an EHC plan from the school's own, and
 * no more. So a plan of the school's own stays of the kind it is, a second plan beside the one that is named stays, and so
 * does whatever the list leaves out.
 * @param said what the list says; none is "no plan", and undefined that it does not say.
 */
export function plansSaid(before: readonly Plan[], said: readonly SaidPlan[] | undefined): readonly Plan[] {
  if (!said) return before;
  const after = said.map((one) => {
    const old = before.find((plan) => plan.kind === one.kind) ?? before.find((plan) => isLike(plan, one));
    return { targets: [], ...old, ...one, kind: old?.kind ?? one.kind };
  });
  const named = new Set(after.map(({ kind }) => kind));
  const isNamed = before.some(({ kind }) => named.has(kind));
  return [...after, ...(isNamed ? before.filter(({ kind }) => !named.has(kind)) : [])];
}

/** Whether the DfE has one code for both. */
const isLike = (plan: SaidPlan, other: SaidPlan) =>
  planRow(plan.kind).decidedElsewhere === planRow(other.kind).decidedElsewhere;
