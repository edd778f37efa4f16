import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import type { LaAmended, LaDecided, PlanContent } from '../../../src/domain/school/school.ts';
import { amendmentSaid } from '../../../src/domain/statute/amendment-said.ts';
import { dueTransfer } from '../../../src/domain/statute/transfer.ts';
import { meetingFor } from '../../../src/domain/statute/transfer-meeting.ts';
import { isSettled } from '../../../src/domain/statute/transfer-settled.ts';
import { waitingInData } from '../../../src/domain/statute/waiting-in-data.ts';
import { anEhcPlan } from '../../support/annual-builders.ts';
import { dated, decision, meetingHeld } from '../../support/annual-dates.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { theDue } from '../../support/one-plan.ts';

/*
 * A plan that was met for on Tuesday 15 September 2026, outside the bot, and is to be amended by the letter of 5 October, in the
 * SENCO's word. So its notice is to come by 13 October, four weeks after the meeting (R (L, M and P) v Devon), and the final plan by
 * 8 December, twelve weeks after it.
 */
const MET = '2026-09-15';
const LETTER = '2026-10-05';
const amend: LaDecided = { ...decision('amend', LETTER), meetingOn: MET };
const came = (what: LaAmended['what'], on: string, meetingOn = MET): LaAmended => ({
  ...dated(on),
  what,
  meetingOn,
});
const toAmend: Partial<PlanContent> = {
  planMade: '2024-01-15',
  lastMeeting: MET,
  lastDecision: LETTER,
  laDecided: [amend],
};
const amended = (...laAmended: readonly LaAmended[]) => anEhcPlan({ ...toAmend, laAmended });

describe('what came of a decision to amend, in the SENCO’s word', () => {
  it('is nothing yet, or each letter in its place', () => {
    const notice = came('notice', '2026-10-06');
    const final = came('final', '2026-11-30');
    const named = came('final-named', '2026-11-30');
    const not = came('not-amending', '2026-11-12');
    expect(amendmentSaid(anEhcPlan(toAmend))).toEqual({ said: amend });
    expect(amendmentSaid(amended(notice))).toEqual({ said: amend, notice });
    expect(amendmentSaid(amended(notice, final))).toEqual({ said: amend, notice, finalPlan: final });
    expect(amendmentSaid(amended(named))).toEqual({ said: amend, finalPlan: named });
    expect(amendmentSaid(amended(notice, not))).toEqual({ said: amend, notice, notAmending: not });
  });

  it('is what was recorded last, where a letter was recorded again', () => {
    const [first, again] = [came('notice', '2026-10-07'), came('notice', '2026-10-06')];
    const [wrong, right] = [came('not-amending', '2026-11-12'), came('final', '2026-11-30')];
    expect(amendmentSaid(amended(first, wrong, again, right))).toEqual({
      said: amend,
      notice: again,
      finalPlan: right,
    });
  });

  it('is none of what came after another meeting', () => {
    expect(amendmentSaid(amended(came('notice', '2025-10-20', '2025-09-12')))).toEqual({ said: amend });
  });

  it('is nothing where the plan is kept, or the school’s data has a later decision', () => {
    const laAmended = [came('notice', '2026-10-06')];
    const keep = { ...amend, kind: 'keep' } as const;
    expect(amendmentSaid(anEhcPlan({ ...toAmend, laAmended, laDecided: [keep] }))).toEqual({});
    expect(amendmentSaid(anEhcPlan({ ...toAmend, laAmended, lastDecision: '2026-10-20' }))).toEqual({});
  });
});

describe('what the local authority owes once it has decided to amend', () => {
  const owed = (plan: ReturnType<typeof amended>, today: string, ...reviews: readonly Review[]) =>
    theDue(aPupil({ plans: [plan] }), reviews, today)?.amending?.owed.map(({ step, by, daysLate }) => [
      step,
      by.date,
      by.rule.id,
      daysLate,
    ]);
  const NOTICE = ['notice', '2026-10-13', 'notice'];
  const FINAL = ['final-plan', '2026-12-08', 'final-plan-meeting'];

  it('is the notice and the final plan, each late from the day after its own', () => {
    expect(owed(amended(), '2026-10-13')).toEqual([
      [...NOTICE, 0],
      [...FINAL, 0],
    ]);
    expect(owed(amended(), '2026-12-10')).toEqual([
      [...NOTICE, 58],
      [...FINAL, 2],
    ]);
  });

  it('once the notice came is the final plan, eight weeks after that where this is first (reg 22(3))', () => {
    expect(owed(amended(came('notice', '2026-10-06')), '2026-10-13')).toEqual([
      ['final-plan', '2026-12-01', 'final-plan-notice', 0],
    ]);
    expect(owed(amended(came('notice', '2026-10-20')), '2026-10-21')).toEqual([[...FINAL, 0]]);
  });

  it('is nothing more once the final plan came, or it is not amended after all (reg 22(4))', () => {
    for (const what of ['final', 'final-named', 'not-amending'] as const)
      expect(owed(amended(came(what, '2026-11-20')), '2026-12-10')).toBeUndefined();
  });

  it('is nothing more once a plan was made after the letter; one made on its day came from before', () => {
    expect(owed({ ...amended(), planMade: '2026-10-06' }, '2026-12-10')).toBeUndefined();
    expect(owed({ ...amended(), planMade: LETTER }, '2026-12-10')).toHaveLength(2);
    const { planMade: _, ...unknown } = amended();
    expect(owed(unknown, '2026-12-10')).toHaveLength(2);
  });

  it('is nothing more once the SENCO says that the move of that school year is settled', () => {
    const settled = (year: number) => ({
      ...amended(),
      transferSettled: { by: SENCO, at: '2026-11-20T09:00:00.000Z', year, why: 'Named by telephone.' },
    });
    expect(owed(settled(2027), '2026-12-10')).toBeUndefined();
    expect(owed(settled(2026), '2026-12-10')).toHaveLength(2);
  });

  it('is nothing more once a final plan is recorded in a review here, of the day of the letter or since', () => {
    const amending = { decision: decision('amend', '2025-10-10') };
    const final = (on: string) => meetingHeld('2025-09-18', { ...amending, finalPlan: dated(on) });
    const ordered = (on: string) =>
      meetingHeld('2025-09-18', {
        ...amending,
        orderedPlan: { ...dated(on), nextPlace: 'not-named', cameBy: 'tribunal' },
      });
    for (const plan of [final, ordered]) {
      expect(owed(amended(), '2026-12-10', plan('2026-10-04'))).toHaveLength(2);
      expect(owed(amended(), '2026-12-10', plan(LETTER))).toBeUndefined();
    }
  });

  it('is nothing more once a review here that was met since is decided; one of that day or before changes nothing', () => {
    const decided = (on: string) => meetingHeld(on, { decision: decision('keep', '2026-10-02') });
    expect(owed(amended(), '2026-12-10', decided('2026-09-16'))).toBeUndefined();
    expect(owed(amended(), '2026-12-10', decided(MET))).toHaveLength(2);
    expect(owed(amended(), '2026-12-10', meetingHeld('2026-11-16'))).toHaveLength(2);
  });
});

describe('a plan that is to be amended, of a pupil who moves on in September 2027', () => {
  const MOVE = { kind: 'primary-secondary', year: 2027 } as const;
  /** Met for by 22 November; amended by 14 February 2027, the day before the day the law names (reg 18(1)(b)). */
  const transfer = (plan: PlanContent, today: string, ...reviews: readonly Review[]) =>
    dueTransfer({ pupil: { yearGroup: '6' }, plan, reviews, today, school: aSchool() });
  const six = (plan: ReturnType<typeof amended>) => aPupil({ yearGroup: '6', plans: [plan] });
  const unnamed = amended(came('final', '2026-11-30'));

  it('owes the final plan by the move, where that is before the twelve weeks', () => {
    // Met on Tuesday 1 December, too late: twelve weeks end on 23 February, and the move asks for 14 February.
    const late = {
      ...amended(),
      ...{ lastMeeting: '2026-12-01', lastDecision: '2026-12-15' },
      laDecided: [{ ...decision('amend', '2026-12-15'), meetingOn: '2026-12-01' }],
    };
    const by = (yearGroup: string) =>
      theDue(aPupil({ yearGroup, plans: [late] }), [], '2026-12-20', aSchool())?.amending?.owed.at(-1)?.by;
    expect(by('6')).toMatchObject({ date: '2027-02-14', rule: { id: 'transfer-15-feb' } });
    expect(by('4')).toMatchObject({ date: '2027-02-23', rule: { id: 'final-plan-meeting' } });
  });

  it('was met for by that meeting, whether the plan is to come or came without naming the place', () => {
    expect(meetingFor(amended(), [], MOVE, '2026-11-22')).toEqual({ meetingOn: MET, met: true });
    expect(meetingFor(unnamed, [], MOVE, '2026-11-22')).toEqual({
      meetingOn: MET,
      met: true,
      finalOn: '2026-11-30',
    });
    expect(meetingFor(amended(came('not-amending', '2026-11-12')), [], MOVE, '2026-11-22')).toBeUndefined();
  });

  it('is in time until that plan comes, at risk from the day it names no place, and late after 14 February', () => {
    expect(transfer(amended(), '2026-12-20')?.standing).toBe('in-time');
    // Before 12 October, six weeks before the last day to meet, from which it would be at risk without a meeting.
    const early = amended(came('final', '2026-10-08'));
    expect(transfer(early, '2026-10-09')).toMatchObject({ standing: 'at-risk', finalOn: '2026-10-08' });
    expect(transfer(unnamed, '2026-12-20')).toMatchObject({ standing: 'at-risk', finalOn: '2026-11-30' });
    expect(transfer(unnamed, '2027-02-14')?.standing).toBe('at-risk');
    expect(transfer(unnamed, '2027-02-15')?.standing).toBe('late');
  });

  it('is at risk, too, while nobody has said whether the plan of a review here names the place', () => {
    const came = { decision: decision('amend', LETTER), finalPlan: dated('2026-10-08') };
    expect(transfer(anEhcPlan(), '2026-10-09', meetingHeld(MET, came))).toMatchObject({
      standing: 'at-risk',
      finalUnsaid: '2026-10-08',
    });
  });

  it('is settled by a final plan that names the place, from the very day it is first thought of', () => {
    const settled = (what: LaAmended['what'], on: string) =>
      isSettled(amended(came(what, on)), [], MOVE, '2026-11-20');
    expect(settled('final-named', '2026-11-19')).toBe(false);
    expect(settled('final-named', '2026-11-20')).toBe(true);
    expect(settled('final-named', '2026-11-21')).toBe(true);
    expect(settled('final', '2026-11-21')).toBe(false);
  });

  it('owes, once the final plan named none, one that does', () => {
    const waits = (today: string) => waitingInData(six(unnamed), [], today, aSchool());
    const place = { kind: 'ehcp', step: 'next-place', meetingOn: MET };
    expect(waits('2027-02-14')).toEqual([
      { ...place, by: expect.objectContaining({ date: '2027-02-14' }), daysLate: 0 },
    ]);
    expect(waits('2027-02-16')).toMatchObject([{ ...place, daysLate: 2 }]);
  });

  it('owes the same where the plan came in a review here, final or ordered, whatever other reviews there are', () => {
    const { lastMeeting: _, ...plan } = anEhcPlan();
    const ofAda = { pupilId: aPupil().id };
    const amending = { decision: decision('amend', LETTER) };
    const not = { nextPlace: 'not-named' } as const;
    const final = { ...amending, finalPlan: { ...dated('2026-11-30'), ...not } };
    const ordered = {
      ...amending,
      orderedPlan: { ...dated('2026-11-30'), ...not, cameBy: 'tribunal' },
    } as const;
    const before = meetingHeld('2025-11-25', { decision: decision('keep', '2025-12-16') }, ofAda);
    for (const came of [final, ordered])
      for (const others of [[], [before]])
        expect(
          waitingInData(six(plan), [...others, meetingHeld(MET, came, ofAda)], '2027-02-16', aSchool()),
        ).toMatchObject([{ step: 'next-place', meetingOn: MET, daysLate: 2 }]);
  });
});

describe('all that a local authority owes of meetings which only the school’s data has', () => {
  it('is told the earliest first, each with its meeting', () => {
    // Met for again in September 2027, while the amended plan of the year before has not come.
    const plan = { ...amended(), lastMeeting: '2027-09-14' };
    const waits = waitingInData(aPupil({ plans: [plan] }), [], '2027-11-01', aSchool());
    expect(waits.map(({ step, meetingOn, by }) => [step, meetingOn, by.date])).toEqual([
      ['notice', MET, '2026-10-13'],
      ['final-plan', MET, '2026-12-08'],
      ['la-decision', '2027-09-14', '2027-10-12'],
    ]);
  });
});
