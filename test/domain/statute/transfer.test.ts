import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { PhaseKind, School } from '../../../src/domain/school/school.ts';
import { nextReviewOf } from '../../../src/domain/statute/due.ts';
import { transferOf } from '../../../src/domain/statute/next-transfer.ts';
import { type Rule, STATUTE } from '../../../src/domain/statute/statute.ts';
import { flaggedFrom, transferDates } from '../../../src/domain/statute/transfer.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { dated, decision, meetingHeld, meetingSet } from '../../support/annual-dates.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import type { OfAPupil } from '../../support/one-plan.ts';
import { only, theDue } from '../../support/one-plan.ts';

const TODAY = '2026-11-10';
const RECORDED = '2026-11-05T16:00:00.000Z';
const nextOf = (pupil: Pupil, ...on: [today: string, school?: School]) =>
  transferOf(pupil, only(pupil), ...on);
const dueTransfer = (...of: Parameters<typeof theDue>) => theDue(...of)?.transfer;
const aged = (yearGroup: string, given: OfAPupil = {}) =>
  aPupil({ plan: 'ehcp', planMade: '2023-09-10', yearGroup, ...given });

describe('the dates of a phase transfer in September 2027', () => {
  it.each<readonly [PhaseKind, deadline: string, meetBy: string]>([
    ['reception-entry', '2027-02-14', '2026-11-22'],
    ['infant-junior', '2027-02-14', '2026-11-22'],
    ['middle', '2027-02-14', '2026-11-22'],
    ['primary-secondary', '2027-02-14', '2026-11-22'],
    ['secondary-post-16', '2027-03-30', '2027-01-05'],
    ['post-16-post-16', '2027-04-01', '2027-01-07'],
  ])('%s: amended by %s, met by %s', (kind, deadline, meetBy) => {
    expect(transferDates({ kind, year: 2027 }, TODAY)).toMatchObject({
      deadline: { date: deadline },
      meetBy: { date: meetBy },
    });
  });

  it('and in a leap year, where 31 March is a day later in the year', () => {
    expect(transferDates({ kind: 'primary-secondary', year: 2028 }, TODAY).meetBy.date).toBe('2027-11-22');
    expect(transferDates({ kind: 'secondary-post-16', year: 2028 }, TODAY).meetBy.date).toBe('2028-01-06');
  });

  it('say why: the deadline by the day before it, the meeting back from that day', () => {
    expect(transferDates({ kind: 'primary-secondary', year: 2027 }, TODAY)).toMatchObject({
      deadline: {
        rule: {
          id: 'transfer-15-feb',
          source: 'SEND Regulations 2014, reg 18(1)(b); Code of Practice 9.179',
        },
      },
      meetBy: { from: '2027-02-14', rule: { id: 'transfer-meeting' } },
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
    ['3', ['3'], 'middle', 2027],
    ['4', ['4'], 'middle', 2027],
    ['5', ['5'], 'middle', 2027],
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
    expect(of('upper', TODAY)).toBeUndefined();
  });

  it.each([
    ['an all-through school, from primary to secondary', '6', ['13'], 'primary-secondary', 2027],
    ['an all-through school that nobody leaves before 16', '5', ['11'], 'primary-secondary', 2028],
    ['an all-through school that says nothing of leaving', '6', [], 'primary-secondary', 2027],
    ['a school with a sixth form, to post-16', '11', ['13'], 'secondary-post-16', 2027],
    ['a school with a sixth form, from Year 7', '7', ['13'], 'secondary-post-16', 2031],
    ['a first school, to middle', '3', ['4'], 'middle', 2028],
    ['a middle school, to secondary and not after Year 6', '6', ['8'], 'middle', 2029],
    ['an upper school, to post-16', '9', ['13'], 'secondary-post-16', 2029],
    ['a middle school left after Year 7, and not after Year 6', '5', ['7'], 'middle', 2029],
    ['a middle school left after Year 9, and not after Year 6', '6', ['9'], 'middle', 2030],
    ['a first and an upper school in one, from Year 4', '4', ['3', '13'], 'secondary-post-16', 2034],
    ['a first and an upper school in one, from Year 5', '5', ['4', '13'], 'secondary-post-16', 2033],
    ['a first and an upper school in one, from Year 6', '6', ['5', '13'], 'secondary-post-16', 2032],
    ['a middle and an upper school in one, from Year 9', '9', ['8', '13'], 'secondary-post-16', 2029],
    ['a sixth form that some leave after Year 12', '12', ['12'], 'post-16-post-16', 2027],
    ['an all-through school with a nursery', 'N2', ['13'], 'reception-entry', 2027],
  ] as const)('is owed within %s', (_, group, leaving, kind, year) => {
    expect(of(group, TODAY, leaving)).toEqual({ kind, year });
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
    ['on the last day of the last term that is known: of that term', '2027-03-25', '2026-09-01'],
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
  // The terms begin in September 2026, so it is thought of from 22 June 2026.
  const due = (on: string, reviews: readonly Review[] = [], given: OfAPupil = {}) =>
    dueTransfer(aged(on < '2026-09-01' ? '5' : '6', given), reviews, on, aSchool());

  it('is not yet thought of, then is, until the day itself', () => {
    expect(due('2026-06-21')).toBeUndefined();
    expect(due('2026-06-22')).toMatchObject({
      kind: 'primary-secondary',
      year: 2027,
      standing: 'in-time',
      deadline: { date: '2027-02-14' },
      meetBy: { date: '2026-11-22' },
    });
    const stale = { phaseTransfer: { kind: 'primary-secondary', year: 2027 } } as const;
    expect(due('2027-09-01', [], stale)).toMatchObject({ standing: 'late' });
    expect(due('2027-09-02', [], { ...stale, yearGroup: '7' })).toBeUndefined();
  });

  it('is none of a pupil without an EHC plan', () => {
    expect(due(TODAY, [], { plan: 'sen-support' })).toBeUndefined();
  });

  it.each([
    ['six weeks before the latest meeting', '2026-10-11', 'in-time'],
    ['a day later', '2026-10-12', 'at-risk'],
    ['on the deadline', '2027-02-14', 'at-risk'],
    ['after it', '2027-02-15', 'late'],
  ])('given no meeting, %s (%s): %s', (_, on, standing) => {
    expect(due(on)).toMatchObject({ standing });
    expect(due(on)).not.toHaveProperty('meetingOn');
  });

  it.each([
    ['on the latest day', '2026-11-22', 'in-time'],
    ['a day after it', '2026-11-23', 'at-risk'],
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

  it('given an imported meeting of Year 6 that is not decided: held', () => {
    expect(due(TODAY, [], { lastMeeting: '2026-10-01' })).toMatchObject({
      standing: 'in-time',
      meetingOn: '2026-10-01',
    });
    expect(due(TODAY, [], { lastMeeting: '2026-05-01' })).toMatchObject({ standing: 'at-risk' });
  });

  it.each([
    ['on the first day of Year 6, not decided', { lastMeeting: '2026-09-01' }, true],
    ['on the last day of Year 5, not decided', { lastMeeting: '2026-08-31' }, false],
    ['in the summer term of Year 5, not decided', { lastMeeting: '2026-06-22' }, false],
    ['in the summer term of Year 5', { lastMeeting: '2026-06-05', lastDecision: '2026-07-01' }, false],
    ['at its beginning', { lastMeeting: '2026-04-20', lastDecision: '2026-05-15' }, false],
    ['in the spring term of Year 5', { lastMeeting: '2026-03-20', lastDecision: '2026-04-15' }, false],
    ['in Year 6, after a decision', { lastMeeting: '2026-09-10', lastDecision: '2026-07-01' }, true],
    ['in Year 6, before the plan was made', { lastMeeting: '2026-09-10', planMade: '2026-10-20' }, false],
  ] as const)('given an imported meeting %s: it serves %s', (_, given, serves) => {
    const found = due('2026-10-12', [], given);
    expect(found).toMatchObject({ meetBy: { date: '2026-11-22' }, meetSchoolDay: '2026-11-20' });
    expect(found?.meetingOn).toBe(serves ? given.lastMeeting : undefined);
    expect(found?.standing).toBe(serves ? 'in-time' : 'at-risk');
  });

  it.each(['2026-10-05', '2026-09-10'])(
    'given an imported meeting in Year 6, and decided on %s nobody says how: it may serve, and is at risk until that is said',
    (lastDecision) => {
      const found = due('2026-10-12', [], { lastMeeting: '2026-09-10', lastDecision });
      expect(found).toMatchObject({ meetingOn: '2026-09-10', unsaid: true, standing: 'at-risk' });
    },
  );

  it('given a review of Year 5 held here, whether it began for the move or not: none for it, decided or awaited', () => {
    const forIt = { transfer: { kind: 'primary-secondary', year: 2027 } } as const;
    const held = (annual = {}) => meetingHeld('2026-06-24', annual);
    for (const review of [
      held(),
      held(forIt),
      held({ ...forIt, decision: decision('amend', '2026-07-15') }),
      held({ decision: decision('keep', '2026-07-15') }),
      meetingSet('2026-07-10', forIt),
    ])
      expect(due('2026-10-12', [review])).not.toHaveProperty('meetingOn');
  });

  it('given a review of Year 6 that the school’s data has decided on since: it is to be said what was decided', () => {
    const held = [meetingHeld('2026-09-15')];
    expect(due('2026-10-12', held, { lastDecision: '2026-09-15' })).toMatchObject({
      meetingOn: '2026-09-15',
    });
    const given = { meetingOn: '2026-09-15', unsaid: true, sayIn: 'annual-2026-09-15' };
    expect(due('2026-10-12', held, { lastDecision: '2026-10-05' })).toMatchObject(given);
    const never = { neverDecided: { by: SENCO, at: RECORDED, why: 'Lost.' } };
    const late = [meetingHeld('2026-09-15', never)];
    expect(due('2026-10-12', late, { lastDecision: '2026-10-05' })).toMatchObject(given);
  });

  it('given a review of Year 6 that began for another move, or whose decision is no longer waited for: none for it', () => {
    const other = meetingSet('2026-11-10', { transfer: { kind: 'infant-junior', year: 2026 } });
    const never = meetingHeld('2026-09-15', { neverDecided: { by: SENCO, at: RECORDED, why: 'Lost.' } });
    expect(due('2026-10-12', [other])).not.toHaveProperty('meetingOn');
    expect(due('2026-10-12', [never])).not.toHaveProperty('meetingOn');
  });

  it('given several meetings for it: the first, whichever order they come in', () => {
    const meetings = [meetingSet('2026-11-18', {}, { id: 'second' }), meetingHeld('2026-10-06')];
    expect(due(TODAY, meetings)).toMatchObject({ meetingOn: '2026-10-06', met: true });
    expect(due(TODAY, meetings.toReversed())).toMatchObject({ meetingOn: '2026-10-06', met: true });
    expect(due(TODAY, meetings, { lastMeeting: '2026-09-15' })).toMatchObject({ meetingOn: '2026-09-15' });
  });

  it('given a review that began for it and has no meeting yet: as if there were none', () => {
    const { meeting: _, ...preparing } = meetingSet('2026-11-20', {
      transfer: { kind: 'primary-secondary', year: 2027 },
    });
    const found = due(TODAY, [{ ...preparing, stage: 'preparing' }]);
    expect(found).toMatchObject({ standing: 'at-risk' });
    expect(found).not.toHaveProperty('meetingOn');
    expect(Object.keys(found ?? {}).sort()).toEqual([
      'deadline',
      'kind',
      'meetBy',
      'meetSchoolDay',
      'standing',
      'year',
    ]);
  });

  it('given a decision to keep the plan since it is thought of: not settled, and late once the day has passed', () => {
    const kept = [meetingHeld('2026-09-20', { decision: decision('keep', '2026-10-15') })];
    expect(due(TODAY, kept)).toMatchObject({ standing: 'at-risk' });
    expect(due(TODAY, kept)).not.toHaveProperty('meetingOn');
    expect(due('2027-02-14', kept)).toMatchObject({ standing: 'at-risk' });
    expect(due('2027-02-15', kept)).toMatchObject({ standing: 'late' });
  });

  it('given a decision to cease the plan since: there is no transfer to settle', () => {
    expect(
      due(TODAY, [meetingHeld('2026-09-20', { decision: decision('cease', '2026-10-15') })]),
    ).toBeUndefined();
  });

  it('given a decision to amend: settled with a final plan that names the next place, not before', () => {
    const amend = { decision: decision('amend', '2026-10-15') };
    const final = (nextPlace?: 'named' | 'not-named') => [
      meetingHeld('2026-09-20', {
        ...amend,
        finalPlan: { ...dated('2026-11-09'), ...(nextPlace && { nextPlace }) },
      }),
    ];
    const open = { standing: 'in-time', meetingOn: '2026-09-20', met: true };
    expect(due(TODAY, [meetingHeld('2026-09-20', amend)])).toMatchObject(open);
    // It was met for: what is missing is the place in the plan, or somebody's word on it.
    expect(due(TODAY, final('not-named'))).toMatchObject({
      ...{ ...open, standing: 'at-risk', finalOn: '2026-11-09' },
    });
    const unsaid = due(TODAY, final());
    expect(unsaid).toMatchObject({ ...open, standing: 'at-risk', finalUnsaid: '2026-11-09' });
    expect(unsaid).toMatchObject({ sayIn: 'annual-2026-09-20' });
    expect(unsaid).not.toHaveProperty('finalOn');
    expect(due(TODAY, final('named'))).toBeUndefined();
  });

  it('given a final plan of the transfer before, which named the place of today: not settled', () => {
    const junior = { kind: 'infant-junior', year: 2023 } as const;
    const then = meetingHeld('2022-11-10', {
      transfer: junior,
      decision: decision('amend', '2022-12-01'),
      finalPlan: { ...dated('2023-01-20'), nextPlace: 'named' },
    });
    expect(due(TODAY, [then])).toBeDefined();
  });

  it('given a review that began for it in the summer before: settled by its final plan, whenever that came', () => {
    const begun = (year: number) =>
      meetingHeld('2026-05-20', {
        transfer: { kind: 'primary-secondary', year },
        decision: decision('amend', '2026-06-10'),
        finalPlan: { ...dated('2026-06-15'), nextPlace: 'named' },
      });
    expect(due(TODAY, [begun(2027)])).toBeUndefined();
    expect(due(TODAY, [begun(2026)])).toBeDefined();
  });

  it('given the SENCO’s word that it is settled: for that transfer, and for no other', () => {
    const said = (year: number) => ({
      transferSettled: { year, why: 'The letter of 2 November names Hill School.', by: SENCO, at: RECORDED },
    });
    expect(due(TODAY, [], said(2027))).toBeUndefined();
    expect(due(TODAY, [], said(2026))).toBeDefined();
  });

  it('given a meeting in Year 5 that the local authority has not decided on: it is none for the transfer', () => {
    const silent = meetingHeld('2026-03-10');
    expect(due(TODAY, [silent])).toMatchObject({ standing: 'at-risk' });
    expect(due(TODAY, [silent])).not.toHaveProperty('meetingOn');
    expect(due(TODAY, [silent, meetingSet('2026-12-01')])).toMatchObject({ meetingOn: '2026-12-01' });
  });

  it('given a decision of before: not settled, nor is its meeting for it', () => {
    const early = meetingHeld('2026-05-20', { decision: decision('amend', '2026-06-21') });
    expect(due('2026-09-10', [early])).toMatchObject({ standing: 'in-time' });
    expect(due('2026-09-10', [early])).not.toHaveProperty('meetingOn');
    expect(due('2026-09-10', [], { lastDecision: '2026-06-21' })).toBeDefined();
  });

  it('given an imported decision since: not settled, for nobody knows what the plan names', () => {
    expect(due(TODAY, [], { lastDecision: '2026-06-22' })).toBeDefined();
    expect(due(TODAY, [], { lastDecision: '2026-11-01' })).toBeDefined();
  });

  it('says the last school day for a meeting whose latest day is none', () => {
    // 22 November 2026 is a Sunday.
    expect(due(TODAY)).toMatchObject({ meetBy: { date: '2026-11-22' }, meetSchoolDay: '2026-11-20' });
    const pupil = aged('11');
    // 5 January 2027 is a school day.
    const post16 = dueTransfer(pupil, [], '2026-12-01', aSchool());
    expect(post16).toMatchObject({ meetBy: { date: '2027-01-05' }, deadline: { date: '2027-03-30' } });
    expect(post16).not.toHaveProperty('meetSchoolDay');
    expect(dueTransfer(aged('6'), [], TODAY)).not.toHaveProperty('meetSchoolDay');
  });
});

describe('a move from one post-16 place to another in January 2028', () => {
  const moves = { kind: 'post-16-post-16', year: 2028, on: '2028-01-10' } as const;
  const on = (today: string) => dueTransfer(aged('13', { phaseTransfer: moves }), [], today, aSchool());

  it('is settled five months before the day itself, and thought of until then', () => {
    expect(on('2027-06-01')).toMatchObject({
      on: '2028-01-10',
      deadline: { date: '2027-08-10', from: '2028-01-10' },
      meetBy: { date: '2027-05-18' },
      standing: 'at-risk',
    });
    expect(on('2028-01-10')).toMatchObject({ standing: 'late' });
    expect(on('2028-01-11')).toBeUndefined();
  });
});

describe('a move from one post-16 place to another on 29 July 2028', () => {
  const moves = { kind: 'post-16-post-16', year: 2028, on: '2028-07-29' } as const;
  const met = { lastMeeting: '2027-06-05', lastDecision: '2027-07-01' };

  it('is met for by 7 December, whatever was met and decided on in the school year before', () => {
    const found = dueTransfer(aged('13', { phaseTransfer: moves, ...met }), [], '2027-12-06', aSchool());
    expect(found).toMatchObject({ deadline: { date: '2028-02-29' }, meetBy: { date: '2027-12-07' } });
    expect(found).toMatchObject({ standing: 'at-risk' });
    expect(found).not.toHaveProperty('meetingOn');
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
        expect(deadline.date < `${some.year}-09-01`).toBe(true);
        expect(plusDays(meetBy.date, 84)).toBe(deadline.date);
      }),
    );
  });

  it('time only makes it worse: in time, at risk, late', () => {
    const order = ['in-time', 'at-risk', 'late'];
    const day = fc.nat(430).map((n) => plusDays('2026-06-22', n));
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
        const first = plusDays('2026-09-01', set);
        const on = (met: string) =>
          order.indexOf(dueTransfer(pupil, [meetingSet(met)], '2026-10-20')?.standing ?? '');
        expect(on(plusDays(first, later))).toBeGreaterThanOrEqual(on(first));
      }),
    );
  });
});

describe('the next review of a pupil whose move is open', () => {
  const sixth = aPupil({ plan: 'ehcp', planMade: '2023-09-10', yearGroup: '6', dateOfBirth: '2016-01-20' });
  const next = (today: string, ...reviews: Review[]) => {
    const due = theDue(sixth, reviews, today);
    return due && { next: nextReviewOf(due).date, due: due.why.date };
  };
  const amended = decision('amend', '2026-12-18');
  const finalPlan = { ...dated('2027-01-29'), nextPlace: 'not-named' as const };

  it('given it was met for and decided: within 12 months of the decision; the plan alone is due by the move’s day', () => {
    const held = meetingHeld('2026-11-20', { decision: amended, finalPlan });
    expect(next('2027-02-01', held)).toEqual({ next: '2027-12-17', due: '2027-02-14' });
  });

  it('given no review was held for it: that is the next one, by the move’s day', () => {
    const decidedBefore = meetingHeld('2026-05-06', { decision: decision('keep', '2026-06-01') });
    expect(next('2026-10-01', decidedBefore)).toEqual({ next: '2027-02-14', due: '2027-02-14' });
  });
});
