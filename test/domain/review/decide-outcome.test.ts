import { describe, expect, it } from 'vitest';
import type { OutcomeKind, Review } from '../../../src/domain/review/review.ts';
import {
  anAction,
  aReview,
  aSchool,
  LEADER,
  parentViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const { review: said } = command('review-target');
const targetReviews = [said, { ...said, targetId: 'target-2' }];
/** A meeting at which all is done but the outcome. */
const ready = (given: Partial<Review> = {}) =>
  aReview({ stage: 'meeting', targetReviews, actions: [anAction()], ...given });
const without = (key: 'parentViews' | 'pupilViews') => {
  const { [key]: _, ...review } = ready();
  return review;
};
const decide = (given: Partial<ReturnType<typeof command<'decide-outcome'>>> = {}) =>
  command('decide-outcome', given);

describe('the outcome', () => {
  it('given all is there, it is recorded with all that was said', () => {
    const given = decide({
      kind: 'updated',
      reasons: ['too-ambitious', 'measured-badly', 'too-ambitious'],
      topUpFunding: true,
      nextReviewBy: '2027-03-01',
    });
    expect(eventsOf(ready(), given)).toEqual([
      {
        ...given,
        type: 'outcome-decided',
        reasons: ['too-ambitious', 'measured-badly'],
        // Two weeks from the meeting of 24 November, and theirs who decides.
        requests: [{ kind: 'top-up', owner: SENCO, sendBy: '2026-12-08', notes: [] }],
      },
    ]);
  });

  it.each<OutcomeKind>(['continues', 'plan-ended'])('given %s, no reason is needed', (kind) => {
    expect(eventsOf(ready(), decide({ kind }))).toMatchObject([{ kind, reasons: [] }]);
  });

  it('given the plan ends with nothing left to do, the review closes with it', () => {
    const events = eventsOf(ready({ actions: [] }), decide({ kind: 'plan-ended' }));
    expect(events.map(({ type }) => type)).toEqual(['outcome-decided', 'review-closed']);
  });

  it('given the plan ends and something is still to do, the review stays open for it', () => {
    const events = eventsOf(ready(), decide({ kind: 'plan-ended' }));
    expect(events.map(({ type }) => type)).toEqual(['outcome-decided']);
  });

  it('given views were sought and not given, an outcome can be recorded', () => {
    const sought = { recordedBy: SENCO, at: '2026-11-20T10:00:00.000Z', given: false } as const;
    const notGiven = { ...sought, soughtOn: '2026-11-18', howSought: 'Letters' };
    expect(eventsOf(ready({ parentViews: notGiven, pupilViews: notGiven }), decide())).toHaveLength(1);
  });
});

describe('before an outcome', () => {
  it.each([
    ['the parents’ views', without('parentViews'), 'parent-views'],
    ['the pupil’s views', without('pupilViews'), 'pupil-views'],
  ])('given %s are missing, it is refused and offers their form', (_, review, what) => {
    for (const kind of ['plan-ended', 'continues'] as const) {
      expect(refusalOf(review, decide({ kind }))).toMatchObject({ code: 'views-missing', offer: { what } });
    }
  });

  it('given a target has not been reviewed, it is refused and offers that one', () => {
    for (const kind of ['plan-ended', 'continues'] as const) {
      expect(refusalOf(ready({ targetReviews: [said] }), decide({ kind }))).toMatchObject({
        code: 'targets-missing',
        say: expect.stringContaining('Target 2'),
        offer: { what: 'target-review', about: 'target-2' },
      });
    }
  });

  it.each([
    ['what will change', { whatWillChange: '\n' }, 'what-will-change-missing', 'whatWillChange'],
    ['a reason, when the plan is updated', { kind: 'updated', reasons: [] }, 'reason-missing', 'reasons'],
  ] as const)('given no %s, it is refused', (_, given, code, field) => {
    expect(refusalOf(ready(), decide(given))).toMatchObject({ code, field });
  });

  it.each<OutcomeKind>(['continues', 'updated'])('given %s and no action, it is refused', (kind) => {
    const given = decide({ kind, reasons: ['needs-not-met'] });
    expect(refusalOf(ready({ actions: [] }), given)).toMatchObject({
      code: 'action-missing',
      offer: { what: 'action' },
    });
  });

  it('given an action’s owner has left since, it is refused with their name and offers the agenda', () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-24' } : one));
    const refusal = refusalOf(ready(), decide(), { school: aSchool({ staff }) });
    expect(refusal).toMatchObject({ code: 'not-staff', offer: { what: 'agenda' } });
    expect(refusal.say).toContain('Tom Teacher');
    expect(refusal.field).toBeUndefined();
  });

  it('given a leader may see everything, they still do not decide', () => {
    expect(refusalOf(ready(), decide(), { who: LEADER }).code).toBe('not-yours');
  });

  it('given it is decided already, it is refused and offers a correction', () => {
    expect(refusalOf(aReview({ stage: 'acting', parentViews: parentViews() }), decide())).toMatchObject({
      code: 'already-done',
      offer: { what: 'correction' },
    });
  });
});

describe('the day of the next review', () => {
  // The meeting is on 24 November 2026; this is said on that day.
  it.each([
    ['sen-support', 'tomorrow', '2026-11-25'],
    ['sen-support', 'six months after the meeting', '2027-05-24'],
    ['early-years-iep', 'eight weeks after the meeting', '2027-01-19'],
  ] as const)('given %s and %s, it is taken', (kind, _, nextReviewBy) => {
    expect(eventsOf(ready({ kind }), decide({ nextReviewBy }))).toMatchObject([{ nextReviewBy }]);
  });

  it.each([
    ['sen-support', 'today', '2026-11-24', 'date-past'],
    ['sen-support', 'later than six months', '2027-05-25', 'date-too-late'],
    ['early-years-iep', 'later than eight weeks', '2027-01-20', 'date-too-late'],
  ] as const)('given %s and %s, it is refused', (kind, _, nextReviewBy, code) => {
    expect(refusalOf(ready({ kind }), decide({ nextReviewBy }))).toMatchObject({
      code,
      field: 'nextReviewBy',
    });
  });

  it('given the meeting was opened before its day, the next review is after that day', () => {
    const at = '2026-11-20T10:00:00.000Z';
    const refusal = refusalOf(ready(), decide({ nextReviewBy: '2026-11-24' }), { at });
    expect(refusal).toMatchObject({ code: 'date-order', field: 'nextReviewBy' });
  });

  it('given the plan ends, there is none', () => {
    const given = decide({ kind: 'plan-ended', nextReviewBy: '2027-03-01' });
    expect(refusalOf(ready(), given)).toMatchObject({ code: 'date-order', field: 'nextReviewBy' });
  });
});
