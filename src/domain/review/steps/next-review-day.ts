import { latestNextReview } from '../../statute/next-review.ts';
import { localDate } from '../../time.ts';
import { dayInWords } from '../checks.ts';
import { type Refusal, refusal } from '../decision.ts';
import { heldOn } from '../held.ts';
import { outcomeChoice } from '../outcomes.ts';
import type { Outcome } from '../review.ts';
import type { Given } from './step.ts';

/** The day the next review is to be held by, where an outcome sets one: a plan that goes on, and no later than it is due. */
export function checkNextReview(
  { review, today, school }: Given,
  { kind, nextReviewBy }: Pick<Outcome, 'kind' | 'nextReviewBy'>,
): Refusal | undefined {
  if (nextReviewBy === undefined) return undefined;
  const field = 'nextReviewBy';
  if (!outcomeChoice(kind).continues) {
    return refusal('date-order', 'A plan that ends has no next review. Please leave this day empty.', {
      field,
    });
  }
  const meeting = heldOn(review);
  if (nextReviewBy <= today) return refusal('date-past', 'Please choose a day after today.', { field });
  if (nextReviewBy <= meeting)
    return refusal('date-order', 'Please choose a day after the meeting.', { field });
  const last = latestNextReview(review.kind, meeting, localDate(review.startedAt), undefined, school);
  if (nextReviewBy <= last.date) return undefined;
  const say = `Please choose ${dayInWords(last.date)} or earlier: the next review is due by then.`;
  return refusal('date-too-late', say, { field });
}
