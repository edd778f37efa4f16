import type { GuardedStep } from '../plans/index.ts';
import type { School } from '../school/school.ts';
import { type Missing, missingBefore } from './guards.ts';
import type { Review, Stage } from './review.ts';

export type { Missing } from './guards.ts';

const NEXT: Readonly<Partial<Record<Stage, GuardedStep>>> = {
  gathering: 'openMeeting',
  meeting: 'outcome',
  acting: 'close',
};

/**
 * What is missing before the review's next step: while gathering, before the meeting opens; at the meeting, before an
 * outcome that continues the plan; after it, before the review closes. Empty in every other stage.
 */
export function missingFor(review: Review, school: School): readonly Missing[] {
  const step = NEXT[review.stage];
  return step ? missingBefore(step, review, school) : [];
}
