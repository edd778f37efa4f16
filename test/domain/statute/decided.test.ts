import { describe, expect, it } from 'vitest';
import { isInTheWay, isUnanswered } from '../../../src/domain/statute/decided.ts';
import { decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aReview } from '../../support/builders.ts';

describe('a review that keeps the next from beginning', () => {
  // Met on 24 November, so to be decided by 22 December.
  const held = meetingHeld('2026-11-24');

  it.each([
    ['before its meeting', meetingSet('2026-11-24'), '2027-06-01', true],
    ['at its meeting', meetingHeld('2026-11-24', {}, { stage: 'meeting' }), '2027-06-01', true],
    ['until the last day for the decision', held, '2026-12-22', true],
    ['no more once that day has passed', held, '2026-12-23', false],
    [
      'no more once it is decided',
      meetingHeld('2026-11-24', { decision: decision('keep', '2026-12-01') }),
      '2026-12-02',
      false,
    ],
    [
      'no more once it is cancelled',
      meetingSet('2026-11-24', {}, { stage: 'cancelled' }),
      '2026-11-25',
      false,
    ],
    ['no more once it is closed', meetingHeld('2026-11-24', {}, { stage: 'closed' }), '2026-11-25', false],
    ['of SEN Support, until its meeting', aReview({ stage: 'gathering' }), '2027-06-01', true],
    [
      'of SEN Support, not while its actions are under way',
      aReview({ stage: 'acting' }),
      '2026-11-25',
      false,
    ],
  ])('is in the way %s', (_, review, today, is) => {
    expect(isInTheWay(review, today)).toBe(is);
  });

  it('is unanswered only where the local authority is to decide, and has not', () => {
    expect(isUnanswered(held, '2026-12-23')).toBe(true);
    expect(isUnanswered(held, '2026-12-22')).toBe(false);
    // The school's data has the day of its decision: what it was may be recorded later, and holds up nothing.
    expect(isUnanswered({ ...held, decidedInData: '2026-12-18' }, '2026-12-19')).toBe(true);
    expect(isUnanswered(aReview({ stage: 'acting' }), '2030-01-01')).toBe(false);
    expect(isUnanswered(meetingSet('2026-11-24'), '2030-01-01')).toBe(false);
  });
});
