import { describe, expect, it } from 'vitest';
import { evolve } from '../../../src/domain/review/evolve.ts';
import { broughtForwardFrom, fallsShortOn, isSetForLater } from '../../../src/domain/review/held-early.ts';
import { recordedAtMeeting } from '../../../src/domain/review/recorded-at-meeting.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { anAnnualReview, annualAt, aSectionChange } from '../../support/annual-builders.ts';
import {
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aProvision,
  aReview,
  aTarget,
  SENCO,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const AT = '2026-11-17T10:00:00.000Z';
const BY = { who: SENCO, at: AT };

// Set for 24 November 2026.
const invited = (invitedOn: string, circulatedOn?: string) =>
  anAnnualReview({
    annual: annualAt('gathering', {
      invitedOn,
      ...(circulatedOn && { circulated: { on: circulatedOn, words: '', by: SENCO, at: AT } }),
    }),
  });

describe('a meeting that is set for a later day', () => {
  it('is opened only where it is said that it is held early', () => {
    expect(isSetForLater(aReview(), '2026-11-23')).toBe(true);
    expect(isSetForLater(aReview(), '2026-11-24')).toBe(false);
    expect(refusalOf(aReview(), { type: 'open-meeting', anyway: true }).code).toBe('held-early');
    expect(eventsOf(aReview(), { type: 'open-meeting', anyway: true, early: true })).toHaveLength(1);
    const onTheDay = { at: '2026-11-24T09:00:00.000Z' };
    expect(eventsOf(aReview(), { type: 'open-meeting', anyway: true }, onTheDay)).toHaveLength(1);
  });

  it('has been brought forward once it is held before its day, and not when on it or later', () => {
    const opened = (meetingOpenedAt: string) =>
      broughtForwardFrom(aReview({ stage: 'meeting', meetingOpenedAt }));
    expect(opened('2026-11-23T10:00:00.000Z')).toBe('2026-11-24');
    expect(opened('2026-11-24T10:00:00.000Z')).toBeUndefined();
    expect(opened('2026-11-25T10:00:00.000Z')).toBeUndefined();
    expect(broughtForwardFrom(aReview())).toBeUndefined();
  });
});

describe('what the law wants two weeks before (SEND Regulations 2014, reg 20(3) and (4))', () => {
  it.each([
    // 14 days before 20 November is 6 November.
    ['2026-11-06', '2026-11-06', []],
    ['2026-11-07', '2026-11-06', [['notice', 13]]],
    ['2026-11-06', '2026-11-07', [['circulation', 13]]],
    [
      '2026-11-09',
      undefined,
      [
        ['notice', 11],
        ['circulation', 0],
      ],
    ],
  ] as const)('invited on %s and sent round on %s, set for 20 November: %j', (on, sent, short) => {
    const review = invited(on, sent);
    const meeting = { time: '14:00', invitees: [], ...review.meeting, date: '2026-11-20' };
    const found = fallsShortOn({ ...review, meeting }, '2026-11-20');
    expect(found.map(({ what, daysBefore }) => [what, daysBefore])).toEqual(short);
    for (const { by } of found) expect(by.date).toBe('2026-11-06');
  });

  it('notice of one date is none of another, however long before it was given', () => {
    const early = fallsShortOn(invited('2026-11-02', '2026-11-02'), '2026-11-20');
    expect(early.map(({ what, told }) => [what, told])).toEqual([['notice', '2026-11-24']]);
    const { invitedOn: _, ...annual } = annualAt('gathering');
    const nobody = fallsShortOn(anAnnualReview({ annual }), '2026-11-20');
    expect(nobody[0]).toMatchObject({ what: 'notice', daysBefore: 0 });
    expect(nobody[0]).not.toHaveProperty('told');
  });

  it('is no matter of a review of another kind, nor without a meeting', () => {
    expect(fallsShortOn(aReview(), '2026-11-17')).toEqual([]);
    const { meeting: _, ...off } = invited('2026-11-09');
    expect(fallsShortOn(off as Review, '2026-11-17')).toEqual([]);
  });
});

describe('a meeting closed again', () => {
  const open = (more: Partial<Review> = {}) =>
    aReview({
      stage: 'meeting',
      meetingOpenedAt: AT,
      targetReviews: [],
      newTargets: [],
      provision: [],
      disagreements: [],
      actions: [],
      ...more,
    });

  it('is one that was not opened; what came meanwhile is late only by the day it was asked for', () => {
    const answer = { at: AT, late: true, said: anEvidenceAnswer() };
    const review = open({
      evidence: [
        anEvidenceRequest({ dueBy: '2026-11-17', answer }),
        anEvidenceRequest({ dueBy: '2026-11-16', answer }),
        anEvidenceRequest({ dueBy: '2026-11-16' }),
      ],
    });
    const [event] = eventsOf(review, command('close-meeting'), { at: AT });
    const after = event ? evolve(review, event, BY) : review;
    expect(after).toMatchObject({ stage: 'gathering' });
    expect(after).not.toHaveProperty('meetingOpenedAt');
    expect(after.evidence.map((one) => one.answer?.late)).toEqual([false, true, undefined]);
  });

  it.each<[string, Partial<Review>]>([
    ['a target’s review', { targetReviews: [command('review-target').review] }],
    ['a new target', { newTargets: [aTarget()] }],
    ['provision', { provision: [aProvision()] }],
    ['an action', { actions: [anAction()] }],
    ['a disagreement', { disagreements: [{ id: 'd', who: 'Mum', words: 'No' }] }],
    ['a note', { agendaNotes: [{ point: 'strengths', words: 'x' }] }],
    ['the profile', { profileLookedAt: { by: SENCO, at: AT } }],
    ['what was tried', { considered: { tried: 'x', advice: 'x', notEnough: 'x', by: SENCO, at: AT } }],
  ])('is refused where there is something recorded in it: %s', (_what, more) => {
    expect(recordedAtMeeting(open(more))).toBe(true);
    expect(refusalOf(open(more), command('close-meeting')).say).toContain('Take that back first.');
  });

  it('of an annual review, so are who took part and the changes proposed', () => {
    const annual = (more: object) =>
      anAnnualReview({
        ...open(),
        kind: 'ehcp',
        annual: { ...annualAt('gathering'), attendance: {}, sectionChanges: [], ...more },
      } as Partial<Review>);
    expect(recordedAtMeeting(annual({}))).toBe(false);
    expect(recordedAtMeeting(annual({ attendance: { [SENCO]: 'present' } }))).toBe(true);
    expect(recordedAtMeeting(annual({ sectionChanges: [aSectionChange()] }))).toBe(true);
  });
});
