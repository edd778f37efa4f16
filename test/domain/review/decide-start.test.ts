import { describe, expect, it } from 'vitest';
import type { Stage } from '../../../src/domain/review/review.ts';
import { type StartRequest, start } from '../../../src/domain/review/start.ts';
import { aLetter, anAnnualReview, anEhcpPupil, annualAt } from '../../support/annual-builders.ts';
import {
  aDoneAction,
  aPupil,
  aReview,
  aSchool,
  aTarget,
  LEADER,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';
import type { OfAPupil } from '../../support/one-plan.ts';
import { notKnown } from '../../support/one-plan.ts';

const AT = '2026-11-02T09:00:00.000Z';

const request = ({ pupil = aPupil(), ...given }: Partial<StartRequest> = {}): StartRequest => ({
  id: 'review-2',
  ref: 'M4XP',
  pupil,
  plan: pupil.plans[0],
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
        fact: {
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

  it('given no plan, it is refused with what to do', () => {
    expect(refusalOf({ pupil: aPupil({ plan: 'none' }) })).toMatchObject({
      code: 'kind-not-supported',
      say: expect.stringMatching(/no plan/),
    });
  });

  it.each<Stage>(['preparing', 'gathering', 'meeting'])(
    'given another review of the plan in %s, it is refused and shows that one',
    (stage) => {
      expect(refusalOf({ reviews: [aReview({ stage })] })).toMatchObject({
        code: 'review-open',
        offer: { what: 'status', about: 'review-1' },
      });
    },
  );

  it.each<Stage>(['acting', 'closed', 'cancelled'])(
    'given the last review is %s, a new one starts',
    (stage) => {
      expect(start(request({ reviews: [aReview({ stage })] })).ok).toBe(true);
    },
  );

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
    expect(refusalOf({ actor: { who: STRANGER, at: AT }, reviews: [aReview()] })).toEqual(stranger);
  });
});

describe('starting an annual review', () => {
  const started = (given: Partial<StartRequest>) => {
    const decided = start(request(given));
    if (!decided.ok) throw new Error(decided.refusal.say);
    return decided.fact;
  };
  const annual = (given: OfAPupil = {}, at = AT) =>
    started({ pupil: anEhcpPupil(given), actor: { who: SENCO, at } }).annual;

  it('given an EHC plan, it keeps whose plan it is', () => {
    const event = started({ pupil: anEhcpPupil() });
    expect(event).toMatchObject({ kind: 'ehcp', pupilId: 'oakfield-p002', annual: { la: 'Northshire' } });
    expect(event).not.toHaveProperty('early');
  });

  it('given it is not known whose plan it is, that stays empty', () => {
    const pupil = notKnown(anEhcpPupil(), 'la');
    expect(started({ pupil }).annual).toEqual({ la: '' });
  });

  it('given another kind of plan, there is nothing of an annual review', () => {
    expect(started({ pupil: aPupil({ la: 'Northshire', yearGroup: '6' }) })).not.toHaveProperty('annual');
  });

  it('given a phase transfer is near, the review is for it; given it is far, it is not', () => {
    expect(annual({ yearGroup: '6' })).toEqual({
      la: 'Northshire',
      transfer: { kind: 'primary-secondary', year: 2027 },
    });
    expect(annual({ yearGroup: '5' })).toEqual({ la: 'Northshire' });
    expect(annual({ phaseTransfer: { kind: 'middle', year: 2027 } })).toMatchObject({
      transfer: { kind: 'middle', year: 2027 },
    });
    expect(annual({ yearGroup: '6', phaseTransfer: 'none' })).toEqual({ la: 'Northshire' });
  });

  it('given a final plan that names the next place, or the SENCO’s word: the next review is not for the transfer', () => {
    const pupil = anEhcpPupil({ yearGroup: '6' });
    const decision = { ...aLetter('2026-10-30', ''), kind: 'amend' } as const;
    const finalPlan = { ...aLetter('2026-11-20', ''), nextPlace: 'named' } as const;
    const settled = annualAt('closed', { decision, finalPlan });
    const amended = anAnnualReview({ stage: 'closed', annual: settled });
    expect(started({ pupil, reviews: [amended] }).annual).toEqual({ la: 'Northshire' });
    const transferSettled = { year: 2027, why: 'The plan names Hill School.', by: SENCO, at: AT };
    expect(annual({ yearGroup: '6', transferSettled })).toEqual({ la: 'Northshire' });
  });

  it('given a decision alone, whenever it came: the next review is for the transfer', () => {
    const pupil = anEhcpPupil({ yearGroup: '6' });
    expect(annual({ yearGroup: '6', lastDecision: '2026-09-15' })).toHaveProperty('transfer');
    for (const on of ['2026-03-01', '2026-10-30']) {
      const decision = { ...aLetter(on, ''), kind: 'keep' } as const;
      const kept = anAnnualReview({ stage: 'closed', annual: annualAt('closed', { decision }) });
      expect(started({ pupil, reviews: [kept] }).annual).toHaveProperty('transfer');
    }
  });

  it('given the transfer comes near, the review is for it from the start of the term before that of the latest meeting', () => {
    // For September 2028 the latest meeting is on 23 November 2027; the term before that one's begins on 12 April.
    const autumn = { name: 'Autumn 2027', start: '2027-09-02', end: '2027-12-17' };
    const school = aSchool({ terms: [...aSchool().terms, autumn] });
    const on = (at: string) => started({ pupil: anEhcpPupil(), school, actor: { who: SENCO, at } }).annual;
    expect(on('2027-04-11T10:00:00.000Z')).not.toHaveProperty('transfer');
    expect(on('2027-04-12T10:00:00.000Z')).toMatchObject({ transfer: { year: 2028 } });
  });

  it('given the last one waits for the local authority, it is refused and says for what', () => {
    const waiting = anAnnualReview({ stage: 'acting', actions: [aDoneAction()] });
    expect(refusalOf({ pupil: anEhcpPupil(), reviews: [waiting] })).toMatchObject({
      code: 'things-missing',
      say: expect.stringMatching(/report was sent.*decision is not recorded\./),
      offer: { what: 'status', about: 'review-1' },
    });
  });

  it('given the local authority has not decided by its last day, the next starts', () => {
    const reviews = [anAnnualReview({ stage: 'acting', actions: [aDoneAction()] })];
    const on = (at: string) =>
      start(request({ pupil: anEhcpPupil(), reviews, actor: { who: SENCO, at } })).ok;
    // Met on 24 November, so decided by 22 December.
    expect(on('2026-12-22T10:00:00.000Z')).toBe(false);
    expect(on('2026-12-23T10:00:00.000Z')).toBe(true);
  });
});

describe('starting a review before its time', () => {
  const early = {
    asker: 'parent',
    askedOn: '2026-10-30',
    why: 'She no longer wants to go to school',
  } as const;

  it.each([aPupil(), aPupil({ plan: 'early-years-iep' }), anEhcpPupil()])(
    'given somebody asked for it ($plans.0.kind), that is kept',
    (pupil) => {
      expect(start(request({ pupil, early }))).toMatchObject({ ok: true, fact: { early } });
      expect(start(request({ pupil, early: { ...early, askedOn: '2026-11-02' } })).ok).toBe(true);
    },
  );

  it.each([
    ['a day that is still to come', { askedOn: '2026-11-03' }, 'date-order', 'askedOn'],
    ['no reason', { why: ' ' }, 'words-missing', 'why'],
  ] as const)('given %s, it is refused', (_, given, code, field) => {
    expect(refusalOf({ early: { ...early, ...given } })).toMatchObject({ code, field });
  });
});
