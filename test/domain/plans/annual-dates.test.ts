import { describe, expect, it } from 'vitest';
import { isMetFor } from '../../../src/domain/plans/annual-dates.ts';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { LaDecided, PlanContent } from '../../../src/domain/school/school.ts';
import { transferDates } from '../../../src/domain/statute/transfer.ts';
import { anEhcPlan, anEhcpPupil } from '../../support/annual-builders.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { notKnown, type OfAPupil, theDue, withPlan } from '../../support/one-plan.ts';

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

  it('is the same once the plan came without naming the place: no other meeting is to be held for that', () => {
    const review = meetingHeld(MET, {
      ...amend,
      finalPlan: { ...dated('2026-11-09'), nextPlace: 'not-named' },
    });
    const met = { ...move, meetingOn: MET, met: true } as const;
    expect(isMetFor(review, { ...met, finalOn: '2026-11-09' })).toBe(true);
    expect(isMetFor(review, { ...met, meetingOn: '2026-10-06', finalOn: '2026-11-09' })).toBe(false);
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

describe('by when to meet after a meeting that is not decided on', () => {
  // Complete by 4 October 2027, twelve months after the meeting of 5 October 2026; met for eight weeks before, prepared four before that.
  const NEXT = { meetBy: '2027-08-09', nextComplete: { date: '2027-10-04' } };
  const never = { neverDecided: { by: SENCO, at: '2026-11-05T16:00:00.000Z', why: 'It answers nothing.' } };
  const due = (given: OfAPupil, annual: Partial<AnnualReview>, today: string) =>
    theDue(anEhcpPupil({ yearGroup: '2', ...given }), [meetingHeld(MET, annual)], today);

  it('counts back from the twelve months after that meeting, once the next is to be prepared', () => {
    expect(due({}, {}, '2027-07-11')).not.toHaveProperty('nextComplete');
    expect(due({}, {}, '2027-07-12')).toMatchObject({ ...NEXT, awaiting: { meetingOn: MET } });
  });

  it('counts from it at once where the decision is waited for no more', () => {
    expect(due({}, never, TODAY)).toMatchObject(NEXT);
    expect(due({}, never, TODAY)).not.toHaveProperty('awaiting');
  });

  it('so it does where no decision at all is known, or the last came on the day of that meeting', () => {
    const undecided = notKnown(anEhcpPupil({ yearGroup: '2' }), 'lastDecision', 'lastMeeting');
    expect(theDue(undecided, [meetingHeld(MET, never)], TODAY)).toMatchObject(NEXT);
    expect(due({ lastDecision: MET }, never, TODAY)).toMatchObject(NEXT);
  });

  it('counts from the decision that the school’s data has since', () => {
    // Decided on 6 October 2026: complete by 5 October 2027, and met for by 10 August.
    const found = due({ lastDecision: '2026-10-06' }, never, TODAY);
    expect(found).toMatchObject({ meetBy: '2027-08-10' });
    expect(found).not.toHaveProperty('nextComplete');
  });

  it('counts back from the day of a move where that is first', () => {
    // Met in Year 5, moving on in September 2027: to be met for again by 22 November 2026 (SEND Regulations 2014, reg 18).
    const six = anEhcpPupil({ yearGroup: '6' });
    const found = theDue(six, [meetingHeld('2026-06-24')], TODAY, aSchool());
    expect(found).toMatchObject({ meetBy: '2026-11-22', meetWhy: { from: '2027-02-14' } });
    expect(found).not.toHaveProperty('nextComplete');
  });
});

describe('a review here of which the school’s data alone has a decision', () => {
  const held = meetingHeld('2026-09-15');
  const unrecorded = (given: Partial<PlanContent>, ...reviews: readonly Review[]) => {
    const pupil = notKnown(anEhcpPupil({ yearGroup: '2' }), 'lastMeeting', 'lastDecision');
    return theDue(withPlan(pupil, given), reviews, TODAY)?.unrecorded;
  };
  const IT = { review: held.id, meetingOn: '2026-09-15', decidedOn: '2026-09-16' };

  it('is to be told what was decided, where that was after its meeting', () => {
    expect(unrecorded({ lastDecision: '2026-09-16' }, held)).toEqual(IT);
    expect(unrecorded({ lastDecision: '2026-09-15' }, held)).toBeUndefined();
    expect(unrecorded({}, held)).toBeUndefined();
  });

  it('is so also where that data has its meeting, not a later one, and while the next is only being prepared', () => {
    expect(unrecorded({ lastDecision: '2026-09-16', lastMeeting: '2026-09-15' }, held)).toEqual(IT);
    expect(unrecorded({ lastDecision: '2026-09-16', lastMeeting: '2026-09-16' }, held)).toBeUndefined();
    expect(unrecorded({ lastDecision: '2026-09-16' }, held, meetingSet('2026-11-20'))).toEqual(IT);
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
