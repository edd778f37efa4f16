import { describe, expect, it } from 'vitest';
import { duesOf } from '../../../src/domain/statute/due.ts';
import { isPressing, isToChase } from '../../../src/domain/statute/pressing.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { aPupil, aSchool } from '../../support/builders.ts';

const school = aSchool();
const dueOf = (pupil: ReturnType<typeof aPupil>, today: string) =>
  duesOf(pupil, [], today, school)[0] ?? expect.unreachable();

describe('what comes before all else', () => {
  // Decided on 16 December 2025: complete by 15 December 2026, and met for eight weeks before that, by 20 October.
  const decided = anEhcpPupil({ lastMeeting: '2025-11-25', lastDecision: '2025-12-16' });

  it.each([
    ['2026-10-20', false],
    ['2026-10-21', true],
    ['2026-12-15', true],
    ['2026-12-16', true],
  ])('is an EHC plan from the day after the last safe day to meet: on %s, %s', (today, pressing) => {
    expect(isPressing(dueOf(decided, today), today)).toBe(pressing);
  });

  it('is not SEN Support, however long it is overdue: the Code is guidance', () => {
    const overdue = dueOf(aPupil({ lastReviewed: '2025-01-10' }), '2026-11-24');
    expect(overdue.state).toBe('overdue');
    expect(isPressing(overdue, '2026-11-24')).toBe(false);
  });

  it('is a local authority that has not decided four weeks after the meeting, which is to be chased', () => {
    // Met on 1 July 2026: decided by 29 July.
    const met = anEhcpPupil({ lastMeeting: '2026-07-01', lastDecision: '2025-08-20' });
    const states = ['2026-07-29', '2026-07-30'].map((today) => [
      isPressing(dueOf(met, today), today),
      isToChase(dueOf(met, today), today),
    ]);
    expect(states).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('is nothing of a pupil in custody, of whom nothing is asked', () => {
    const place = { place: 'custody' as const, since: '2026-10-01', school: '', releasedOn: '' };
    const by = { by: 'mel.senco@oakfield.example', at: '2026-10-02T09:00:00.000Z' };
    const inside = anEhcpPupil({ ...decided, places: [{ ...place, ...by }] });
    expect(isPressing(dueOf(inside, '2027-01-20'), '2027-01-20')).toBe(false);
  });
});
