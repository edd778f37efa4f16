import type { PlanKind } from '../domain/plans/index.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { ActionData, CardMessage } from '../presentation/message.ts';
import { choosePlanCard } from '../presentation/screens/choose-plan.ts';

/** Which kind of plan of a pupil's is meant: one; none, where none fits; or it is to be asked. */
export type WhichPlan =
  | { readonly is: 'one'; readonly kind: PlanKind }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly ask: CardMessage };

/**
 * The kind of plan that was named or, where none was, the only one that fits. Where one was named that is there no longer,
 * it is asked, for nobody meant another. `fitting` are those that may be meant; `pressFor` is the button that says the same
 * again and names one.
 */
export function whichPlan(
  pupil: Pupil,
  named: string | undefined,
  fitting: readonly PlanKind[],
  pressFor: (kind: PlanKind) => ActionData,
): WhichPlan {
  const [first, ...more] = fitting;
  const there = [...pupil.plans.map((plan) => plan.kind), ...fitting];
  const kind = named === undefined ? more.length === 0 && first : there.find((one) => one === named);
  if (kind) return { is: 'one', kind };
  if (!first) return { is: 'none' };
  return {
    is: 'several',
    ask: choosePlanCard(
      pupil,
      fitting.map((one) => ({ kind: one, send: pressFor(one) })),
    ),
  };
}
