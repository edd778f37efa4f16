import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { decision, meetingHeld } from '../../support/annual-dates.ts';
import { SENCO } from '../../support/builders.ts';
import { theDue } from '../../support/one-plan.ts';

/*
 * A pupil in custody from 1 June, released on Monday 5 October 2026, whose plan was last decided on 16 December 2025
 * (Children and Families Act 2014, ss.48 and 74).
 */
const pupil = anEhcpPupil({
  places: [
    {
      place: 'custody',
      since: '2026-06-01',
      school: '',
      releasedOn: '2026-10-05',
      by: SENCO,
      at: '2026-06-02T09:00:00.000Z',
    },
  ],
});
const on = (today: string, ...reviews: readonly Review[]) => theDue(pupil, reviews, today);
const held = (day: string) => meetingHeld(day, { decision: decision('keep', '2026-10-20') });

describe('a pupil who was in custody', () => {
  it('is asked nothing about until released, whatever the dates are', () => {
    const inCustody = on('2026-10-04');
    expect(inCustody).toMatchObject({ state: 'coming', dueBy: '2026-12-15', quiet: { why: 'custody' } });
    expect(inCustody).not.toHaveProperty('released');
  });

  it('is to be reviewed from the day of release on, and no less quiet than anybody', () => {
    const released = on('2026-10-05');
    expect(released).toMatchObject({ state: 'due', dueBy: '2026-12-15', released: '2026-10-05' });
    expect(released).not.toHaveProperty('quiet');
    expect(on('2026-11-30')).not.toHaveProperty('quiet');
  });

  it('was reviewed on release by a meeting of that very day or later, not by one before it', () => {
    expect(on('2026-11-10', held('2026-10-05'))).not.toHaveProperty('released');
    expect(on('2026-11-10', held('2026-10-12'))).not.toHaveProperty('released');
    expect(on('2026-11-10', held('2026-10-04'))).toMatchObject({ released: '2026-10-05' });
  });
});
