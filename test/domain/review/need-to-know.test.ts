import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { needHasEnded, needToKnowUntil } from '../../../src/domain/review/need-to-know.ts';
import { mayRun, maySeeRecord, maySeeReview } from '../../../src/domain/review/permissions.ts';
import type { Review, Stage } from '../../../src/domain/review/review.ts';
import { plusDays } from '../../../src/domain/time.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anOutcome,
  aProvision,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  LEADER,
  SENCO,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';

/** The school year 2026/27 ends on 31 August 2027. */
const school = aSchool();
const pupil = aPupil({ keyStaff: [] });
/** Asked of Tom Teacher, Ann Assistant invited; closed on 2 December 2026. */
const closed = aReview({
  ...{ id: 'r1', stage: 'closed', startedAt: '2026-11-02T09:00:00.000Z' },
  ...{ actions: [], provision: [] },
});
const nextReview = (over: Partial<Review> = {}): Review =>
  aReview({
    ...{
      id: 'r2',
      stage: 'closed',
      startedAt: '2027-03-01T09:00:00.000Z',
      closedAt: '2027-04-20T15:00:00.000Z',
    },
    ...over,
  });
const scopeOn = (today: string, person = TEACHER, reviews: readonly Review[] = [closed], review = closed) =>
  maySeeReview(review, person, school, { pupil, reviews, today });

describe('given staff who had something of it to do, and were neither asked nor invited', () => {
  const request = { kind: 'top-up', owner: BYSTANDER, sendBy: '2026-12-11', notes: [] } as const;
  const letter = { by: BYSTANDER, at: '2026-12-03T09:00:00.000Z', on: '2026-12-03', words: '' } as const;
  const support = aProvision({ owner: BYSTANDER, starts: '2026-12-07' });
  const ended = { by: SENCO, at: '2027-05-01T09:00:00.000Z', why: 'agreed' } as const;

  it.each<[string, Partial<Review>]>([
    ['an action that is done', { actions: [aDoneAction({ owner: BYSTANDER })] }],
    [
      'an action that was withdrawn',
      { actions: [anAction({ owner: BYSTANDER, withdrawn: { ...ended, why: 'moved' } })] },
    ],
    ['support that has ended', { provision: [{ ...support, ended }] }],
    ['a request that was sent', { requests: [{ ...request, sent: { ...letter, received: '2026-12-04' } }] }],
    [
      'a request that came to nothing',
      { requests: [{ ...request, answer: { ...letter, result: 'withdrawn' } }] },
    ],
  ])('when it was %s, then they see it until the need is over, and nothing after', (_what, theirs) => {
    const review = { ...closed, ...theirs };
    expect(scopeOn('2027-08-31', BYSTANDER, [review], review)).toBe('own');
    expect(scopeOn('2027-09-01', BYSTANDER, [review], review)).toBeUndefined();
    expect(scopeOn('2027-04-20', BYSTANDER, [review, nextReview()], review)).toBe('own');
    expect(scopeOn('2027-04-21', BYSTANDER, [review, nextReview()], review)).toBeUndefined();
    const around = { pupil: { keyStaff: [BYSTANDER] }, reviews: [review], today: '2030-01-01' };
    expect(maySeeReview(review, BYSTANDER, school, around)).toBe('own');
    expect(needHasEnded(review, BYSTANDER, school, { ...around, pupil })).toBe(true);
  });

  it.each<[string, Partial<Review>]>([
    [
      'an action that is to be done',
      { actions: [aDoneAction({ owner: BYSTANDER }), anAction({ id: 'a2', owner: BYSTANDER })] },
    ],
    ['support that goes on', { provision: [support] }],
    ['a request that is not sent', { requests: [request] }],
  ])('when it is %s, then that stays theirs, however long it takes', (_what, theirs) => {
    const review = { ...closed, ...theirs };
    expect(scopeOn('2030-01-01', BYSTANDER, [review, nextReview()], review)).toBe('own');
    // Another's does not keep it open for them.
    expect(scopeOn('2030-01-01', ASSISTANT, [review], review)).toBeUndefined();
  });

  it('when it is support of an outcome that ended the plan, then nobody is asked of it any more, and the need ends', () => {
    const review = { ...closed, outcome: anOutcome({ kind: 'plan-ended' }), provision: [support] };
    expect(scopeOn('2027-08-31', BYSTANDER, [review], review)).toBe('own');
    expect(scopeOn('2027-09-01', BYSTANDER, [review], review)).toBeUndefined();
  });
});

describe('given staff who were asked or invited', () => {
  it('when no next review follows, then they see the record to the last day of the school year, and not after', () => {
    expect(needToKnowUntil(closed, [closed], school)).toBe('2027-08-31');
    for (const person of [TEACHER, ASSISTANT]) {
      expect(scopeOn('2027-08-31', person)).toBe('record');
      expect(scopeOn('2027-09-01', person)).toBeUndefined();
    }
    const around = { pupil, reviews: [closed] };
    expect(maySeeRecord(closed, TEACHER, school, { ...around, today: '2027-08-31' })).toBe(true);
    expect(maySeeRecord(closed, TEACHER, school, { ...around, today: '2027-09-01' })).toBe(false);
  });

  it('when the plan’s next review closes, then they see the one before to the end of that day', () => {
    const reviews = [closed, nextReview()];
    expect(needToKnowUntil(closed, reviews, school)).toBe('2027-04-20');
    expect(scopeOn('2027-04-20', TEACHER, reviews)).toBe('record');
    expect(scopeOn('2027-04-21', TEACHER, reviews)).toBeUndefined();
    // The next one itself is theirs until its own time is over.
    expect(scopeOn('2027-08-31', TEACHER, reviews, nextReview())).toBe('record');
  });

  it('when several follow, then the first to close counts; one that closes after the school year changes nothing', () => {
    const third = nextReview({
      id: 'r3',
      startedAt: '2027-05-01T09:00:00.000Z',
      closedAt: '2027-07-02T09:00:00.000Z',
    });
    expect(needToKnowUntil(closed, [third, nextReview(), closed], school)).toBe('2027-04-20');
    const late = nextReview({ closedAt: '2027-10-01T09:00:00.000Z' });
    expect(needToKnowUntil(closed, [closed, late], school)).toBe('2027-08-31');
  });

  it.each([
    ['is still under way', nextReview({ stage: 'acting' })],
    ['was called off', nextReview({ stage: 'cancelled' })],
    ['is of another plan', nextReview({ kind: 'ehcp' })],
    ['was begun before', nextReview({ startedAt: '2026-10-01T09:00:00.000Z' })],
    ['was begun at the same moment', nextReview({ startedAt: closed.startedAt })],
  ])('when another review %s, then it ends nothing', (_what, other) => {
    expect(needToKnowUntil(closed, [closed, other], school)).toBe('2027-08-31');
  });

  it.each<Stage>(['preparing', 'gathering', 'meeting', 'acting'])(
    'when the review is %s, then nothing has ended, however long it takes',
    (stage) => {
      const { cancelled: _, ...open } = aReview({ stage });
      const review = { ...open, closedAt: '2026-12-02T12:00:00.000Z' };
      expect(needToKnowUntil(review, [review, nextReview()], school)).toBeUndefined();
      expect(
        needHasEnded(review, TEACHER, school, { pupil, reviews: [nextReview()], today: '2040-01-01' }),
      ).toBe(false);
    },
  );

  it('when nobody knows when it was closed, then nothing ends', () => {
    const { closedAt: _, ...review } = closed;
    expect(needToKnowUntil(review, [review, nextReview()], school)).toBeUndefined();
  });

  it('when it was cancelled, then what they sent in is theirs to the end of that school year', () => {
    const cancelled = { ...aReview({ stage: 'cancelled' }), evidence: closed.evidence };
    expect(scopeOn('2027-08-31', TEACHER, [], cancelled)).toBe('record');
    expect(scopeOn('2027-09-01', TEACHER, [], cancelled)).toBeUndefined();
  });

  it('when they are key staff, then it goes on; their colleague’s does not', () => {
    const around = { pupil: { keyStaff: [TEACHER] }, reviews: [nextReview()], today: '2030-01-01' };
    expect(maySeeReview(closed, TEACHER, school, around)).toBe('record');
    expect(maySeeReview(closed, ASSISTANT, school, around)).toBeUndefined();
  });

  it('when something of it is theirs to do, then that is what is left', () => {
    const review = { ...closed, actions: [anAction({ owner: TEACHER })] };
    expect(scopeOn('2027-09-01', TEACHER, [], review)).toBe('own');
    expect(mayRun(review, 'complete-action', TEACHER, school)).toBe(true);
  });
});

it('SENCO and leaders see all of it for good, and those with no part in it nothing, on any day', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4000 }), fc.boolean(), (days, followed) => {
      const around = {
        pupil,
        reviews: followed ? [closed, nextReview()] : [closed],
        today: plusDays('2026-12-02', days),
      };
      expect(maySeeReview(closed, SENCO, school, around)).toBe('all');
      expect(maySeeReview(closed, LEADER, school, around)).toBe('all');
      for (const person of [BYSTANDER, STRANGER]) {
        expect(maySeeReview(closed, person, school, around)).toBeUndefined();
        expect(needHasEnded(closed, person, school, around)).toBe(false);
      }
      // It ends once, and never comes back.
      const before = maySeeReview(closed, TEACHER, school, { ...around, today: plusDays(around.today, -1) });
      if (before === undefined) expect(maySeeReview(closed, TEACHER, school, around)).toBeUndefined();
    }),
  );
});
