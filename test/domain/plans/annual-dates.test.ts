import { describe, expect, it } from 'vitest';
import { isMetFor } from '../../../src/domain/plans/annual-dates.ts';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { LaDecided, PlanContent } from '../../../src/domain/school/school.ts';
import { transferDates } from '../../../src/domain/statute/transfer.ts';
import { anEhcPlan } from '../../support/annual-builders.ts';
import { dated, decision, meetingHeld } from '../../support/annual-dates.ts';
import { aPupil } from '../../support/builders.ts';
import { theDue } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const MET = '2026-10-05';

describe('the review that is gone on with for a move in September 2027', () => {
  const MOVE = { kind: 'primary-secondary', year: 2027 } as const;
  const move = { ...MOVE, ...transferDates(MOVE, TODAY), standing: 'in-time' } as const;
  const amend = { decision: decision('amend', '2026-11-01') };

  it.each<readonly [string, Partial<AnnualReview>, boolean]>([
    ['the plan is to be amended', amend, true],
    [
      'it was to be amended, and the final plan has come',
      { ...amend, finalPlan: dated('2026-11-09') },
      false,
    ],
    ['it was to be amended, and after all is not', { ...amend, notAmending: dated('2026-11-09') }, false],
    ['the plan is kept as it is', { decision: decision('keep', '2026-11-01') }, false],
    ['the plan is to cease', { decision: decision('cease', '2026-11-01') }, false],
    ['nothing is decided yet', {}, false],
  ])('is the one that was met for it, or not, given %s', (_, annual, goesOn) => {
    expect(isMetFor(meetingHeld(MET, annual), { ...move, meetingOn: MET, met: true })).toBe(goesOn);
  });

  it('is none that was met on another day, nor where no move is near', () => {
    const review = meetingHeld(MET, amend);
    expect(isMetFor(review, { ...move, meetingOn: '2026-10-06', met: true })).toBe(false);
    expect(isMetFor(review, move)).toBe(false);
    expect(isMetFor(review, undefined)).toBe(false);
  });
});

describe('given the SENCO recorded on a meeting which only the school’s data has that the plan is to cease', () => {
  // Two months from the letter of 6 October.
  const ceasing = { on: '2026-10-06', appealBy: '2026-12-07' };
  const said: LaDecided = { ...decision('cease', '2026-10-06'), meetingOn: '2026-09-15' };
  const found = (given: Partial<PlanContent>, ...reviews: readonly Review[]) => {
    const plan = { ...anEhcPlan({ lastDecision: said.on, lastMeeting: said.meetingOn }), ...given };
    const due = theDue(aPupil({ plans: [plan] }), reviews, TODAY)?.ceasing;
    return due && { on: due.on, appealBy: due.appealBy.date };
  };
  const kept = (metOn: string, on: string) => meetingHeld(metOn, { decision: decision('keep', on) });

  it('the plan stands until it can be appealed against no more', () => {
    expect(found({ planMade: '2023-09-10', laDecided: [said] })).toEqual(ceasing);
    expect(found({ planMade: '2023-09-10' })).toBeUndefined();
    const keep = { ...said, kind: 'keep' } as const;
    expect(found({ planMade: '2023-09-10', laDecided: [keep] })).toBeUndefined();
  });

  it('a plan made after that letter is another one; one made on its day, say by a slip, is not', () => {
    expect(found({ planMade: '2026-10-07', laDecided: [said] })).toBeUndefined();
    expect(found({ planMade: '2026-10-06', laDecided: [said] })).toEqual(ceasing);
  });

  it('a review here that was decided on an earlier meeting changes nothing', () => {
    expect(found({ laDecided: [said] }, kept('2025-10-01', '2025-10-20'))).toEqual(ceasing);
    expect(found({ laDecided: [said] }, kept('2026-09-14', '2026-09-30'))).toEqual(ceasing);
  });

  it('one that was decided on a later meeting, or on this very one, is what counts', () => {
    expect(found({ laDecided: [said] }, kept('2026-10-12', '2026-11-02'))).toBeUndefined();
    expect(found({ laDecided: [said] }, kept('2026-09-15', '2026-10-02'))).toBeUndefined();
  });
});

describe('given only meetings are known of a plan, and no decision of any', () => {
  const MARCH = '2026-03-02';
  const due = (...reviews: readonly Review[]) => {
    const { planMade: _, lastDecision: __, ...plan } = anEhcPlan({ lastMeeting: MARCH });
    return theDue(aPupil({ plans: [plan] }), reviews, TODAY);
  };
  const waits = (...reviews: readonly Review[]) => {
    const found = due(...reviews);
    return [found?.awaiting, ...(found?.alsoAwaiting ?? [])].map((one) => one?.meetingOn);
  };

  it('the one in the school’s data may well have been decided on: it is counted from, and not waited for', () => {
    expect(due()).toMatchObject({ countedFrom: MARCH, dueBy: '2027-03-01' });
    expect(waits()).toEqual([undefined]);
    expect(waits(meetingHeld('2026-10-20'))).toEqual(['2026-10-20']);
  });

  it('unless one before it waits here still: then both are waited for', () => {
    expect(waits(meetingHeld('2025-11-20'))).toEqual([MARCH, '2025-11-20']);
  });
});
