import { describe, expect, it } from 'vitest';
import type { LaDecided, PlanContent } from '../../../src/domain/school/school.ts';
import { decidedUnsaid, decisionSaid } from '../../../src/domain/statute/decision-said.ts';
import { meetingInData } from '../../../src/domain/statute/meeting-in-data.ts';
import { meetingFor } from '../../../src/domain/statute/transfer-meeting.ts';
import { waitingInData } from '../../../src/domain/statute/waiting-in-data.ts';
import { anEhcPlan, anEhcpPupil } from '../../support/annual-builders.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPlan, aPupil, aSchool, SENCO } from '../../support/builders.ts';

/*
 * Meetings that were held before the school had the bot, or outside it: its data has the day, and the SENCO may have said
 * what was decided.
 */
const MET = '2026-09-15';
const plan = (given: Partial<PlanContent>): PlanContent => ({ targets: [], ...given });
const said = (kind: LaDecided['kind'], on: string, meetingOn = MET): LaDecided => ({
  ...decision(kind, on),
  meetingOn,
});

describe('a meeting that only the school’s data has', () => {
  it.each<readonly [string, Partial<PlanContent>, string | undefined]>([
    ['nothing else is known', {}, MET],
    ['the last decision was before it', { lastDecision: '2026-09-14' }, MET],
    ['a decision came on its day', { lastDecision: MET }, undefined],
    ['the plan was made on its day', { planMade: MET }, MET],
    ['the plan was made after it', { planMade: '2026-09-16' }, undefined],
  ])('waits for its decision, or not, given %s', (_, given, meeting) => {
    expect(meetingInData(plan({ lastMeeting: MET, ...given }), [])).toBe(meeting);
  });

  it('is none where a review here is of that meeting, or was decided since', () => {
    const waits = (...reviews: Parameters<typeof meetingInData>[1]) =>
      meetingInData(plan({ lastMeeting: MET }), reviews);
    expect(waits(meetingHeld(MET))).toBeUndefined();
    expect(waits(meetingSet(MET))).toBe(MET);
    expect(waits(meetingHeld('2026-08-20', { decision: decision('keep', MET) }))).toBeUndefined();
    expect(waits(meetingHeld('2026-08-20', { decision: decision('keep', '2026-09-14') }))).toBe(MET);
    expect(waits(meetingHeld('2026-08-20'))).toBe(MET);
  });
});

describe('the decision that the SENCO recorded on it', () => {
  const first = said('keep', '2025-10-10', '2025-09-12');
  const last = said('amend', '2026-10-05');

  it('stands while the school’s data has no other', () => {
    expect(decisionSaid(plan({ lastDecision: '2026-10-05', laDecided: [last] }))).toBe(last);
    expect(decisionSaid(plan({ lastDecision: '2026-10-05', laDecided: [first, last] }))).toBe(last);
    expect(decisionSaid(plan({ lastDecision: '2026-10-20', laDecided: [last] }))).toBeUndefined();
  });

  it('is none where the data alone has one, or there is none', () => {
    expect(decisionSaid(plan({ lastDecision: '2026-10-05' }))).toBeUndefined();
    expect(decisionSaid(plan({}))).toBeUndefined();
  });
});

describe('a meeting in the data that was decided on, and nobody has said how', () => {
  const unsaid = (given: Partial<PlanContent>, ...reviews: Parameters<typeof decidedUnsaid>[1]) =>
    decidedUnsaid(plan({ lastMeeting: MET, ...given }), reviews);

  it.each<readonly [string, Partial<PlanContent>, string | undefined]>([
    ['the last decision came on its day', { lastDecision: MET }, MET],
    ['the last decision came after it', { lastDecision: '2026-10-05' }, MET],
    ['the last decision was before it', { lastDecision: '2026-09-14' }, undefined],
    ['no decision is known', {}, undefined],
    ['the plan was made on its day', { lastDecision: '2026-10-05', planMade: MET }, MET],
    ['the plan was made after it', { lastDecision: '2026-10-05', planMade: '2026-09-16' }, undefined],
    [
      'the SENCO has said how',
      { lastDecision: '2026-10-05', laDecided: [said('keep', '2026-10-05')] },
      undefined,
    ],
    [
      'the SENCO has said how the one before was',
      { lastDecision: '2026-10-05', laDecided: [said('keep', '2025-10-10', '2025-09-12')] },
      MET,
    ],
  ])('is one, or not, given %s', (_, given, meeting) => {
    expect(unsaid(given)).toBe(meeting);
  });

  it('is none without a meeting, where a review here is of it, or was decided since', () => {
    const decided = { lastDecision: '2026-10-05' };
    expect(decidedUnsaid(plan(decided), [])).toBeUndefined();
    expect(unsaid(decided, meetingHeld(MET))).toBeUndefined();
    expect(unsaid(decided, meetingHeld('2026-08-20', { decision: decision('keep', MET) }))).toBeUndefined();
    expect(unsaid(decided, meetingHeld('2026-08-20'))).toBe(MET);
  });
});

describe('the meeting that serves a move in September 2027', () => {
  const MOVE = { kind: 'primary-secondary', year: 2027 } as const;
  const serves = (given: Partial<PlanContent>, ...reviews: Parameters<typeof meetingFor>[1]) =>
    meetingFor(plan(given), reviews, MOVE, '2026-11-22');

  it('is one in the data after which, in the SENCO’s word, the plan is to be amended', () => {
    const decided = (kind: LaDecided['kind']) => ({
      lastMeeting: MET,
      lastDecision: '2026-10-05',
      laDecided: [said(kind, '2026-10-05')],
    });
    expect(serves(decided('amend'))).toEqual({ meetingOn: MET, met: true });
    expect(serves(decided('keep'))).toBeUndefined();
    expect(serves(decided('cease'))).toBeUndefined();
  });

  it('is one in the data that waits for its decision, or was decided on and nobody has said how', () => {
    expect(serves({ lastMeeting: MET })).toEqual({ meetingOn: MET, met: true });
    expect(serves({ lastMeeting: MET, lastDecision: '2026-10-05' })).toEqual({
      meetingOn: MET,
      met: true,
      unsaid: true,
    });
    expect(serves({})).toBeUndefined();
  });

  it('is one held here that the data alone has decided on: what was decided is to be said in its review', () => {
    const held = meetingHeld(MET);
    expect(serves({ lastDecision: '2026-09-16' }, held)).toEqual({
      meetingOn: MET,
      met: true,
      unsaid: true,
      sayIn: held.id,
    });
    // A decision of that very day was on the meeting before.
    expect(serves({ lastDecision: MET }, held)).toEqual({ meetingOn: MET, met: true });
  });

  it('is one whose plan came without naming the place, or of which nobody has said: by the last plan of it', () => {
    const amend = { decision: decision('amend', '2026-10-05') };
    const not = { nextPlace: 'not-named' } as const;
    const ordered = { ...dated('2026-11-02'), cameBy: 'tribunal', ...not } as const;
    const twice = meetingHeld(MET, {
      ...amend,
      orderedPlan: ordered,
      finalPlan: { ...dated('2026-11-09'), ...not },
    });
    expect(serves({}, twice)).toEqual({ meetingOn: MET, met: true, finalOn: '2026-11-09' });
    const unsaid = meetingHeld(MET, { ...amend, finalPlan: dated('2026-11-09') });
    expect(serves({}, unsaid)).toEqual({
      meetingOn: MET,
      met: true,
      finalUnsaid: '2026-11-09',
      sayIn: unsaid.id,
    });
  });

  it('is one still to be held, though the data has a later decision, on a meeting before', () => {
    expect(serves({ lastDecision: '2026-11-12' }, meetingSet('2026-11-10'))).toEqual({
      meetingOn: '2026-11-10',
    });
  });
});

describe('the meetings in the data that wait for a decision', () => {
  const TODAY = '2026-11-10';
  const waiting = anEhcPlan({ lastMeeting: MET });
  const waits = (
    pupil: Parameters<typeof waitingInData>[0],
    ...reviews: Parameters<typeof waitingInData>[1]
  ) =>
    waitingInData(pupil, reviews, TODAY, aSchool()).map(({ kind, meetingOn, by, daysLate }) => [
      kind,
      meetingOn,
      by.date,
      daysLate,
    ]);
  // Four weeks after 15 September: 13 October, which was 28 days ago.
  const LATE = ['ehcp', MET, '2026-10-13', 28];

  it('are told with the plan they are of, and how late the decision is', () => {
    expect(waits(aPupil({ plans: [waiting] }))).toEqual([LATE]);
    expect(waits(aPupil({ plans: [aPlan(), waiting] }))).toEqual([LATE]);
  });

  it('are none of a plan that was decided on, or of which no meeting is known', () => {
    expect(waits(anEhcpPupil())).toEqual([]);
    expect(waits(aPupil())).toEqual([]);
  });

  it('are told beside a later one held here, which is none of them', () => {
    const later = { ...meetingHeld('2026-10-20'), pupilId: aPupil().id };
    expect(waits(aPupil({ plans: [waiting] }), later)).toEqual([LATE]);
  });

  it('are not told of while the pupil is at another school', () => {
    const moved = { place: 'moved-on', since: '2026-11-02', school: 'Hill School', releasedOn: '' } as const;
    const places = [{ ...moved, by: SENCO, at: '2026-11-02T09:00:00.000Z' }];
    expect(waits(aPupil({ plans: [waiting], places }))).toEqual([]);
  });
});
