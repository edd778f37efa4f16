import { describe, expect, it } from 'vitest';
import { missingBefore } from '../../../src/domain/review/guards.ts';
import { missingFor } from '../../../src/domain/review/missing.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { aLetter, anAnnualReview, annualAt, readyToRecommend } from '../../support/annual-builders.ts';
import {
  aDoneAction,
  anAction,
  anEvidenceRequest,
  aReview,
  aSchool,
  parentViews,
  pupilViews,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const school = aSchool();
const answer = { at: '2026-11-09T10:00:00.000Z', late: false, said: 'nothing-to-add' } as const;
const answered = {
  evidence: [anEvidenceRequest({ answer })],
  parentViews: parentViews(),
  pupilViews: pupilViews(),
};
const brief = (review: Review, step: Parameters<typeof missingBefore>[0]) =>
  missingBefore(step, review, school).map(({ what, about, offer }) => [
    what,
    offer,
    ...(about ? [about] : []),
  ]);

describe('before the meeting of an annual review opens', () => {
  it('names evidence, each one’s advice, that it is sent round, and views', () => {
    const review = anAnnualReview();
    expect(brief(review, 'openMeeting')).toEqual([
      ['evidence', 'status'],
      ['evidence', 'status'],
      ['advice', 'advice', 'outsider-la'],
      ['advice', 'advice', 'outsider-head'],
      ['circulate', 'circulate'],
      ['parent-views', 'parent-views'],
      ['pupil-views', 'pupil-views'],
    ]);
    expect(missingFor(review, school)).toEqual(missingBefore('openMeeting', review, school));
  });

  it('names nobody outside by name', () => {
    const says = missingFor(anAnnualReview(), school).map(({ say }) => say);
    expect(says).toContain('No written advice yet from the local authority’s SEN officer.');
    expect(says.join()).not.toMatch(/Olu|Hal|Bea/);
  });

  it('given it is opened so, it is refused and says all that is missing; given anyway, it opens', () => {
    const { code, say } = refusalOf(anAnnualReview(), command('open-meeting', { anyway: false }));
    expect(code).toBe('things-missing');
    expect(say).toMatch(/Tom Teacher.*SEN officer.*head teacher.*sent to everybody.*parents’/);
    expect(eventsOf(anAnnualReview(), command('open-meeting', { anyway: true }))).toHaveLength(1);
  });

  it('given all is there, it opens', () => {
    const review = anAnnualReview({ ...answered, annual: annualAt('meeting') });
    expect(brief(review, 'openMeeting')).toEqual([]);
    expect(eventsOf(review, command('open-meeting', { anyway: false }))).toHaveLength(1);
  });

  it('given a colleague asked has left, or the meeting is off, offers the annual review’s own form', () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-05' } : one));
    expect(missingBefore('openMeeting', anAnnualReview(), aSchool({ staff }))[0]).toMatchObject({
      what: 'evidence',
      offer: 'plan-annual',
    });
    const { meeting: _, ...off } = anAnnualReview({ ...answered, annual: annualAt('meeting') });
    expect(brief(off, 'openMeeting')).toEqual([['plan-meeting', 'plan-annual']]);
    const { meeting: __, ...other } = aReview(answered);
    expect(brief(other, 'openMeeting')).toEqual([['plan-meeting', 'plan-meeting']]);
  });
});

describe('before a recommendation', () => {
  it('names outcomes, who took part and the action; a section to change only once amending is chosen', () => {
    const review = anAnnualReview({
      stage: 'meeting',
      annual: annualAt('meeting', { attendance: {}, sectionChanges: [] }),
    });
    expect(brief(review, 'outcome')).toEqual([
      ['target-review', 'target-review', 'target-1'],
      ['target-review', 'target-review', 'target-2'],
      ['attendance', 'attendance'],
      ['action', 'action'],
    ]);
    const parts = (outcome: 'recommend-keep' | 'recommend-amend' | 'recommend-cease') =>
      missingBefore('outcome', review, school, outcome).map(({ what }) => what);
    expect(parts('recommend-amend').slice(2)).toEqual(['attendance', 'section-change', 'action']);
    expect(parts('recommend-keep').slice(2)).toEqual(['attendance', 'action']);
    expect(parts('recommend-cease').slice(2)).toEqual(['attendance']);
  });

  it('given all is there, names nothing', () => {
    expect(brief(readyToRecommend(), 'outcome')).toEqual([]);
    expect(missingFor(readyToRecommend(), school)).toEqual([]);
  });

  it('given a review of another kind, asks nothing of what is an annual review’s', () => {
    expect(brief(aReview({ stage: 'meeting' }), 'outcome').map(([what]) => what)).toEqual([
      'target-review',
      'target-review',
      'action',
    ]);
  });
});

describe('before an annual review closes', () => {
  const acting = (given: Parameters<typeof annualAt>[1], actions = [aDoneAction()]) =>
    anAnnualReview({ stage: 'acting', annual: annualAt('acting', given), actions });
  const decision = { ...aLetter('2026-12-18', ''), kind: 'amend' } as const;

  it.each([
    ['nothing is recorded', acting({}, [anAction()]), ['report', 'la-decision', 'open-action']],
    ['the plan is amended', acting({ decision }), ['report', 'notice', 'final-plan']],
    ['the plan is kept', acting({ decision: { ...decision, kind: 'keep' } }), ['report']],
    [
      'all is recorded',
      acting({
        decision,
        ...{ report: aLetter('2026-12-04', 'All'), notice: aLetter('2026-12-18', '') },
        finalPlan: aLetter('2027-02-05', ''),
      }),
      [],
    ],
  ])('given %s, names what is to come', (_, review, what) => {
    expect(missingFor(review, school).map((one) => one.what)).toEqual(what);
    for (const one of missingFor(review, school)) expect(one.say).toMatch(/^[A-Z].*\.$/);
  });
});
