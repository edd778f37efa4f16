import { decide } from '../../src/domain/review/decide.ts';
import type { Refusal } from '../../src/domain/review/decision.ts';
import type { Fact } from '../../src/domain/review/facts.ts';
import type { Review, Stage } from '../../src/domain/review/review.ts';
import type { Command } from '../../src/domain/review/steps/index.ts';
import type { PersonId, School } from '../../src/domain/school/school.ts';
import type { Instant } from '../../src/domain/time.ts';
import { aSchool, SENCO } from './builders.ts';

/** A likely moment for each stage of the builders' review: ten days before its meeting, at it, a week after. */
export const AT: Readonly<Record<Stage, Instant>> = {
  preparing: '2026-11-02T10:00:00.000Z',
  gathering: '2026-11-10T10:00:00.000Z',
  meeting: '2026-11-24T15:00:00.000Z',
  acting: '2026-12-01T10:00:00.000Z',
  closed: '2026-12-03T10:00:00.000Z',
  cancelled: '2026-12-03T10:00:00.000Z',
};

export interface By {
  readonly who?: PersonId;
  readonly at?: Instant;
  readonly school?: School;
}

function decision(
  review: Review,
  command: Command,
  { who = SENCO, at = AT[review.stage], school = aSchool() }: By,
) {
  return decide(review, command, { who, at }, school);
}

/** What happens when `command` is given to `review`, by the SENCO unless said otherwise; fails when it is refused. */
export function eventsOf(review: Review, command: Command, by: By = {}): readonly Fact[] {
  const decided = decision(review, command, by);
  if (!decided.ok) throw new Error(`refused: ${decided.refusal.code}: ${decided.refusal.say}`);
  return decided.facts;
}

/** Why `command` is refused; fails when it is not. */
export function refusalOf(review: Review, command: Command, by: By = {}): Refusal {
  const decided = decision(review, command, by);
  if (decided.ok) throw new Error(`not refused: ${JSON.stringify(decided.facts)}`);
  return decided.refusal;
}
