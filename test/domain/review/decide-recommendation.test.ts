import { describe, expect, it } from 'vitest';
import type { OutcomeKind, Review } from '../../../src/domain/review/review.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import { annualAt, aSectionChange, readyToRecommend } from '../../support/annual-builders.ts';
import { aReview, aSchool, STAFF, TEACHER } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const report = { healthAndCare: 'As before', adulthood: 'College visits', personalBudget: 'Not wanted' };
const KINDS = ['recommend-keep', 'recommend-amend', 'recommend-cease'] as const;
const recommend = (given: Partial<Extract<Command, { type: 'decide-outcome' }>> = {}) =>
  command('decide-outcome', { kind: 'recommend-amend', report, ...given });
const ready = readyToRecommend();
const withAnnual = (given: Parameters<typeof annualAt>[1]) =>
  readyToRecommend({ annual: annualAt('meeting', given) });
const without = (key: 'parentViews' | 'pupilViews'): Review => {
  const { [key]: _, ...review } = ready;
  return review;
};

describe('the recommendation', () => {
  it.each(KINDS)(
    'given all is there, %s is recorded with the parts of the report, and stays open',
    (kind) => {
      expect(eventsOf(ready, recommend({ kind }))).toEqual([
        { ...recommend({ kind }), type: 'outcome-decided' },
      ]);
    },
  );

  it('given the plan is to cease and nothing is to do, it stays open for the local authority', () => {
    const events = eventsOf(readyToRecommend({ actions: [] }), recommend({ kind: 'recommend-cease' }));
    expect(events.map(({ type }) => type)).toEqual(['outcome-decided']);
  });

  it('given nothing is said for the report, its parts stay empty; another kind of review has none', () => {
    const { report: _, ...bare } = recommend();
    expect(eventsOf(ready, bare)).toMatchObject([
      { report: { healthAndCare: '', adulthood: '', personalBudget: '' } },
    ]);
    const { targetReviews, actions } = ready;
    const support = aReview({ stage: 'meeting', targetReviews, actions });
    expect(eventsOf(support, command('decide-outcome', { report }))[0]).not.toHaveProperty('report');
  });

  it.each<OutcomeKind>(['plan-ended', 'continues', 'updated', 'ehc-assessment'])(
    'given %s, which is an outcome of other reviews, it is refused',
    (kind) => {
      expect(refusalOf(ready, recommend({ kind, reasons: ['needs-not-met'] }))).toMatchObject({
        code: 'other-kind',
        field: 'kind',
        offer: { what: 'recommendation' },
      });
    },
  );

  it.each(KINDS)('given %s in a review of another kind, it is refused', (kind) => {
    for (const plan of ['sen-support', 'early-years-iep'] as const) {
      const { targetReviews, actions } = ready;
      const review = aReview({ stage: 'meeting', kind: plan, targetReviews, actions });
      expect(refusalOf(review, recommend({ kind }))).toMatchObject({
        code: 'other-kind',
        field: 'kind',
        offer: { what: 'outcome' },
      });
    }
  });
});

describe('before a recommendation', () => {
  it.each([
    ['the parents’ views', without('parentViews'), 'parent-views'],
    ['the pupil’s views', without('pupilViews'), 'pupil-views'],
  ])('given %s are missing, it is refused and offers their form', (_, review, what) => {
    for (const kind of KINDS) {
      expect(refusalOf(review, recommend({ kind }))).toMatchObject({
        code: 'views-missing',
        say: expect.stringMatching(/^Before a recommendation: /),
        offer: { what },
      });
    }
  });

  it('given an outcome of the plan is not reviewed, it is refused and offers that one', () => {
    const review = readyToRecommend({ targetReviews: ready.targetReviews.slice(1) });
    for (const kind of KINDS) {
      expect(refusalOf(review, recommend({ kind }))).toMatchObject({
        code: 'targets-missing',
        say: expect.stringContaining('Outcome 1 has not been reviewed.'),
        offer: { what: 'target-review', about: 'target-1' },
      });
    }
  });

  it('given it is not known who took part, it is refused and offers the form', () => {
    for (const kind of KINDS) {
      expect(refusalOf(withAnnual({ attendance: {} }), recommend({ kind }))).toMatchObject({
        code: 'attendance-missing',
        say: expect.stringContaining('6 of those invited'),
        offer: { what: 'attendance' },
      });
    }
    const { [TEACHER]: _, ...others } = ready.annual?.attendance ?? {};
    expect(refusalOf(withAnnual({ attendance: others }), recommend()).say).toContain('one of those invited');
  });

  it('given a colleague invited has left, they are not asked after', () => {
    const { [TEACHER]: _, ...attendance } = ready.annual?.attendance ?? {};
    const review = readyToRecommend({ annual: annualAt('meeting', { attendance }), actions: [] });
    const school = aSchool({
      staff: STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-20' } : one)),
    });
    expect(eventsOf(review, recommend({ kind: 'recommend-cease' }), { school })).toHaveLength(1);
  });

  it('given amendments are recommended and no section is noted, it is refused; given none are, it is not', () => {
    const review = withAnnual({ sectionChanges: [] });
    expect(refusalOf(review, recommend())).toMatchObject({
      code: 'section-change-missing',
      offer: { what: 'section-change' },
    });
    expect(eventsOf(review, recommend({ kind: 'recommend-keep' }))).toHaveLength(1);
    expect(eventsOf(review, recommend({ kind: 'recommend-cease' }))).toHaveLength(1);
  });

  it.each(['recommend-keep', 'recommend-amend'] as const)('given %s and no action, it is refused', (kind) => {
    expect(refusalOf(readyToRecommend({ actions: [] }), recommend({ kind }))).toMatchObject({
      code: 'action-missing',
      say: expect.stringContaining('This recommendation needs at least one action'),
      offer: { what: 'action' },
    });
  });

  it('given no sentence on what will change, or no own words, it is refused', () => {
    expect(refusalOf(ready, recommend({ whatWillChange: ' ' }))).toMatchObject({
      code: 'what-will-change-missing',
      field: 'whatWillChange',
      offer: { what: 'recommendation' },
    });
    expect(refusalOf(ready, recommend({ inWords: '' }))).toMatchObject({ field: 'inWords' });
  });

  it('given a day for the next review, it is within a year of the meeting; a plan that ceases has none', () => {
    expect(eventsOf(ready, recommend({ nextReviewBy: '2027-11-23' }))).toHaveLength(1);
    expect(refusalOf(ready, recommend({ nextReviewBy: '2027-11-24' }))).toMatchObject({
      code: 'date-too-late',
      field: 'nextReviewBy',
    });
    const cease = recommend({ kind: 'recommend-cease', nextReviewBy: '2027-03-01' });
    expect(refusalOf(ready, cease)).toMatchObject({ code: 'date-order', field: 'nextReviewBy' });
  });
});

describe('at the meeting of an annual review', () => {
  it('given who took part, it is recorded; given the same again or nobody, nothing happens', () => {
    const review = withAnnual({ attendance: {} });
    const said = command('record-attendance');
    expect(eventsOf(review, said)).toEqual([{ ...said, type: 'attendance-recorded' }]);
    expect(eventsOf(withAnnual({ attendance: said.attendance }), said)).toEqual([]);
    expect(eventsOf(review, command('record-attendance', { attendance: {} }))).toEqual([]);
    expect(eventsOf(ready, said)).toHaveLength(1);
  });

  it('given somebody who is not invited, it is refused and nothing of it is recorded', () => {
    const attendance = { 'outsider-la': 'present', 'outsider-99': 'present' } as const;
    expect(refusalOf(ready, command('record-attendance', { attendance }))).toMatchObject({
      code: 'unknown-thing',
      offer: { what: 'attendance' },
    });
  });

  const change = (given: Parameters<typeof aSectionChange>[0] = {}) =>
    command('add-section-change', { change: aSectionChange({ id: 'change-9', ...given }) });

  it('given a section to change, it is noted; given it again, it is there already', () => {
    expect(eventsOf(ready, change())).toEqual([{ ...change(), type: 'section-change-added' }]);
    expect(refusalOf(ready, change({ id: 'change-1' }))).toMatchObject({
      code: 'already-done',
      offer: { what: 'agenda' },
    });
  });

  it.each(['change', 'evidence'] as const)('given no %s, it is refused', (field) => {
    expect(refusalOf(ready, change({ [field]: ' ' }))).toMatchObject({ code: 'words-missing', field });
  });

  it('given it was noted by mistake, it goes again; given it is not there, it is refused', () => {
    const back = (id: string) => command('take-back', { what: 'section-change', id });
    expect(eventsOf(ready, back('change-1'))).toEqual([
      { type: 'taken-back', what: 'section-change', id: 'change-1' },
    ]);
    expect(refusalOf(ready, back('change-9')).say).toContain('That change is not');
    expect(refusalOf(aReview({ stage: 'meeting' }), back('change-1')).code).toBe('unknown-thing');
  });

  it('speaks of outcomes where others have targets', () => {
    const { review: said } = command('review-target');
    const unknown = command('review-target', { review: { ...said, targetId: 'target-9' } });
    expect(refusalOf(ready, unknown).say).toContain('That outcome is not');
    expect(refusalOf(aReview({ stage: 'meeting' }), unknown).say).toContain('That target is not');
  });
});
