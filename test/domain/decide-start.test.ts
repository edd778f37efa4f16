import { describe, expect, it } from 'vitest';
import { type StartRequest, start } from '../../src/domain/decide.ts';
import type { Stage } from '../../src/domain/review.ts';
import {
  aPupil,
  aReview,
  aSchool,
  aTarget,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../support/builders.ts';

const AT = '2026-11-02T09:00:00.000Z';

const request = (given: Partial<StartRequest> = {}): StartRequest => ({
  id: 'review-2',
  ref: 'M4XP',
  pupil: aPupil(),
  targets: [aTarget()],
  actor: { who: SENCO, at: AT },
  school: aSchool(),
  ...given,
});

const refusalOf = (given: Partial<StartRequest>) => {
  const decided = start(request(given));
  if (decided.ok) throw new Error('not refused');
  return decided.refusal;
};

describe('starting a review', () => {
  it.each(['sen-support', 'early-years-iep'] as const)(
    'given a plan of kind %s, the SENCO starts it',
    (plan) => {
      expect(start(request({ pupil: aPupil({ plan }) }))).toEqual({
        ok: true,
        event: {
          type: 'review-started',
          id: 'review-2',
          schoolId: 'oakfield',
          pupilId: 'oakfield-p001',
          ref: 'M4XP',
          kind: plan,
          lead: SENCO,
          targets: [aTarget()],
          at: AT,
        },
      });
    },
  );

  it.each([
    ['ehcp', /EHC plan/],
    ['none', /no plan/],
  ] as const)('given a plan of kind %s, it is refused with what to do', (plan, words) => {
    expect(refusalOf({ pupil: aPupil({ plan }) })).toMatchObject({
      code: 'kind-not-supported',
      say: expect.stringMatching(words),
    });
  });

  it.each<[Stage, string]>([
    ['preparing', 'review-open'],
    ['gathering', 'review-open'],
    ['meeting', 'review-open'],
    ['acting', 'open-actions'],
  ])('given another review of the pupil in %s, it is refused and shows that one', (stage, code) => {
    expect(refusalOf({ openReview: aReview({ stage }) })).toMatchObject({
      code,
      offer: { what: 'status', about: 'review-1' },
    });
  });

  it.each<Stage>(['closed', 'cancelled'])('given the last review is %s, a new one starts', (stage) => {
    expect(start(request({ openReview: aReview({ stage }) })).ok).toBe(true);
  });

  it.each([TEACHER, LEADER])('given %s, who is no SENCO, it is refused', (who) => {
    expect(refusalOf({ actor: { who, at: AT } }).say).toMatch(/Only the SENCO/);
    expect(refusalOf({ actor: { who, at: AT } }).code).toBe('not-yours');
  });

  it('given a stranger, a SENCO who has left or one of another school, all hear the same and learn nothing', () => {
    const stranger = refusalOf({ actor: { who: STRANGER, at: AT } });
    const left = aSchool({ staff: STAFF.map((member) => ({ ...member, left: '2026-10-01' })) });
    expect(stranger.code).toBe('not-yours');
    expect(refusalOf({ school: left })).toEqual(stranger);
    expect(refusalOf({ pupil: aPupil({ schoolId: 'elsewhere' }) })).toEqual(stranger);
    // Not even that a review is open.
    expect(refusalOf({ actor: { who: STRANGER, at: AT }, openReview: aReview() })).toEqual(stranger);
  });
});
