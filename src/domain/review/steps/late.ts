import type { Instant } from '../../time.ts';
import { annualPartOf } from '../annual-part.ts';
import { type Refusal, refusal } from '../decision.ts';
import { wasLate } from '../held.ts';
import type { Review } from '../review.ts';
import { instead, recordStands, untilConcluded } from './instead.ts';
import { type Instead, type Stages, TAKES } from './step.ts';

/*
 * What the meeting did not have is still taken: of an annual review until the report of its meeting is sent, of another until
 * the review is closed, which is how long its record is worked with. What the meeting had before it stands as it was.
 */

const reportSent = instead(
  'The report has been sent, so this part can no longer be changed. Add a correction to the record instead.',
  'correction',
);

/** Taken from the plan of the meeting until the review is closed; then `over` is said. Whether too late: `checkLate`. */
export const untilClosed = (over: Instead): Stages => ({ ...untilConcluded(over), acting: TAKES });

/** Refused once the report is sent, and in the place of what the meeting had before it. */
export function checkLate(review: Review, before?: { readonly at: Instant }): Refusal | undefined {
  if (review.stage !== 'acting') return undefined;
  if (annualPartOf(review).report) return said(reportSent);
  return before && !wasLate(review, before.at) ? said(recordStands) : undefined;
}

/** Whether something that the meeting did not have can be recorded now that it is over. */
export function isTakenLate(review: Review, before?: { readonly at: Instant }): boolean {
  return review.stage === 'acting' && !checkLate(review, before);
}

const said = ({ code, say, offer }: Instead): Refusal => refusal(code, say, { offer });
