import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { PhaseKind, School } from '../../../src/domain/school/school.ts';
import { type Rule, STATUTE } from '../../../src/domain/statute/statute.ts';
import { flaggedFrom, transferDates, transferOf } from '../../../src/domain/statute/transfer.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPupil, aSchool } from '../../support/builders.ts';
import type { OfAPupil } from '../../support/one-plan.ts';
import { only, theDue } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const nextOf = (pupil: Pupil, ...on: [today: string, school?: School]) =>
  transferOf(pupil, only(pupil), ...on);
const dueTransfer = (...of: Parameters<typeof theDue>) => theDue(...of)?.transfer;
const aged = (yearGroup: string, given: OfAPupil = {}) =>
  aPupil({ plan: 'ehcp', planMade: '2023-09-10', yearGroup, ...given });

describe('the dates of a phase transfer in September 2027', () => {
  it.each<readonly [PhaseKind, deadline: string, meetBy: string]>([
    ['reception-entry', '2027-02-14', '2026-11-23'],
    ['infant-junior', '2027-02-14', '2026-11-23'],
    ['middle', '2027-02-14', '2026-11-23'],
    ['primary-secondary', '2027-02-14', '2026-11-23'],
    ['secondary-post-16', '2027-03-30', '2027-01-06'],
    ['post-16-post-16', '2027-04-01', '2027-01-07'],
  ])('%s: amended by %s, met by %s', (kind, deadline, meetBy) => {
    expect(transferDates({ kind, year: 2027 }, TODAY)).toMatchObject({
      deadline: { date: deadline },
      meetBy: { date: meetBy },
    });
  });

  it('and in a leap year, where 31 March is a day later in the year', () => {
    expect(transferDates({ kind: 'primary-secondary', year: 2028 }, TODAY).meetBy.date).toBe('2027-11-23');
    expect(transferDates({ kind: 'secondary-post-16', year: 2028 }, TODAY).meetBy.date).toBe('2028-01-07');
  });

  it('say why: the deadline by the day before it, the meeting by that day itself', () => {
    expect(transferDates({ kind: 'primary-secondary', year: 2027 }, TODAY)).toMatchObject({
      deadline: { rule: { id: 'transfer-15-feb', source: 'SEND Regulations 2014, reg 18(1)(b)' } },
      meetBy: { from: '2027-02-15', rule: { id: 'transfer-meeting' } },
    });
  });

  it('go by the rules of the day the review began', () => {
    const sooner: readonly Rule[] = STATUTE.flatMap((rule) =>
      rule.id === 'transfer-15-feb'
        ? [
            { ...rule, holds: { ...rule.holds, until: '2026-08-31' } },
            { ...rule, span: { months: 1 }, holds: { from: '2026-09-01' } },
          ]
        : [rule],
    );
    const on = (day: string) => transferDates({ kind: 'middle', year: 2027 }, day, sooner).deadline.date;
    expect(on('2026-08-31')).toBe('2027-02-14');
    expect(on('2026-09-01')).toBe('2027-01-31');
  });
});

describe('the next transfer of a pupil', () => {
  const of = (yearGroup: string, today = TODAY, leavingYears?: readonly string[]) =>
    nextOf(aged(yearGroup), today, aSchool(leavingYears ? { leavingYears } : {}));

  it.each([
    ['N2', 'reception-entry', 2027],
    ['N1', 'reception-entry', 2028],
    ['n2', 'reception-entry', 2027],
    ['R', 'primary-secondary', 2033],
    ['5', 'primary-secondary', 2028],
    ['6', 'primary-secondary', 2027],
    ['7', 'secondary-post-16', 2031],
    ['10', 'secondary-post-16', 2028],
    ['11', 'secondary-post-16', 2027],
  ] as const)('given nothing else, in year group %s: %s in %s', (group, kind, year) => {
    expect(of(group)).toEqual({ kind, year });
  });

  it.each([
    ['2', ['2'], 'infant-junior', 2027],
    ['1', ['2'], 'infant-junior', 2028],
    ['4', ['4'], 'middle', 2027],
    ['8', ['8'], 'middle', 2027],
    ['5', ['4', '8'], 'middle', 2030],
    ['10', ['10'], 'secondary-post-16', 2027],
    ['13', ['13'], 'post-16-post-16', 2027],
    ['12', ['14'], 'post-16-post-16', 2029],
    ['N2', ['6'], 'reception-entry', 2027],
  ] as const)('given year group %s of a school left after %s: %s in %s', (group, leaving, kind, year) => {
    expect(of(group, TODAY, leaving)).toEqual({ kind, year });
  });

  it('given they stay: none', () => {
    expect(of('12', TODAY, ['11'])).toBeUndefined();
    expect(of('6', TODAY, ['13'])).toEqual({ kind: 'post-16-post-16', year: 2034 });
    expect(of('6', TODAY, [])).toBeUndefined();
    expect(of('upper', TODAY)).toBeUndefined();
  });

  it('counts the school year from September to August', () => {
    expect(of('6', '2026-08-31')).toEqual({ kind: 'primary-secondary', year: 2026 });
    expect(of('6', '2026-09-01')).toEqual({ kind: 'primary-secondary', year: 2027 });
    expect(of('5', '2026-06-15')).toEqual({ kind: 'primary-secondary', year: 2027 });
  });

  it('given the school’s own data: that, until it is past', () => {
    const given = { kind: 'middle', year: 2027 } as const;
    const pupil = aged('6', { phaseTransfer: given });
    expect(nextOf(pupil, TODAY, aSchool())).toEqual(given);
    expect(nextOf(pupil, '2027-09-01', aSchool())).toEqual(given);
    expect(nextOf({ ...pupil, yearGroup: '7' }, '2027-09-02', aSchool())).toEqual({
      kind: 'secondary-post-16',
      year: 2032,
    });
    expect(nextOf(aged('6', { phaseTransfer: 'none' }), TODAY, aSchool())).toBeUndefined();
  });

  it('given no school: as most schools have it', () => {
    expect(nextOf(aged('6'), TODAY)).toEqual({ kind: 'primary-secondary', year: 2027 });
  });
});

describe('when a transfer is first thought of', () => {
  const terms = [
    { name: 'Autumn 2026', start: '2026-09-01', end: '2026-12-18' },
    { name: 'Summer 2026', start: '2026-04-13', end: '2026-07-21' },
    { name: 'Spring 2027', start: '2027-01-05', end: '2027-03-25' },
  ];

  it.each([
    ['in the autumn term: from the summer term', '2026-11-23', '2026-04-13'],
    ['in the spring term: from the autumn term', '2027-01-06', '2026-09-01'],
    ['on the first day of a term: of that term', '2027-01-05', '2026-09-01'],
    ['in the holidays: of the term that has ended', '2027-01-04', '2026-04-13'],
    ['in the first term that is known: some months before', '2026-06-30', '2026-01-30'],
    ['after the terms that are known: some months before', '2027-11-23', '2027-06-23'],
    ['before the terms that are known: some months before', '2025-11-23', '2025-06-23'],
  ])('its meeting %s', (_, meetBy, from) => {
    expect(flaggedFrom(meetBy, aSchool({ terms }), TODAY)).toBe(from);
  });

  it('given no school: some months before', () => {
    expect(flaggedFrom('2026-11-23', undefined, TODAY)).toBe('2026-06-23');
  });
});

describe('a Year 6 pupil’s transfer in September 2027', () => {
  // The terms begin in September 2026, so it is thought of from 23 June 2026.
  const due = (on: string, reviews: readonly Review[] = [], given: OfAPupil = {}) =>
    dueTransfer(aged(on < '2026-09-01' ? '5' : '6', given), reviews, on, aSchool());

  it('is not yet thought of, then is, until the day itself', () => {
    expect(due('2026-06-22')).toBeUndefined();
    expect(due('2026-06-23')).toMatchObject({
      kind: 'primary-secondary',
      year: 2027,
      standing: 'in-time',
      deadline: { date: '2027-02-14' },
      meetBy: { date: '2026-11-23' },
    });
    const stale = { phaseTransfer: { kind: 'primary-secondary', year: 2027 } } as const;
    expect(due('2027-09-01', [], stale)).toMatchObject({ standing: 'late' });
    expect(due('2027-09-02', [], { ...stale, yearGroup: '7' })).toBeUndefined();
  });

  it('is none of a pupil without an EHC plan', () => {
    expect(due(TODAY, [], { plan: 'sen-support' })).toBeUndefined();
  });

  it.each([
    ['six weeks before the latest meeting', '2026-10-12', 'in-time'],
    ['a day later', '2026-10-13', 'at-risk'],
    ['on the deadline', '2027-02-14', 'at-risk'],
    ['after it', '2027-02-15', 'late'],
  ])('given no meeting, %s (%s): %s', (_, on, standing) => {
    expect(due(on)).toMatchObject({ standing });
    expect(due(on)).not.toHaveProperty('meetingOn');
  });

  it.each([
    ['on the latest day', '2026-11-23', 'in-time'],
    ['a day after it', '2026-11-24', 'at-risk'],
  ])('given a meeting set %s: %s', (_, on, standing) => {
    expect(due(TODAY, [meetingSet(on)])).toMatchObject({ standing, meetingOn: on });
  });

  it('given a meeting set too late, early in the autumn: at risk already', () => {
    expect(due('2026-09-10', [meetingSet('2026-12-01')])).toMatchObject({ standing: 'at-risk' });
  });

  it('given a review that was cancelled, or of another kind: as if there were none', () => {
    const others = [
      meetingSet('2026-11-20', {}, { stage: 'cancelled' }),
      meetingSet('2026-11-20', {}, { kind: 'sen-support' }),
    ];
    expect(due(TODAY, others)).toMatchObject({ standing: 'at-risk' });
  });

  it('given it was held in time: in time, until the deadline has passed without a decision', () => {
    const held = [meetingHeld('2026-11-20')];
    expect(due('2026-12-10', held)).toMatchObject({ standing: 'in-time', meetingOn: '2026-11-20' });
    expect(due('2027-02-15', held)).toMatchObject({ standing: 'late' });
  });

  it('given an imported meeting since it is thought of: held', () => {
    expect(due(TODAY, [], { lastMeeting: '2026-10-01' })).toMatchObject({
      standing: 'in-time',
      meetingOn: '2026-10-01',
    });
    expect(due(TODAY, [], { lastMeeting: '2026-05-01' })).toMatchObject({ standing: 'at-risk' });
  });

  it.each(['keep', 'cease'] as const)('given a decision to %s since it is thought of: settled', (kind) => {
    expect(
      due(TODAY, [meetingHeld('2026-09-20', { decision: decision(kind, '2026-10-15') })]),
    ).toBeUndefined();
  });

  it('given a decision to amend: settled with the final plan, not before', () => {
    const amend = { decision: decision('amend', '2026-10-15') };
    expect(due(TODAY, [meetingHeld('2026-09-20', amend)])).toMatchObject({
      standing: 'in-time',
      meetingOn: '2026-09-20',
    });
    const final = { ...amend, finalPlan: dated('2026-11-09') };
    expect(due(TODAY, [meetingHeld('2026-09-20', final)])).toBeUndefined();
  });

  it('given a decision of before: not settled, nor is its meeting for it', () => {
    const early = meetingHeld('2026-05-20', { decision: decision('amend', '2026-06-22') });
    expect(due('2026-09-10', [early])).toMatchObject({ standing: 'in-time' });
    expect(due('2026-09-10', [early])).not.toHaveProperty('meetingOn');
    expect(due('2026-09-10', [], { lastDecision: '2026-06-22' })).toBeDefined();
  });

  it('given an imported decision since: settled, unless a later one here waits for its final plan', () => {
    expect(due(TODAY, [], { lastDecision: '2026-06-23' })).toBeUndefined();
    const amend = meetingHeld('2026-09-20', { decision: decision('amend', '2026-10-15') });
    expect(due(TODAY, [amend], { lastDecision: '2026-06-23' })).toBeDefined();
    expect(due(TODAY, [amend], { lastDecision: '2026-10-16' })).toBeUndefined();
  });
});

describe('whatever the year', () => {
  const transfer = fc.record({
    kind: fc.constantFrom<PhaseKind>(
      'reception-entry',
      'infant-junior',
      'middle',
      'primary-secondary',
      'secondary-post-16',
      'post-16-post-16',
    ),
    year: fc.integer({ min: 2020, max: 2060 }),
  });

  it('the meeting is twelve weeks before the deadline, which is before the transfer', () => {
    fc.assert(
      fc.property(transfer, (some) => {
        const { deadline, meetBy } = transferDates(some, TODAY);
        expect(plusDays(meetBy.date, 83) <= deadline.date && deadline.date < `${some.year}-09-01`).toBe(true);
        expect(plusDays(meetBy.date, 84) >= deadline.date).toBe(true);
      }),
    );
  });

  it('time only makes it worse: in time, at risk, late', () => {
    const order = ['in-time', 'at-risk', 'late'];
    const day = fc.nat(430).map((n) => plusDays('2026-06-23', n));
    const set = fc.option(day, { nil: undefined });
    fc.assert(
      fc.property(day, fc.nat(430), set, (today, later, met) => {
        const reviews = met ? [meetingSet(met)] : [];
        const pupil = aged('7', { phaseTransfer: { kind: 'primary-secondary', year: 2027 } });
        const on = (at: string) => order.indexOf(dueTransfer(pupil, reviews, at)?.standing ?? 'late');
        expect(on(plusDays(today, later))).toBeGreaterThanOrEqual(on(today));
      }),
    );
  });

  it('moving its meeting later never makes it stand better', () => {
    const order = ['in-time', 'at-risk', 'late'];
    fc.assert(
      fc.property(fc.nat(300), fc.nat(200), (set, later) => {
        const pupil = aged('7', { phaseTransfer: { kind: 'primary-secondary', year: 2027 } });
        const first = plusDays('2026-06-23', set);
        const on = (met: string) =>
          order.indexOf(dueTransfer(pupil, [meetingSet(met)], '2026-10-20')?.standing ?? '');
        expect(on(plusDays(first, later))).toBeGreaterThanOrEqual(on(first));
      }),
    );
  });
});
