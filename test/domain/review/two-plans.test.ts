import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { currentTargets } from '../../../src/domain/review/current-targets.ts';
import { maySeeReview } from '../../../src/domain/review/permissions.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { start } from '../../../src/domain/review/start.ts';
import {
  kindToSay,
  kindUnder,
  planNamed,
  planUnder,
  reviewsUnder,
  standingAlone,
} from '../../../src/domain/school/pupil.ts';
import { dueList, duesOf, dueWith } from '../../../src/domain/statute/due.ts';
import { anAnnualReview, aPupilWithTwoPlans } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  anOutcome,
  aPlan,
  aPupil,
  aReview,
  aSchool,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';

const TODAY = '2026-11-10';
const ada = aPupilWithTwoPlans();
const ofAda = (review: Review): Review => ({ ...review, pupilId: ada.id });
const support = (given: Partial<Review> = {}) => aReview({ id: 'support-1', ...given });
const annual = (given: Partial<Review> = {}) => ofAda(anAnnualReview({ id: 'annual-1', ...given }));
const closedSupport = support({
  stage: 'closed',
  meetingOpenedAt: '2026-11-09T14:00:00.000Z',
  meeting: { date: '2026-11-09', time: '14:00', invitees: [] },
  outcome: anOutcome(),
  actions: [aDoneAction()],
});

describe('a pupil with two plans', () => {
  it('has a review due of each, by its own rules and days', () => {
    expect(duesOf(ada, [], TODAY, aSchool())).toMatchObject([
      { kind: 'sen-support', countedFrom: '2026-07-10', dueBy: '2027-01-10' },
      { kind: 'ehcp', countedFrom: '2025-12-16', dueBy: '2026-12-15' },
    ]);
  });

  it('stands twice in the list of a school, each with its plan, the more urgent first', () => {
    const { due } = dueList([ada], [], TODAY, aSchool());
    expect(due.map(({ pupil, due: { kind } }) => [pupil.id, kind])).toEqual([
      [ada.id, 'ehcp'],
      [ada.id, 'sen-support'],
    ]);
  });

  it('given the review of one is under way: the other is due as if there were none', () => {
    const [first, second] = duesOf(ada, [annual()], TODAY, aSchool());
    expect(first).not.toHaveProperty('current');
    expect(second).toMatchObject({ kind: 'ehcp', current: 'annual-1' });
  });

  it('given both are under way: each is gone on with by itself', () => {
    const dues = duesOf(ada, [annual(), support()], TODAY, aSchool());
    expect(dues.map(({ kind, current }) => [kind, current])).toEqual([
      ['sen-support', 'support-1'],
      ['ehcp', 'annual-1'],
    ]);
  });

  it('given the review of one is closed while the other stays open: only its own next one moves', () => {
    const before = duesOf(ada, [annual()], TODAY, aSchool());
    const after = duesOf(ada, [annual(), closedSupport], TODAY, aSchool());
    expect(after[0]).toMatchObject({ kind: 'sen-support', countedFrom: '2026-11-09', dueBy: '2027-05-09' });
    expect(after[1]).toEqual(before[1]);
    expect(dueWith(closedSupport, ada, [annual()], TODAY, aSchool())).toEqual(after[0]);
  });

  it('given one ended at its review: only the other is due', () => {
    const ended = { ...closedSupport, outcome: anOutcome({ kind: 'plan-ended' }) };
    expect(duesOf(ada, [ended], TODAY, aSchool()).map(({ kind }) => kind)).toEqual(['ehcp']);
  });

  it('has the targets of each plan apart, also after a review of one', () => {
    const [one, other] = ada.plans;
    const targetsOf = (plan = aPlan()) =>
      currentTargets(plan, reviewsUnder(ada, plan, [closedSupport, annual()])).map(({ id }) => id);
    expect(targetsOf(one)).toEqual(['target-1', 'target-2']);
    expect(targetsOf(other)).toEqual(['outcome-target-1', 'outcome-target-2']);
  });

  it('owes what each review owes, and nothing twice', () => {
    const owed = [support(), annual()].flatMap((review) => obligationsOf(review, aSchool(), TODAY));
    expect(new Set(owed.map(({ id }) => id)).size).toBe(owed.length);
    expect(new Set(owed.map(({ reviewId }) => reviewId))).toEqual(new Set(['support-1', 'annual-1']));
  });

  it('is seen by those concerned in the one review, and not for that in the other', () => {
    const asked = support({
      evidence: [{ who: TEACHER, askedAt: '2026-11-03T09:00:00.000Z', dueBy: '2026-11-13', revision: 0 }],
    });
    const other = { ...annual(), evidence: [], meeting: { date: '2026-11-24', time: '13:30', invitees: [] } };
    expect(
      maySeeReview(asked, TEACHER, aSchool(), { pupil: aPupil(), reviews: [], today: '2026-12-01' }),
    ).toBe('record');
    expect(
      maySeeReview(other, TEACHER, aSchool(), { pupil: aPupil(), reviews: [], today: '2026-12-01' }),
    ).toBeUndefined();
    expect(
      maySeeReview(other, ASSISTANT, aSchool(), { pupil: aPupil(), reviews: [], today: '2026-12-01' }),
    ).toBeUndefined();
    expect(maySeeReview(other, SENCO, aSchool(), { pupil: aPupil(), reviews: [], today: '2026-12-01' })).toBe(
      'all',
    );
  });
});

describe('starting the review of one of two plans', () => {
  const request = (kind: string, ...reviews: Review[]) => ({
    ...{ id: 'review-9', ref: 'M4XP', pupil: ada, plan: planNamed(ada, kind), targets: [] },
    ...{ actor: { who: SENCO, at: '2026-11-10T09:00:00.000Z' }, school: aSchool(), reviews },
  });

  it('begins one of that plan, with what its kind begins with', () => {
    expect(start(request('sen-support'))).toMatchObject({ ok: true, fact: { kind: 'sen-support' } });
    expect(start(request('sen-support'))).not.toHaveProperty('fact.annual');
    expect(start(request('ehcp'))).toMatchObject({
      ok: true,
      fact: { kind: 'ehcp', annual: { la: 'Northshire' } },
    });
  });

  it('is refused where that plan’s is under way', () => {
    expect(start(request('ehcp', annual()))).toMatchObject({ ok: false, refusal: { code: 'review-open' } });
    expect(start(request('ehcp', support()))).toMatchObject({ ok: true });
  });
});

describe('which of the plans is meant', () => {
  it('is said only of a pupil with several', () => {
    expect(kindToSay(ada, support())).toBe('sen-support');
    expect(kindToSay(aPupil(), support())).toBeUndefined();
  });

  it('is said too of one whose other plan is gone while its review is under way', () => {
    const left = aPupil({ plan: 'ehcp' });
    expect(kindToSay(left, annual(), [support(), annual()])).toBe('ehcp');
    expect(kindToSay(left, support(), [support(), annual()])).toBe('sen-support');
    expect(kindToSay(left, closedSupport, [closedSupport, annual()])).toBe('sen-support');
    expect(kindToSay(left, annual(), [closedSupport, annual()])).toBeUndefined();
  });
});

describe('a review whose plan is gone', () => {
  const left = aPupil({ plan: 'ehcp' });
  /** Her SEN Support became an EHC plan while it was under review. */
  const became = aPupil({ plan: 'ehcp', planMade: '2026-11-05' });

  it('given the pupil’s plan became another that was never reviewed: is gone on with under that', () => {
    expect(planUnder(became, support(), [support()])?.kind).toBe('ehcp');
    expect(kindUnder(became, support(), [support()])).toBe('ehcp');
    expect(reviewsUnder(became, became.plans[0], [support()])).toEqual([support()]);
    expect(duesOf(became, [support()], TODAY)).toMatchObject([{ kind: 'ehcp', current: 'support-1' }]);
    expect(dueWith(support(), became, [], TODAY, aSchool())).toMatchObject({ kind: 'ehcp' });
    expect(kindToSay(became, support(), [support()])).toBeUndefined();
    expect(standingAlone(became, [support()])).toEqual([]);
  });

  it.each([
    ['2026-11-02', 'ehcp'],
    ['2026-11-01', undefined],
    [undefined, 'ehcp'],
  ])(
    'given the plan that is left was made on %s, and the review began on 2 November: goes on under %s',
    (planMade, kind) => {
      const plans = [{ kind: 'ehcp' as const, targets: [], ...(planMade && { planMade }) }];
      expect(planUnder(aPupil({ plans }), support(), [support()])?.kind).toBe(kind);
    },
  );

  it.each([
    ['that is left has its own review under way', became, [support(), annual()]],
    ['that is left was reviewed before', became, [annual({ stage: 'closed' }), support()]],
    ['that is left stood beside it, by the day it was made', left, [support()]],
    ['is one of several that are left', ada, [support({ kind: 'early-years-iep' })]],
    ['is not there at all', aPupil({ plan: 'none' }), [support()]],
    [
      'that is left could take over another review as well',
      became,
      [support(), support({ id: 'early-1', kind: 'early-years-iep' })],
    ],
  ])('given the plan %s: stands by itself', (_, pupil, reviews) => {
    const alone = reviews.filter(({ stage, kind }) => stage !== 'closed' && !planNamed(pupil, kind));
    expect(standingAlone(pupil, reviews)).toEqual(alone);
    for (const review of alone) {
      expect(planUnder(pupil, review, reviews)).toBeUndefined();
      expect(kindUnder(pupil, review, reviews)).toBe(review.kind);
      expect(dueWith(review, pupil, reviews, TODAY, aSchool())).toBeUndefined();
      expect(duesOf(pupil, reviews, TODAY, aSchool()).map(({ current }) => current)).not.toContain(review.id);
    }
  });

  it('leaves the plan that has its own review with that', () => {
    const [due, ...more] = duesOf(left, [support(), annual()], TODAY, aSchool());
    expect(due).toMatchObject({ kind: 'ehcp', current: 'annual-1' });
    expect(more).toEqual([]);
  });

  it('waits for nothing more once it is closed or cancelled', () => {
    expect(standingAlone(ada, [support({ kind: 'early-years-iep', stage: 'cancelled' })])).toEqual([]);
    expect(standingAlone(left, [closedSupport, annual()])).toEqual([]);
  });
});
