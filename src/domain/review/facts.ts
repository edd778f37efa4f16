import { CLOSING, type ReviewClosed } from './review-closed.ts';
import type { ReviewStarted } from './review-started.ts';
import { STEPS, type StepFact } from './steps/index.ts';
import type { FactRow } from './steps/step.ts';

/** What can happen to a review that has begun. */
export type LaterFact = StepFact | ReviewClosed;

/** What happened. `evolve` applies it; `messagesFor` says who is to be told. */
export type Fact = ReviewStarted | LaterFact;

// Facts are listed by their types in the step that makes them, so a row found by a fact's type takes that fact.
const ROWS: ReadonlyMap<string, FactRow<LaterFact>> = new Map(
  [CLOSING, ...Object.values(STEPS).map(({ facts }) => facts)].flatMap((facts) => Object.entries(facts)),
);

/** What a fact of this type does. Throws for none: there is a row for each. */
export function factRow(type: LaterFact['type']): FactRow<LaterFact> {
  const row = ROWS.get(type);
  if (!row) throw new Error(`no step says what ${type} does`);
  return row;
}
