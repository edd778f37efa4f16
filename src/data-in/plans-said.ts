import { planRow } from '../domain/plans/index.ts';
import type { FieldName } from '../domain/pupil/changed-here.ts';
import { refKey } from '../domain/pupil/who/person.ts';
import type { Plan } from '../domain/school/pupil.ts';
import type { SaidPlan, WantedPupil } from './wanted.ts';

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

/** Whether a row says anything of a field: what it leaves out is no word against what is known. */
export function says(row: WantedPupil, { field, plan: kind }: FieldName): boolean {
  const { plans, said, ref, upn } = row;
  if (field === 'plans') return (plans ?? said) !== undefined;
  if (kind) return plans !== undefined || (said ?? []).some((one) => isAbout(one, kind) && field in one);
  // A list without references has the UPN in its place.
  if (field === 'ref') return upn === undefined || refKey(ref) !== refKey(upn);
  return Reflect.get(row, field) !== undefined;
}

const isAbout = (plan: SaidPlan, kind: Plan['kind']) => plan.kind === kind || isLike(plan, { kind });
