import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlanKind } from '../../../src/domain/plans/index.ts';
import { currentTargets } from '../../../src/domain/review/current-targets.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import { dueList, duesOf } from '../../../src/domain/statute/due.ts';
import { plusDays } from '../../../src/domain/time.ts';
import { anOutcome, aPupil, aReview, aSchool, aTarget } from '../../support/builders.ts';
import type { OfAPupil } from '../../support/one-plan.ts';
import { notKnown, only, theDue } from '../../support/one-plan.ts';

const today = '2026-11-10';
const bare = (pupil: Pupil): Pupil => notKnown(pupil, 'planMade', 'lastReviewed');
const due = (pupil: OfAPupil, reviews = [] as Parameters<typeof theDue>[1], on = today) =>
  theDue(aPupil(pupil), reviews, on);

/** A review of the pupil held on `date` and closed. */
const held = (date: string, given: Parameters<typeof aReview>[0] = {}) =>
  aReview({
    id: `held-${date}`,
    stage: 'closed',
    meeting: { date, time: '14:30', invitees: [] },
    ...given,
  });

describe('when a review is due', () => {
  it('SEN Support: opens three months after the last review and is due by six', () => {
    expect(due({ lastReviewed: '2026-07-10' })).toMatchObject({
      kind: 'sen-support',
      opensOn: '2026-10-10',
      dueBy: '2027-01-10',
      state: 'due',
      days: 61,
      lastReviewed: '2026-07-10',
      why: { date: '2027-01-10', from: '2026-07-10', rule: { id: 'sen-support-due' } },
    });
  });

  it('early years: opens after six weeks and is due by eight', () => {
    expect(due({ plan: 'early-years-iep', lastReviewed: '2026-10-01' })).toMatchObject({
      opensOn: '2026-11-12',
      dueBy: '2026-11-26',
      state: 'coming',
      days: 16,
    });
  });

  it('early years: at the school’s own interval, where it has one', () => {
    const school = aSchool({ earlyYearsWeeks: { opens: 9, due: 12 } });
    const pupil = aPupil({ plan: 'early-years-iep', lastReviewed: '2026-10-01' });
    expect(duesOf(pupil, [], '2026-11-10', school)[0]).toMatchObject({
      opensOn: '2026-12-03',
      dueBy: '2026-12-24',
      why: { rule: { counted: '12 weeks after the last review', source: 'the school’s own interval' } },
    });
  });

  it('EHC plan: due before twelve months are over, met eight weeks before, opening four weeks before that', () => {
    expect(due({ plan: 'ehcp', lastReviewed: '2026-02-01' })).toMatchObject({
      opensOn: '2026-11-08',
      meetBy: '2026-12-06',
      dueBy: '2027-01-31',
      state: 'due',
    });
  });

  it('the day it is due by is not overdue, the day after is', () => {
    expect(due({}, [], '2027-01-10')).toMatchObject({ state: 'due', days: 0 });
    expect(due({}, [], '2027-01-11')).toMatchObject({ state: 'overdue', days: -1 });
    expect(due({}, [], '2026-10-10')).toMatchObject({ state: 'due' });
    expect(due({}, [], '2026-10-09')).toMatchObject({ state: 'coming' });
  });

  it('a month without the day takes its last: 31 August and six months is 28 February', () => {
    expect(due({ lastReviewed: '2026-08-31' })).toMatchObject({ opensOn: '2026-11-30', dueBy: '2027-02-28' });
  });

  it('no plan: nothing is due', () => {
    expect(due({ plan: 'none' })).toBeUndefined();
  });

  it('a plan never reviewed counts from the day it was made', () => {
    const never = notKnown(aPupil({ planMade: '2026-09-10' }), 'lastReviewed');
    const made = theDue(never, [], today);
    expect(made).toMatchObject({ dueBy: '2027-03-10', countedFrom: '2026-09-10' });
    expect(made).not.toHaveProperty('lastReviewed');
  });

  it('a plan with no date at all is due now, and says that nothing is known', () => {
    const unknown = theDue(bare(aPupil()), [], today);
    expect(unknown).toMatchObject({ state: 'due', dueBy: today, opensOn: today, days: 0 });
    expect(unknown).not.toHaveProperty('countedFrom');
  });

  it('a SEN Support plan made anew after the last review counts from then; an amended EHC plan does not', () => {
    const dates = { lastReviewed: '2026-03-01', planMade: '2026-09-01' };
    expect(due(dates)).toMatchObject({ dueBy: '2027-03-01', countedFrom: '2026-09-01' });
    expect(due({ ...dates, plan: 'ehcp' })).toMatchObject({ dueBy: '2027-02-28', countedFrom: '2026-03-01' });
  });

  describe('given reviews', () => {
    it('the latest closed one counts, whichever order they come in', () => {
      const reviews = [held('2026-10-20'), held('2026-09-15')];
      expect(due({}, reviews)).toMatchObject({ lastReviewed: '2026-10-20', dueBy: '2027-04-20' });
      expect(due({}, reviews.toReversed())).toMatchObject({ lastReviewed: '2026-10-20' });
    });

    it('a later review that was imported counts instead, and the old one sets no day any more', () => {
      const outcome = anOutcome({ nextReviewBy: '2026-10-30' });
      expect(due({ lastReviewed: '2026-10-01' }, [held('2026-09-15', { outcome })])).toMatchObject({
        lastReviewed: '2026-10-01',
        dueBy: '2027-04-01',
      });
    });

    it('one whose actions are still under way counts: its meeting was held', () => {
      const acting = held('2026-10-21', { stage: 'acting' });
      expect(due({}, [acting])).toMatchObject({
        lastReviewed: '2026-10-21',
        state: 'coming',
        current: acting.id,
      });
    });

    it('one whose actions drag on until the next review is due gives way to it', () => {
      const acting = held('2026-01-10', { stage: 'acting' });
      const next = due({ lastReviewed: '2025-09-01', planMade: '2025-09-01' }, [acting]);
      expect(next).toMatchObject({ lastReviewed: '2026-01-10', state: 'overdue' });
      expect(next).not.toHaveProperty('current');
    });

    it('a meeting brought forward was held on the day it was opened, one written up later on its own day', () => {
      const early = held('2026-10-20', { meetingOpenedAt: '2026-10-12T14:00:00.000Z' });
      expect(due({}, [early])).toMatchObject({ lastReviewed: '2026-10-12' });
      const late = held('2026-10-20', { meetingOpenedAt: '2026-10-23T14:00:00.000Z' });
      expect(due({}, [late])).toMatchObject({ lastReviewed: '2026-10-20' });
    });

    it('a cancelled one, one before its outcome and one of another kind of plan do not count', () => {
      const reviews = [
        held('2026-10-20', { stage: 'cancelled' }),
        held('2026-10-21', { stage: 'meeting' }),
        held('2026-10-22', { kind: 'early-years-iep' }),
      ];
      expect(due({}, reviews)).toMatchObject({ lastReviewed: '2026-07-10' });
    });

    it('the one under way is named', () => {
      expect(due({}, [held('2026-09-15'), aReview({ id: 'open' })])).toMatchObject({ current: 'open' });
      expect(due({}, [held('2026-09-15')])).not.toHaveProperty('current');
    });

    it('of two under way the one begun last is named, whichever order they come in', () => {
      const first = aReview({ id: 'first', startedAt: '2026-10-01T09:00:00.000Z' });
      const second = aReview({ id: 'second', startedAt: '2026-10-08T09:00:00.000Z' });
      expect(due({}, [first, second])).toMatchObject({ current: 'second' });
      expect(due({}, [second, first])).toMatchObject({ current: 'second' });
    });

    it('a plan that ended has nothing due, whatever has been begun since by mistake', () => {
      const ended = held('2026-09-15', { outcome: anOutcome({ kind: 'plan-ended' }) });
      expect(due({ planMade: '2025-09-10' }, [ended, aReview({ id: 'open' })])).toBeUndefined();
    });

    it('a plan that ended has nothing due, until a new one is made', () => {
      const ended = held('2026-09-15', { outcome: anOutcome({ kind: 'plan-ended' }) });
      expect(due({ planMade: '2025-09-10' }, [ended])).toBeUndefined();
      expect(due({ planMade: '2026-09-15' }, [ended])).toBeUndefined();
      expect(due({ planMade: '2026-10-01' }, [ended])).toMatchObject({ dueBy: '2027-04-01' });
    });

    it('an early years plan that ended does not end the EHC plan', () => {
      const ended = held('2026-09-15', {
        kind: 'early-years-iep',
        outcome: anOutcome({ kind: 'plan-ended' }),
      });
      expect(due({ plan: 'ehcp', lastReviewed: '2026-05-01' }, [ended])).toMatchObject({
        dueBy: '2027-04-30',
      });
    });

    it('a day set for the next review holds when it is earlier, and opens four weeks before at the latest', () => {
      const next = (nextReviewBy: string) =>
        due({}, [held('2026-10-05', { outcome: anOutcome({ nextReviewBy }) })]);
      expect(next('2026-12-11')).toMatchObject({ opensOn: '2026-11-13', dueBy: '2026-12-11' });
      expect(next('2027-03-01')).toMatchObject({ opensOn: '2027-01-05', dueBy: '2027-03-01' });
      expect(next('2026-10-12')).toMatchObject({ opensOn: '2026-10-05', dueBy: '2026-10-12' });
    });

    it('a day later than the rule allows, or before the meeting, changes nothing', () => {
      const next = (nextReviewBy: string) =>
        due({}, [held('2026-10-05', { outcome: anOutcome({ nextReviewBy }) })]);
      expect(next('2027-07-01')).toMatchObject({ opensOn: '2027-01-05', dueBy: '2027-04-05' });
      expect(next('2026-09-01')).toMatchObject({ opensOn: '2027-01-05', dueBy: '2027-04-05' });
    });
  });
});

describe('whatever the dates', () => {
  const date = fc.integer({ min: 0, max: 1500 }).map((n) => plusDays('2024-01-01', n));
  const plan = fc.constantFrom<PlanKind>('early-years-iep', 'sen-support', 'ehcp');
  const given = fc.record({
    plan,
    lastReviewed: date,
    planMade: date,
    heldOn: date,
    nextReviewBy: fc.option(date, { nil: undefined }),
    today: date,
  });
  type Given = typeof given extends fc.Arbitrary<infer T> ? T : never;
  const dueFor = (g: Given) => {
    const outcome = anOutcome(g.nextReviewBy ? { nextReviewBy: g.nextReviewBy } : {});
    const review = held(g.heldOn, { kind: g.plan, outcome });
    const found = due(
      { plan: g.plan, lastReviewed: g.lastReviewed, planMade: g.planMade },
      [review],
      g.today,
    );
    if (!found) throw new Error('a plan that has not ended must be due some day');
    return found;
  };

  it('a review opens no later than it is due, never before what it counts from, and never later than the rule', () => {
    fc.assert(
      fc.property(given, (g) => {
        const { opensOn, dueBy, countedFrom = '', meetBy, state, days } = dueFor(g);
        expect(opensOn <= dueBy && countedFrom <= opensOn).toBe(true);
        expect(meetBy === undefined || (opensOn <= meetBy && meetBy <= dueBy)).toBe(true);
        const { nextReviewBy: _, ...unset } = g;
        expect(dueBy <= dueFor({ ...unset, nextReviewBy: undefined }).dueBy).toBe(true);
        expect(days < 0).toBe(state === 'overdue');
      }),
    );
  });

  it('a later last review never makes the next one due, or open, earlier', () => {
    fc.assert(
      fc.property(given, fc.nat(400), (g, later) => {
        const before = dueFor(g);
        const after = dueFor({ ...g, lastReviewed: plusDays(g.lastReviewed, later) });
        expect(after.dueBy >= before.dueBy && after.opensOn >= before.opensOn).toBe(true);
      }),
    );
  });

  it('time only makes it worse: coming, due, overdue', () => {
    const order = ['coming', 'due', 'overdue'];
    fc.assert(
      fc.property(given, fc.nat(400), (g, later) => {
        const now = order.indexOf(dueFor(g).state);
        expect(order.indexOf(dueFor({ ...g, today: plusDays(g.today, later) }).state)).toBeGreaterThanOrEqual(
          now,
        );
      }),
    );
  });
});

describe('the list of what is due', () => {
  it('has three groups, the worst first, and leaves out who has no plan', () => {
    const pupils = [
      aPupil({ id: 'p1', lastName: 'Young', lastReviewed: '2026-10-20' }),
      aPupil({ id: 'p2', lastName: 'Older', lastReviewed: '2026-04-01' }),
      aPupil({ id: 'p3', lastName: 'Oldest', lastReviewed: '2026-03-01' }),
      aPupil({ id: 'p4', lastName: 'Ash', lastReviewed: '2026-03-01' }),
      aPupil({ id: 'p5', lastName: 'Middling', lastReviewed: '2026-07-01' }),
      aPupil({ id: 'p6', lastName: 'None', plan: 'none' }),
    ];
    // p2's last review was in the bot, so the one imported in April is not the last.
    const reviews = [held('2026-05-05', { pupilId: 'p2' })];
    const list = dueList(pupils, reviews, today);
    const ids = (group: typeof list.due) => group.map(({ pupil }) => pupil.id);
    expect(ids(list.overdue)).toEqual(['p4', 'p3', 'p2']);
    expect(ids(list.due)).toEqual(['p5']);
    expect(ids(list.coming)).toEqual(['p1']);
    expect(list.overdue[2]?.due.dueBy).toBe('2026-11-05');
  });

  const order = (...pupils: readonly Pupil[]) => {
    const { overdue, due: now } = dueList(pupils, [], today);
    return [overdue, now].map((group) => group.map(({ pupil }) => pupil.id));
  };

  it('has what the law sets before what guidance does, of what is overdue, then by how long it is', () => {
    // SEN Support due by 15 September and 1 October; EHC plans due by 1 and 8 October, met for by 6 and 13 August.
    const ehcp = { plan: 'ehcp', phaseTransfer: 'none' } as const;
    const support = aPupil({ id: 'support', lastReviewed: '2026-03-15' });
    const other = aPupil({ id: 'other', lastReviewed: '2026-04-01' });
    const annual = aPupil({ id: 'annual', lastDecision: '2025-10-02', ...ehcp });
    const later = aPupil({ id: 'later', lastDecision: '2025-10-09', ...ehcp });
    expect(order(other, later, support, annual)).toEqual([['annual', 'later', 'support', 'other'], []]);
  });

  it('has what was met for late by its own last day, where the decision is waited for after that', () => {
    // Due by 19 November, and the decision on the meeting by the 30th; due by 25 November.
    const days = { lastDecision: '2025-11-20', lastMeeting: '2026-11-02' };
    const annual = aPupil({ id: 'annual', plan: 'ehcp', ...days, phaseTransfer: 'none' });
    const support = aPupil({ id: 'support', lastReviewed: '2026-05-25' });
    expect(order(support, annual)).toEqual([[], ['annual', 'support']]);
  });
});

describe('the targets of the next review', () => {
  const review = held('2026-10-05', {
    targets: [
      aTarget({ id: 'keep' }),
      aTarget({ id: 'change', text: 'old words', measure: 'old measure' }),
      aTarget({ id: 'retire' }),
      aTarget({ id: 'unspoken' }),
      aTarget({ id: 'new', text: 'old words', measure: 'old measure' }),
    ],
    targetReviews: (['keep', 'change', 'retire', 'new'] as const).map((stillRight) => ({
      targetId: stillRight,
      progress: 'some' as const,
      evidence: '',
      delivered: 'yes' as const,
      difference: '',
      stillRight,
      ...((stillRight === 'change' || stillRight === 'new') && {
        newText: 'new words',
        newMeasure: 'new measure',
      }),
    })),
    newTargets: [aTarget({ id: 'added', setOn: '2026-10-05' })],
  });
  const pupil = aPupil({ targets: [aTarget({ id: 'imported', setOn: '2026-07-10' })] });
  const ids = (targets: readonly { id: string }[]) => targets.map(({ id }) => id);

  it('before any review are the imported ones', () => {
    expect(ids(currentTargets(only(pupil), []))).toEqual(['imported']);
    expect(ids(currentTargets(only(pupil), [aReview({ stage: 'gathering' })]))).toEqual(['imported']);
  });

  it('after a review are those it kept, changed and added, without the retired and the older imported ones', () => {
    const targets = currentTargets(only(pupil), [review]);
    expect(ids(targets)).toEqual(['keep', 'change', 'unspoken', `${review.id}-5`, 'added']);
    expect(targets[1]).toEqual({
      id: 'change',
      text: 'new words',
      measure: 'new measure',
      setOn: '2026-10-05',
    });
  });

  it('are others where a new one was put in the place of one: nothing said of the old one is said of it', () => {
    const anew = currentTargets(only(pupil), [review]).at(-2);
    expect(anew).toMatchObject({ text: 'new words', measure: 'new measure', setOn: '2026-10-05' });
    expect(review.targets.map(({ id }) => id)).not.toContain(anew?.id);
  });

  it('take in what was imported as set after the meeting, once', () => {
    const later = aPupil({
      targets: [
        aTarget({ id: 'imported', setOn: '2026-10-06' }),
        aTarget({ id: 'keep', text: 'as imported', setOn: '2026-10-07' }),
        aTarget({ id: 'same-day', setOn: '2026-10-05' }),
      ],
    });
    const targets = currentTargets(only(later), [review]);
    expect(ids(targets)).toEqual(['change', 'unspoken', `${review.id}-5`, 'added', 'imported', 'keep']);
    expect(targets.at(-1)?.text).toBe('as imported');
  });

  it('after a plan that ended are only those set since', () => {
    const ended = { ...review, outcome: anOutcome({ kind: 'plan-ended' }) };
    expect(currentTargets(only(pupil), [ended])).toEqual([]);
  });
});
