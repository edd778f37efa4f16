import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnualReview, LaDecisionKind } from '../../../src/domain/review/annual.ts';
import {
  type Clock,
  clockOf,
  doneOn,
  isOver,
  lateBy,
  openSteps,
  stepsInOrder,
} from '../../../src/domain/statute/clock.ts';
import { type Rule, STATUTE } from '../../../src/domain/statute/statute.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { anOfficer, dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aReview } from '../../support/builders.ts';

const days = (clock: Clock) =>
  Object.fromEntries(Object.entries(clock).map(([step, due]) => [step, due.date]));
const MEETING = '2026-04-21';
const held = (annual: Partial<AnnualReview> = {}) => meetingHeld(MEETING, annual);
const stepsOf = (steps: readonly { readonly step: string }[]) => steps.map(({ step }) => step);

describe('the clock of an annual review', () => {
  it('given no meeting yet: says nothing', () => {
    const { meeting: _, ...review } = meetingSet(MEETING);
    expect(clockOf(review)).toEqual({});
  });

  it('given another kind of review: says nothing', () => {
    expect(clockOf(aReview({ stage: 'acting' }))).toEqual({});
  });

  it('given a meeting set: when to ask, to invite, to send round, to report and to be told', () => {
    expect(days(clockOf(meetingSet(MEETING)))).toEqual({
      'ask-advice': '2026-03-24',
      advice: '2026-04-04',
      invite: '2026-04-07',
      circulate: '2026-04-07',
      report: '2026-05-05',
      'la-decision': '2026-05-19',
    });
  });

  it('advice is late after the day it was asked for by, where that is later than our own default', () => {
    const asked = meetingSet(MEETING, { adviceBy: '2026-04-10' });
    expect(clockOf(asked).advice).toMatchObject({ date: '2026-04-10', rule: { id: 'advice-set' } });
    expect(lateBy(asked, 'advice', '2026-04-10')).toBe(0);
    expect(clockOf(meetingSet(MEETING, { adviceBy: '2026-04-01' })).advice).toMatchObject({
      date: '2026-04-04',
      rule: { id: 'advice' },
    });
  });

  it('says why: the rule, and the day it counts from', () => {
    expect(clockOf(held()).report).toMatchObject({
      date: '2026-05-05',
      from: MEETING,
      rule: { id: 'report', source: 'SEND Regulations 2014, reg 20(7)–(9); Code of Practice 9.176' },
    });
  });

  it('given no school: the same days, by the regulation under which the local authority holds the meeting', () => {
    const clock = clockOf({ ...held(), noSchool: true });
    expect(days(clock)).toEqual(days(clockOf(held())));
    const sources = Object.entries(clock).map(([step, { rule }]) => `${step}: ${rule.source}`);
    expect(sources.toSorted()).toEqual([
      'advice: our own default, no law sets it',
      'ask-advice: our own default, no law sets it',
      'circulate: SEND Regulations 2014, reg 21(4)',
      'invite: SEND Regulations 2014, reg 21(2)–(3)',
      'la-decision: SEND Regulations 2014, reg 21',
      'report: SEND Regulations 2014, reg 21(7)',
    ]);
    const notes = Object.values(clock).map(({ rule: { note = '' } }) => note);
    expect(notes.join(' ')).not.toContain('reg 20');
  });

  it('given the meeting was moved: every day moves with it', () => {
    const moved = meetingSet('2026-05-12', {}, { earlierMeetings: [] });
    expect(days(clockOf(moved))).toEqual({
      'ask-advice': '2026-04-14',
      advice: '2026-04-25',
      invite: '2026-04-28',
      circulate: '2026-04-28',
      report: '2026-05-26',
      'la-decision': '2026-06-09',
    });
  });

  it('given it was brought forward: counts from the day it was held', () => {
    const early = meetingHeld(MEETING, {}, { meetingOpenedAt: '2026-04-14T13:30:00.000Z' });
    expect(days(clockOf(early))).toMatchObject({ report: '2026-04-28', 'la-decision': '2026-05-12' });
  });

  it('given it is written up later: still counts from its day', () => {
    const late = meetingHeld(MEETING, {}, { meetingOpenedAt: '2026-04-23T13:30:00.000Z' });
    expect(days(clockOf(late))).toMatchObject({ report: '2026-05-05' });
  });

  it.each(['keep', 'cease'] as const)('given a decision to %s: no notice and no final plan', (kind) => {
    expect(clockOf(held({ decision: decision(kind, '2026-05-11') }))).not.toHaveProperty('notice');
    expect(clockOf(held({ decision: decision(kind, '2026-05-11') }))).not.toHaveProperty('final-plan');
  });
});

describe('a plan that is to be amended', () => {
  const amend = (annual: Partial<AnnualReview> = {}) =>
    clockOf(held({ decision: decision('amend', '2026-05-11'), ...annual }));

  it('given no notice yet: it is due 28 days and the final plan 12 weeks after the meeting', () => {
    expect(days(amend())).toMatchObject({ notice: '2026-05-19', 'final-plan': '2026-07-14' });
    expect(amend()).not.toHaveProperty('comments');
    expect(amend()['final-plan']?.rule.id).toBe('final-plan-meeting');
  });

  it('given an early notice: the final plan is due 8 weeks after it, which is stricter', () => {
    const clock = amend({ notice: dated('2026-05-11') });
    expect(clock['final-plan']).toMatchObject({
      date: '2026-07-06',
      from: '2026-05-11',
      rule: { id: 'final-plan-notice' },
    });
    expect(clock.comments?.date).toBe('2026-05-25');
  });

  it('given a late notice: 12 weeks from the meeting hold all the same', () => {
    const clock = amend({ notice: dated('2026-06-30') });
    expect(days(clock)).toMatchObject({ 'final-plan': '2026-07-14', comments: '2026-07-14' });
  });

  it.each([
    ['primary-secondary', '2026-11-23', '2027-02-14'],
    ['primary-secondary', '2026-11-20', '2027-02-12'],
    ['secondary-post-16', '2027-01-06', '2027-03-30'],
    ['secondary-post-16', '2026-12-01', '2027-02-23'],
    ['post-16-post-16', '2027-01-20', '2027-04-01'],
  ] as const)('given a move %s, met on %s: the final plan is due on %s', (kind, met, date) => {
    const transfer = { kind, year: 2027 };
    const review = meetingHeld(met, { transfer, decision: decision('amend', plusDays(met, 20)) });
    expect(clockOf(review)['final-plan']?.date).toBe(date);
  });

  it('given the final plan came without naming the place: by its own day, for that one has not amended it for the move', () => {
    // Met on 1 December 2026: twelve weeks end on 23 February 2027, the move asks for 14 February (reg 18(1)(b)).
    const by = (nextPlace: 'named' | 'not-named') =>
      clockOf(
        meetingHeld('2026-12-01', {
          transfer: { kind: 'primary-secondary', year: 2027 },
          decision: decision('amend', '2026-12-15'),
          finalPlan: { ...dated('2027-02-10'), nextPlace },
        }),
      )['final-plan']?.date;
    expect(by('named')).toBe('2027-02-14');
    expect(by('not-named')).toBe('2027-02-23');
  });
});

describe('a plan that is not amended after all', () => {
  const amend = { decision: decision('amend', '2026-05-11'), notice: dated('2026-05-19') };
  const after = held({ ...amend, notAmending: dated('2026-06-10') });

  it('is told of within 8 weeks of the notice, and no final plan is to come', () => {
    const clock = clockOf(after);
    expect(days(clock)).toMatchObject({ 'not-amending': '2026-07-14', notice: '2026-05-19' });
    expect(clock).not.toHaveProperty('final-plan');
    expect(doneOn(after, 'not-amending')).toBe('2026-06-10');
    expect(stepsOf(stepsInOrder(clock))).toContain('not-amending');
  });

  it('may be appealed against for two months, which August puts off to the first working day after it', () => {
    // 31 August 2026 is a bank holiday.
    expect(clockOf(after).appeal).toMatchObject({ date: '2026-09-01', rule: { id: 'appeal-not-amending' } });
  });

  it('without a notice has no day to be told by', () => {
    const review = held({ decision: decision('amend', '2026-05-11'), notAmending: dated('2026-06-10') });
    expect(clockOf(review)).not.toHaveProperty('not-amending');
  });

  it('is not what became of other reviews', () => {
    expect(clockOf(held(amend))).not.toHaveProperty('not-amending');
    expect(doneOn(held(amend), 'not-amending')).toBeUndefined();
  });
});

describe('a plan ordered by the Tribunal', () => {
  it('had no notice before it, and no other plan is to come', () => {
    const ordered = held({
      decision: decision('amend', '2026-05-11'),
      orderedPlan: { ...dated('2026-06-01'), nextPlace: 'named', cameBy: 'tribunal' },
    });
    expect(clockOf(ordered)).not.toHaveProperty('notice');
    expect(clockOf(ordered)).not.toHaveProperty('final-plan');
  });
});

describe('the right to appeal', () => {
  it('against section I alone needs no certificate, and gets no more time by one', () => {
    const kept = { decision: decision('keep', '2026-05-11'), mediation: dated('2026-07-05') };
    const lodged = (alone: 'yes' | 'no') => ({ ...dated('2026-07-01'), alone });
    const until = (annual: Partial<AnnualReview>) => clockOf(held(annual)).appeal?.date;
    // A month from the certificate is 5 August: put off to 1 September.
    expect(until({ ...kept, appeal: lodged('no') })).toBe('2026-09-01');
    expect(until({ ...kept, appeal: lodged('yes') })).toBe('2026-07-13');
  });

  const appeal = (annual: Partial<AnnualReview>) => clockOf(held(annual)).appeal;

  it.each([
    // Saturday 11 July 2026, Sunday 28 February 2027: the Monday after.
    ['keep', '2026-05-11', '2026-07-13'],
    ['cease', '2026-12-31', '2027-03-01'],
    ['keep', '2027-12-31', '2028-02-29'],
    ['cease', '2026-06-30', '2026-09-01'],
    ['keep', '2026-06-01', '2026-09-01'],
    ['keep', '2026-05-31', '2026-07-31'],
    ['cease', '2026-10-25', '2027-01-04'],
    ['keep', '2026-11-01', '2027-01-04'],
    // Saturday 2 January is no working day either.
    ['keep', '2026-11-02', '2027-01-04'],
    ['keep', '2026-11-05', '2027-01-05'],
  ] as const)('against a decision to %s of %s: until %s', (kind, on, until) => {
    expect(appeal({ decision: decision(kind, on) })?.date).toBe(until);
  });

  it('against an amended plan: from the final plan, not from the decision', () => {
    const amend = { decision: decision('amend', '2026-05-11') };
    expect(appeal(amend)).toBeUndefined();
    expect(appeal({ ...amend, finalPlan: dated('2026-07-10') })?.date).toBe('2026-09-10');
    expect(appeal({ ...amend, finalPlan: dated('2026-06-10') })?.date).toBe('2026-09-01');
  });

  it('given a mediation certificate late in the two months: a month from it, which is later', () => {
    const late = { decision: decision('keep', '2026-05-11'), mediation: dated('2026-07-01') };
    expect(appeal(late)).toMatchObject({ date: '2026-09-01', rule: { id: 'appeal-mediation' } });
  });

  it('given an early one: the two months hold, which are later', () => {
    const early = { decision: decision('keep', '2026-05-11'), mediation: dated('2026-05-20') };
    expect(appeal(early)).toMatchObject({ date: '2026-07-13', rule: { id: 'appeal' } });
  });

  it('is nothing before there is a decision', () => {
    expect(appeal({ mediation: dated('2026-05-20') })).toBeUndefined();
  });
});

describe('what is late', () => {
  it('the decision: not while there is time, then day by day', () => {
    expect(lateBy(held(), 'la-decision', '2026-05-19')).toBe(0);
    expect(lateBy(held(), 'la-decision', '2026-05-20')).toBe(1);
    expect(lateBy(held(), 'la-decision', '2026-06-18')).toBe(30);
  });

  it('given it came late: as many days as it was, whatever day it is', () => {
    const late = held({ decision: decision('keep', '2026-05-29') });
    expect(lateBy(late, 'la-decision', '2027-01-01')).toBe(10);
    expect(lateBy(held({ decision: decision('keep', '2026-05-12') }), 'la-decision', '2027-01-01')).toBe(0);
    // Of one that the school's data alone has, the day is known.
    expect(lateBy({ ...held(), decidedInData: '2026-05-12' }, 'la-decision', '2027-01-01')).toBe(0);
    expect(lateBy({ ...held(), decidedInData: '2026-05-29' }, 'la-decision', '2027-01-01')).toBe(10);
    expect(doneOn({ ...held(), decidedInData: '2026-05-12' }, 'report')).toBeUndefined();
  });

  it('the final plan, once the plan is to be amended', () => {
    const amended = held({ decision: decision('amend', '2026-05-11'), notice: dated('2026-05-11') });
    expect(lateBy(amended, 'final-plan', '2026-07-10')).toBe(4);
    expect(lateBy(held(), 'final-plan', '2026-12-01')).toBe(0);
  });

  it('given the day of the meeting passed and it was not held: nothing that comes after it is late', () => {
    expect(lateBy(meetingSet(MEETING), 'report', '2026-09-01')).toBe(0);
    expect(lateBy(meetingSet(MEETING), 'la-decision', '2026-09-01')).toBe(0);
  });

  it('what was to be done before the meeting gets no later after it', () => {
    expect(lateBy(meetingSet(MEETING), 'circulate', '2026-04-10')).toBe(3);
    expect(lateBy(held(), 'circulate', '2026-12-01')).toBe(14);
    expect(lateBy(held({ circulated: dated('2026-04-09') }), 'circulate', '2026-12-01')).toBe(2);
  });

  it('advice that was asked for with the invitation is not late, however near the meeting was set', () => {
    const near = meetingSet(MEETING, { invitedOn: '2026-04-10' });
    expect(lateBy(near, 'ask-advice', '2026-04-10')).toBe(0);
    // Two weeks' notice of a meeting on 21 April is by 7 April: of a meeting set that day, too.
    expect(lateBy(near, 'invite', '2026-04-10')).toBe(3);
    expect(lateBy(meetingSet(MEETING), 'ask-advice', '2026-04-10')).toBe(17);
  });

  it('nobody is late with an appeal', () => {
    expect(lateBy(held({ decision: decision('keep', '2026-05-11') }), 'appeal', '2027-05-01')).toBe(0);
  });
});

describe('what is done', () => {
  it('given letters and days recorded: on those days', () => {
    const review = held({
      invitedOn: '2026-03-20',
      circulated: dated('2026-04-06'),
      report: dated('2026-05-01'),
      decision: decision('amend', '2026-05-11'),
      notice: dated('2026-05-12'),
      comments: dated('2026-05-20'),
      finalPlan: dated('2026-07-01'),
    });
    const done = stepsInOrder(clockOf(review)).map(({ step }) => [step, doneOn(review, step)]);
    expect(Object.fromEntries(done)).toEqual({
      'ask-advice': '2026-03-20',
      advice: '2026-03-20',
      invite: '2026-03-20',
      circulate: '2026-04-06',
      report: '2026-05-01',
      'la-decision': '2026-05-11',
      notice: '2026-05-12',
      comments: '2026-05-20',
      'final-plan': '2026-07-01',
      appeal: undefined,
    });
    expect(openSteps(review)).toEqual([]);
  });

  it('the advice: when the last of it has come', () => {
    const of = (...outsiders: AnnualReview['outsiders']) =>
      doneOn(meetingSet(MEETING, { outsiders }), 'advice');
    expect(of(anOfficer('o1', '2026-04-01'), anOfficer('o2'))).toBeUndefined();
    expect(of(anOfficer('o1', '2026-04-02'), anOfficer('o2', '2026-04-01'))).toBe('2026-04-02');
  });

  it('the advice: nothing is waited for from parents, whose views are recorded', () => {
    const outsiders = [{ id: 'p', role: 'parent', name: 'A Parent' } as const, anOfficer('o1', '2026-04-01')];
    expect(doneOn(meetingSet(MEETING, { outsiders }), 'advice')).toBe('2026-04-01');
  });

  it('of another kind of review: nothing', () => {
    expect(doneOn(aReview(), 'report')).toBeUndefined();
  });
});

describe('what is open', () => {
  it('before the meeting: what goes before it, the earliest first', () => {
    const review = meetingSet(MEETING, { outsiders: [anOfficer('o1')] });
    expect(stepsOf(openSteps(review))).toEqual(['ask-advice', 'advice', 'invite', 'circulate']);
    const invited = meetingSet(MEETING, { outsiders: [anOfficer('o1')], invitedOn: '2026-03-20' });
    expect(stepsOf(openSteps(invited))).toEqual(['advice', 'circulate']);
  });

  it('after it: the report and the decision, then what an amendment brings', () => {
    expect(stepsOf(openSteps(held()))).toEqual(['report', 'la-decision']);
    const amend = { report: dated('2026-05-01'), decision: decision('amend', '2026-05-11') };
    expect(stepsOf(openSteps(held(amend)))).toEqual(['notice', 'final-plan']);
    const noticed = { ...amend, notice: dated('2026-05-11') };
    expect(stepsOf(openSteps(held(noticed)))).toEqual(['comments', 'final-plan']);
    expect(openSteps(held({ ...noticed, finalPlan: dated('2026-07-01') }))).toEqual([]);
  });

  it('given a final plan before anything else was recorded: the report all the same, and no comments', () => {
    const early = { decision: decision('amend', '2026-05-11'), notice: dated('2026-05-11') };
    const review = held({ ...early, finalPlan: dated('2026-07-01') });
    expect(stepsOf(openSteps(review))).toEqual(['report']);
  });

  it('given a notice so late that comments may come after the final plan is due: that one first', () => {
    // Met on 21 April: the final plan by 14 July. Notice on 10 July: comments until the 24th.
    const late = {
      report: dated('2026-05-01'),
      decision: decision('amend', '2026-05-11'),
      notice: dated('2026-07-10'),
    };
    expect(stepsOf(openSteps(held(late)))).toEqual(['final-plan', 'comments']);
  });

  it('the right to appeal has its place among the days, and is nothing to do', () => {
    // Kept on 11 May: two months to appeal, until 11 July.
    const kept = held({ report: dated('2026-05-01'), decision: decision('keep', '2026-05-11') });
    expect(stepsOf(stepsInOrder(clockOf(kept))).at(-1)).toBe('appeal');
    expect(openSteps(kept)).toEqual([]);
  });
});

describe('a rule that changes on 1 September 2027', () => {
  const changed: readonly Rule[] = STATUTE.flatMap((rule) =>
    rule.id === 'report'
      ? [
          { ...rule, holds: { ...rule.holds, until: '2027-08-31' } },
          { ...rule, span: { days: 10 }, source: 'Code of Practice 2027', holds: { from: '2027-09-01' } },
        ]
      : [rule],
  );
  const began = (startedAt: string) => meetingHeld('2027-09-20', {}, { startedAt });

  it.each([
    ['2027-08-31T09:00:00.000Z', '2027-10-04'],
    ['2027-09-01T09:00:00.000Z', '2027-09-30'],
    // 23:30 in UTC is half past midnight at school, in summer.
    ['2027-08-31T23:30:00.000Z', '2027-09-30'],
  ])('a review that began at %s keeps its rule: the report is due on %s', (startedAt, date) => {
    expect(clockOf(began(startedAt), changed).report?.date).toBe(date);
  });

  it('lateness and what is open go by the same rule', () => {
    const review = began('2027-09-01T09:00:00.000Z');
    expect(lateBy(review, 'report', '2027-10-03', changed)).toBe(3);
    expect(lateBy(review, 'report', '2027-10-03')).toBe(0);
    expect(openSteps(review, changed)[0]?.due.date).toBe('2027-09-30');
  });
});

describe('whatever the days', () => {
  const meeting = fc.integer({ min: 0, max: 1500 }).map((n) => plusDays('2025-01-01', n));
  const after = fc.option(fc.nat(200), { nil: undefined });
  const given = fc.record({
    meeting,
    kind: fc.constantFrom<LaDecisionKind>('keep', 'amend', 'cease'),
    decided: after,
    noticed: after,
    final: after,
    mediated: after,
    transfer: fc.option(
      fc.record({
        kind: fc.constantFrom('primary-secondary' as const, 'secondary-post-16' as const),
        year: fc.integer({ min: 2025, max: 2030 }),
      }),
      { nil: undefined },
    ),
  });
  type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;

  /** The letters stay on their days when the meeting moves. */
  function review(g: Given, met = g.meeting) {
    const on = (days: number | undefined) => (days === undefined ? undefined : plusDays(g.meeting, days));
    const letter = (days: number | undefined) => dated(on(days) ?? '');
    return meetingHeld(met, {
      ...(g.transfer && { transfer: g.transfer }),
      ...(g.decided !== undefined && { decision: decision(g.kind, on(g.decided) ?? '') }),
      ...(g.noticed !== undefined && { notice: letter(g.noticed) }),
      ...(g.final !== undefined && { finalPlan: letter(g.final) }),
      ...(g.mediated !== undefined && { mediation: letter(g.mediated) }),
    });
  }

  it('no deadline is before what it counts from; what goes before the meeting is before it', () => {
    const before = ['invite', 'ask-advice', 'advice', 'circulate'];
    fc.assert(
      fc.property(given, (g) => {
        for (const { step, due } of stepsInOrder(clockOf(review(g)))) {
          const { months = 0, weeks = 0, days = 0 } = due.rule.span;
          expect(before.includes(step)).toBe(months + weeks + days < 0);
          expect(before.includes(step) ? due.date < due.from : due.date > due.from).toBe(true);
        }
      }),
    );
  });

  it('of the days for the final plan the strictest wins', () => {
    fc.assert(
      fc.property(given, (g) => {
        const day = clockOf(review(g))['final-plan']?.date;
        if (!day) return;
        expect(day <= plusDays(g.meeting, 84)).toBe(true);
        if (g.noticed !== undefined) expect(day <= plusDays(g.meeting, g.noticed + 56)).toBe(true);
        const limit = g.transfer?.kind === 'primary-secondary' ? '02-14' : '03-30';
        if (g.transfer) expect(day <= `${g.transfer.year}-${limit}`).toBe(true);
      }),
    );
  });

  it('of the days to appeal the later holds', () => {
    fc.assert(
      fc.property(given, (g) => {
        const { appeal } = clockOf(review(g));
        const { mediation, ...withoutCertificate } = review(g).annual ?? {};
        const letterOnly = clockOf({
          ...review(g),
          annual: withoutCertificate as AnnualReview,
        }).appeal;
        expect(appeal === undefined).toBe(letterOnly === undefined);
        if (appeal && letterOnly) expect(appeal.date >= letterOnly.date).toBe(true);
        if (appeal && mediation) expect(appeal.date > plusDays(mediation.on, 27)).toBe(true);
      }),
    );
  });

  it('moving a meeting later never makes a deadline earlier', () => {
    fc.assert(
      fc.property(given, fc.nat(200), (g, later) => {
        const first: Clock = clockOf(review(g));
        const then = clockOf(review(g, plusDays(g.meeting, later)));
        for (const { step, due } of stepsInOrder(first)) {
          expect((then[step]?.date ?? '') >= due.date, step).toBe(true);
        }
      }),
    );
  });

  it('a step is never late on its own day or before, and every day after counts', () => {
    fc.assert(
      fc.property(given, fc.integer({ min: -60, max: 60 }), (g, days) => {
        const { decision: _, ...undecided } = review(g).annual ?? {};
        const waiting = { ...review(g), annual: undecided as AnnualReview };
        const due = clockOf(waiting)['la-decision']?.date ?? '';
        expect(lateBy(waiting, 'la-decision', plusDays(due, days))).toBe(Math.max(0, days));
      }),
    );
  });
});

describe('what was to be done before the meeting and was not', () => {
  it.each(['invite', 'ask-advice', 'circulate'] as const)('%s: is over once that was held', (step) => {
    expect(isOver(meetingSet(MEETING), step)).toBe(false);
    expect(isOver(held(), step)).toBe(true);
  });

  it('is not over where it was done, late or not, nor is what follows the meeting', () => {
    expect(isOver(held({ invitedOn: '2026-04-20' }), 'invite')).toBe(false);
    expect(isOver(held({ circulated: dated('2026-04-20') }), 'circulate')).toBe(false);
    expect(isOver(held(), 'report')).toBe(false);
    expect(isOver(held(), 'la-decision')).toBe(false);
  });
});

describe('the clock of one review', () => {
  const without = (id: string) =>
    STATUTE.map((rule) => (rule.id === id ? { ...rule, span: { days: 1 } } : rule));

  it('by other rules is by those, whichever it was asked by before', () => {
    const review = held();
    expect(clockOf(review, without('report')).report?.date).toBe('2026-04-22');
    expect(clockOf(review, without('la-decision')).report?.date).toBe('2026-05-05');
    expect(clockOf(review).report?.date).toBe('2026-05-05');
    expect(clockOf(review, without('report')).report?.date).toBe('2026-04-22');
  });

  it('whose decision to amend was put right to keep the plan, has no day left for amending it', () => {
    const put = held({ decision: decision('keep', '2026-05-12'), notice: dated('2026-05-12') });
    expect(clockOf(put)).not.toHaveProperty('notice');
    expect(clockOf(put)).not.toHaveProperty('comments');
    expect(clockOf(put)).not.toHaveProperty('final-plan');
  });

  it('has the day an appeal was lodged, where that is against what stands', () => {
    const kept = decision('keep', '2026-05-12');
    const lodged = (on: string) => held({ decision: kept, appeal: { ...dated(on), alone: 'no' } });
    expect(doneOn(lodged('2026-06-20'), 'appeal')).toBe('2026-06-20');
    expect(doneOn(lodged('2026-05-11'), 'appeal')).toBeUndefined();
    expect(doneOn(held({ decision: kept }), 'appeal')).toBeUndefined();
  });
});
