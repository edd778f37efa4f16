import type { ReviewEvent } from '../events.ts';
import { evolve } from '../evolve.ts';
import { missingBefore } from '../guards.ts';
import type { Given } from './decision.ts';

/** These events and, where nothing is missing any more once they have happened, the review's end. */
export function andClosing(
  { review, actor, school }: Given,
  ...events: readonly ReviewEvent[]
): readonly ReviewEvent[] {
  const after = events.reduce((so, event) => evolve(so, event, actor), review);
  const closes = after.stage === 'acting' && missingBefore('close', after, school).length === 0;
  return closes ? [...events, { type: 'review-closed' }] : events;
}
