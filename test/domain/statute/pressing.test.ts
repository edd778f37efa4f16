import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import { duesOf } from '../../../src/domain/statute/due.ts';
import { amendingLate, isPressing, isToChase } from '../../../src/domain/statute/pressing.ts';
import { anEhcpPupil } from '../../support/annual-builders.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPupil, aSchool } from '../../support/builders.ts';

const school = aSchool();
const dueOf = (pupil: ReturnType<typeof aPupil>, today: string, ...reviews: readonly Review[]) =>
  duesOf(pupil, reviews, today, school)[0] ?? expect.unreachable();

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

describe('what else comes before all else', () => {
  it('is a plan that is overdue by law, though its meeting was held and the decision is not late', () => {
    // Decided on 16 December 2025, met on 10 December 2026: due by the 15th, and the decision by 7 January.
    const ben = anEhcpPupil();
    const met = meetingHeld('2026-12-10');
    const due = (today: string) => dueOf(ben, today, met);
    expect(due('2026-12-16')).toMatchObject({ state: 'overdue', awaiting: { daysLate: 0 } });
    expect(due('2026-12-16').meetBy).toBeUndefined();
    expect(isPressing(due('2026-12-15'), '2026-12-15')).toBe(false);
    expect(isPressing(due('2026-12-16'), '2026-12-16')).toBe(true);
  });

  it('is a meeting that is set for a day after the last safe one, long before that', () => {
    // Met for by 20 October 2026, eight weeks before 15 December.
    const pressing = (on: string) =>
      isPressing(dueOf(anEhcpPupil(), '2026-09-10', meetingSet(on)), '2026-09-10');
    expect(pressing('2026-10-20')).toBe(false);
    expect(pressing('2026-10-21')).toBe(true);
    // Of SEN Support, last reviewed on 10 July and due by 9 January, no law sets the day.
    const late = dueOf(aPupil(), '2026-11-10', { ...meetingSet('2027-01-20'), kind: 'sen-support' });
    expect(late.late).toBeDefined();
    expect(isPressing(late, '2026-11-10')).toBe(false);
  });

  it('is a move to another school from the day it is at risk, six weeks before the last day to meet', () => {
    // Of a Year 6 pupil, decided on 1 September 2026: nothing else is to be done before the summer of 2027.
    const six = anEhcpPupil({ yearGroup: '6', lastMeeting: '2026-08-10', lastDecision: '2026-09-01' });
    const states = ['2026-10-11', '2026-10-12'].map((today) => isPressing(dueOf(six, today), today));
    expect(states).toEqual([false, true]);
  });

  it('is a pupil released from custody, until reviewed (Children and Families Act 2014, s.48)', () => {
    const place = { place: 'custody' as const, since: '2026-09-15', school: '', releasedOn: '2026-10-05' };
    const said = { by: 'mel.senco@oakfield.example', at: '2026-09-16T09:00:00.000Z' };
    const out = anEhcpPupil({
      lastMeeting: '2026-08-10',
      lastDecision: '2026-09-01',
      places: [{ ...place, ...said }],
    });
    const held = meetingHeld('2026-10-12');
    expect(isPressing(dueOf(out, '2026-10-20'), '2026-10-20')).toBe(true);
    expect(isPressing(dueOf(out, '2026-10-20', held), '2026-10-20')).toBe(false);
  });
});

describe('a decision to amend, on a meeting that only the school’s data has', () => {
  // Met on 15 September 2026: the notice by 13 October, the final plan by 8 December.
  const met = { lastMeeting: '2026-09-15', lastDecision: '2026-10-05' };
  const ben = anEhcpPupil(met);
  const amend = { ...decision('amend', '2026-10-05'), meetingOn: '2026-09-15' };
  const amended = { ...ben, plans: ben.plans.map((plan) => ({ ...plan, laDecided: [amend] })) };

  it('is late by what is late longest; nothing is where no such decision is known', () => {
    const late = ['2026-10-13', '2026-10-14', '2026-12-10'].map((day) => amendingLate(dueOf(amended, day)));
    expect(late).toEqual([0, 1, 58]);
    expect(amendingLate(dueOf(ben, '2026-12-10'))).toBe(0);
  });

  it('is pressing, and to be chased, from the first day on which something is late', () => {
    const states = ['2026-10-13', '2026-10-14'].map((today) => [
      isPressing(dueOf(amended, today), today),
      isToChase(dueOf(amended, today), today),
    ]);
    expect(states).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('is not what is to be done once the next review is under way', () => {
    const next = dueOf(amended, '2026-10-14', meetingSet('2026-11-20', {}, { pupilId: ben.id }));
    expect(next.current).toBeDefined();
    expect(isToChase(next, '2026-10-14')).toBe(false);
    expect(isPressing(next, '2026-10-14')).toBe(true);
  });

  it('is to be chased where its final plan names no next place, for the move that is near', () => {
    const final = { ...dated('2026-11-30'), what: 'final', meetingOn: '2026-09-15' } as const;
    const six = { ...amended, yearGroup: '6' };
    const unnamed = { ...six, plans: amended.plans.map((plan) => ({ ...plan, laAmended: [final] })) };
    expect(isToChase(dueOf(unnamed, '2026-12-01'), '2026-12-01')).toBe(true);
    expect(isToChase(dueOf(aPupil(), '2026-12-01'), '2026-12-01')).toBe(false);
  });
});

describe('a local authority that has not decided four weeks after the meeting', () => {
  // Met on 1 September 2026, decided by the 29th. The next is met for by 6 July 2027, eight weeks before 31 August, and prepared from 8 June.
  const ben = anEhcpPupil({ lastMeeting: '2025-11-25', lastDecision: '2025-12-16' });
  const met = meetingHeld('2026-09-01', {}, { pupilId: ben.id });
  const toChase = (today: string, ...reviews: readonly Review[]) =>
    isToChase(dueOf(ben, today, ...reviews), today);

  it('is to be chased from the day after that, while that review is the one to go on with', () => {
    expect(toChase('2026-09-29', met)).toBe(false);
    expect(toChase('2026-09-30', met)).toBe(true);
    expect(dueOf(ben, '2027-06-07', met).current).toBe(met.id);
    expect(toChase('2027-06-07', met)).toBe(true);
  });

  it('is no more what is to be done from the day the next one can be prepared, or once that has begun', () => {
    expect(dueOf(ben, '2027-06-08', met)).toMatchObject({ awaiting: { nextOpensOn: '2027-06-08' } });
    expect(toChase('2027-06-08', met)).toBe(false);
    const next = meetingSet('2026-11-20', {}, { pupilId: ben.id, startedAt: '2026-11-05T09:00:00.000Z' });
    expect(toChase('2026-11-10', met, next)).toBe(false);
  });

  it('is to be chased until that day, too, where only the school’s data has the meeting', () => {
    const imported = anEhcpPupil({ lastMeeting: '2026-09-01', lastDecision: '2025-12-16' });
    const days = ['2027-06-07', '2027-06-08'].map((day) => isToChase(dueOf(imported, day), day));
    expect(days).toEqual([true, false]);
  });
});
