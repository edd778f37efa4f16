import { rowNamed } from '../review/obligations/index.ts';
import type { Settled } from '../review/obligations/row.ts';
import { isOpen } from '../review/open-actions.ts';
import type { Action, Review } from '../review/review.ts';
import { isQuiet } from '../school/place.ts';
import type { School } from '../school/school.ts';
import type { Instant, LocalDate } from '../time.ts';
import { obligationNamed } from './obligation-id.ts';

export type { Settled } from '../review/obligations/row.ts';

/** An action that got a later day after `since`: it is owed still, but it has been answered. */
export function movedSince(action: Action, since: Instant): Settled | undefined {
  const last = action.extensions.at(-1);
  return last && last.at > since && isOpen(action) ? { is: 'moved', to: last.to } : undefined;
}

/**
 * What has become of an obligation that is not owed any more, by its id; `school` is the review's own. While nothing is asked
 * of the review, what is neither done nor answered is over.
 */
export function settledAs(id: string, review: Review, school: School, today?: LocalDate): Settled {
  const { kind, who, about } = obligationNamed(id);
  const became = rowNamed(kind)?.settled({ review, school, who, about }) ?? { is: 'over' };
  const goesOn = became.is === 'moved' || became.is === 'given';
  return goesOn && isQuiet(review.quiet, today) ? { is: 'over' } : became;
}
