import type { Step } from '../../statute/clock.ts';
import { later } from '../../time.ts';
import { annualPartOf } from '../annual-part.ts';
import type { Review } from '../review.ts';
import type { Duty, Settled, Situation } from './row.ts';

/** A step of an annual review as the lead owes it: by the day the law gives; nothing where it has no day as yet. */
export function byClock({ clock, lead }: Situation, step: Step): readonly Duty[] {
  const why = clock()[step];
  return why ? [{ who: lead, due: why.date, why }] : [];
}

/**
 * As `byClock`, for what is to be done before a meeting that is set. Where that was set at short notice, it is due on the
 * day people were invited at the earliest.
 */
export function byClockBefore(situation: Situation, step: Step): readonly Duty[] {
  const { meeting } = situation.review;
  const { invitedOn } = annualPartOf(situation.review);
  if (!meeting) return [];
  return byClock(situation, step).map((duty) => ({
    ...duty,
    due: later(duty.due, invitedOn ?? duty.due),
  }));
}

/** Whether a letter can be recorded while it is waited for, or put right, also once the review is closed. */
export function takesLetter({ stage }: Review, letter: object | undefined): boolean {
  return stage === 'acting' || (stage === 'closed' && letter !== undefined);
}

/** What became of something that is recorded once it is there. */
export function recordedIf(record: object | boolean | undefined): Settled {
  return { is: record ? 'recorded' : 'over' };
}
