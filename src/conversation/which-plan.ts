import type { PlanKind } from '../domain/plans/index.ts';
import { type Plan, type Pupil, planNamed } from '../domain/school/pupil.ts';
import type { ActionData, CardMessage } from '../presentation/message.ts';
import { choosePlanCard } from '../presentation/screens/choose-plan.ts';

/** Which of a pupil's plans is meant: one; none, where none fits; or it is to be asked. */
export type WhichPlan =
  | { readonly is: 'one'; readonly plan: Plan }
  | { readonly is: 'none' }
  | { readonly is: 'several'; readonly ask: CardMessage };

/**
 * The plan that was named or, where none was, the only one that fits. Where one was named that the pupil has no longer, it
 * is asked, for nobody meant another. `fitting` are those that may be meant; `pressFor` is the button that says the same
 * again and names one.
 */
export function whichPlan(
  pupil: Pupil,
  named: string | undefined,
  fitting: readonly Plan[],
  pressFor: (kind: PlanKind) => ActionData,
): WhichPlan {
  const [first, ...more] = fitting;
  const plan = named === undefined ? more.length === 0 && first : planNamed(pupil, named);
  if (plan) return { is: 'one', plan };
  if (!first) return { is: 'none' };
  const choices = fitting.map(({ kind }) => ({ kind, send: pressFor(kind) }));
  return { is: 'several', ask: choosePlanCard(pupil, choices) };
}
