import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import { reviewBefore, supportBefore, supportInForce } from '../../../src/domain/review/support-in-force.ts';
import { ASSISTANT, anOutcome, aPlan, aProvision, aPupil, aReview, SENCO } from '../../support/builders.ts';

const met = (id: string, day: string, given: Partial<Review> = {}): Review =>
  aReview({
    id,
    stage: 'closed',
    startedAt: `${day}T08:00:00.000Z`,
    meetingOpenedAt: `${day}T14:30:00.000Z`,
    meeting: { date: day, time: '14:30', invitees: [] },
    outcome: anOutcome(),
    provision: [aProvision({ id: `of-${id}` })],
    ...given,
  });
const pupil = aPupil();
const plan = aPlan();
const ids = (all: ReturnType<typeof supportInForce>) => all.map(({ provision }) => provision.id);

describe('the support in force of a plan', () => {
  it('given two reviews with an outcome, then it is what the later agreed', () => {
    const reviews = [met('july', '2026-07-10'), met('november', '2026-11-24')];
    expect(ids(supportInForce(pupil, plan, reviews))).toEqual(['of-november']);
  });

  it('given the next review has no outcome yet, or was cancelled, then the last one’s stands, with its answers', () => {
    const happening = [
      { by: ASSISTANT, at: '2026-10-05T09:00:00.000Z', is: 'yes', why: '', next: '2026-11-16' },
    ] as const;
    const july = met('july', '2026-07-10', { provision: [aProvision({ id: 'of-july', happening })] });
    for (const stage of ['gathering', 'meeting', 'cancelled'] as const) {
      const found = supportInForce(pupil, plan, [july, met('november', '2026-11-24', { stage })]);
      expect(found.map(({ provision }) => provision.happening)).toEqual([happening]);
    }
  });

  it('given some of it has ended, then not that', () => {
    const ended = { by: SENCO, at: '2026-11-30T09:00:00.000Z', why: 'She reads on her own' };
    const provision = [aProvision({ id: 'a', ended }), aProvision({ id: 'b' })];
    expect(ids(supportInForce(pupil, plan, [met('november', '2026-11-24', { provision })]))).toEqual(['b']);
  });

  it('given the last review ended the plan, then there is none', () => {
    const reviews = [met('november', '2026-11-24', { outcome: anOutcome({ kind: 'plan-ended' }) })];
    expect(supportInForce(pupil, plan, reviews)).toEqual([]);
  });

  it('given a review of another of the pupil’s plans, then that has its own', () => {
    const both = aPupil({ plans: [aPlan(), aPlan({ kind: 'ehcp' })] });
    const reviews = [met('november', '2026-11-24'), met('annual', '2026-11-25', { kind: 'ehcp' })];
    expect(ids(supportInForce(both, plan, reviews))).toEqual(['of-november']);
  });
});

describe('the support that a review looks at', () => {
  it('given the review before it, then what that agreed, ended or not, also once this one has its outcome', () => {
    const ended = {
      by: SENCO,
      at: '2026-11-24T15:00:00.000Z',
      why: 'The next review agreed what comes next.',
    };
    const july = met('july', '2026-07-10', { provision: [aProvision({ id: 'of-july', ended })] });
    for (const stage of ['gathering', 'meeting', 'acting', 'closed'] as const) {
      const november = met('november', '2026-11-24', { stage });
      expect(ids(supportBefore(november, pupil, [july, november]))).toEqual(['of-july']);
      expect(reviewBefore(november, pupil, [july, november])).toBe(july);
    }
  });

  it('given it is the first, then there is none', () => {
    const november = met('november', '2026-11-24');
    expect(supportBefore(november, pupil, [november])).toEqual([]);
  });
});
