import { OUTCOMES, type PlanKind, planRow } from '../plans/index.ts';
import type { OutcomeChoice } from './outcome-choice.ts';
import type { OutcomeKind } from './review.ts';

export { OUTCOMES } from '../plans/index.ts';

/** What a review of this kind of plan can conclude, in the order in which it is offered. */
export function outcomesFor(kind: PlanKind): readonly OutcomeChoice[] {
  return planRow(kind).outcomes;
}

/** The outcome with this code. */
export function outcomeChoice(code: OutcomeKind): OutcomeChoice {
  const found = OUTCOMES.find((choice) => choice.code === code);
  if (!found) throw new Error('no such outcome');
  return found;
}
