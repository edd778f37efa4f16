import { describe, expect, it } from 'vitest';
import { nudgesToday } from '../../../src/domain/nudges/policy.ts';
import { laDecidesDuty } from '../../../src/domain/pupil/duties/la-decides.ts';
import { owedForPupil, settledForPupil } from '../../../src/domain/pupil/owed.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { Pupil } from '../../../src/domain/school/pupil.ts';
import type { LocalDate } from '../../../src/domain/time.ts';
import { anAnnualReview, anEhcpPupil, annualAt } from '../../support/annual-builders.ts';
import { aPupil, aSchool, SENCO, STAFF } from '../../support/builders.ts';

/*
 * A pupil of Year 6 moves in September 2027: the plan is to be amended by 14 February 2027, so the meeting is by
 * 22 November 2026, a Sunday; the last school day before it is Friday 20 November (SEND Regulations 2014, reg 18).
 */
const inYear6 = (given: Parameters<typeof anEhcpPupil>[0] = {}) => anEhcpPupil({ yearGroup: '6', ...given });
const AT = '2026-11-10T09:00:00.000Z';
const owed = (pupil: Pupil, today: LocalDate, reviews: readonly Review[] = [], school = aSchool()) =>
  owedForPupil({ pupil, reviews, school, today });
/** Met on 24 November 2026, with the final plan of 5 February 2027. */
const closedWith = (said: { readonly nextPlace?: 'named' | 'not-named' }): Review => {
  const closed = anAnnualReview({ stage: 'closed' });
  const annual = closed.annual ?? annualAt('closed');
  const finalPlan = annual.finalPlan && { ...annual.finalPlan, ...said };
  return { ...closed, annual: { ...annual, ...(finalPlan && { finalPlan }) } };
};
const settled = { year: 2027, why: 'It names Hill School', by: SENCO, at: '2026-11-10T09:00:00.000Z' };

describe('a move to the next school that is not settled', () => {
  it('is the SENCO’s to prepare by the latest meeting, and the button begins the review', () => {
    const [duty, ...more] = owed(inYear6(), '2026-11-10');
    expect(more).toEqual([]);
    expect(duty).toMatchObject({
      id: 'oakfield-p002/next-place/ehcp-2027/mel.senco@oakfield.example',
      who: SENCO,
      due: '2026-11-22',
      what: 'Hold the review for the move to the next school or college',
      answers: [
        { opens: 'start', plan: 'ehcp' },
        { opens: 'form', name: 'next-place-named' },
      ],
    });
  });

  it('is then the plan’s to name by 14 February, also long after its meeting', () => {
    const held = anAnnualReview({ stage: 'acting' });
    expect(owed(inYear6(), '2027-03-01', [held])).toMatchObject([
      { due: '2027-02-14', what: 'The plan is to name the next school or college' },
    ]);
  });

  it('wants the plan to name it where the last review is closed with a final plan that does not', () => {
    const closed = closedWith({ nextPlace: 'not-named' });
    expect(owed(inYear6(), '2027-03-01', [closed])).toMatchObject([
      {
        ...{ due: '2027-02-14', what: 'The plan is to name the next school or college' },
        answers: [{ opens: 'chase' }, { opens: 'form', name: 'next-place-named' }],
      },
    ]);
  });

  it('asks whether the plan names it where a final plan came and nobody has said', () => {
    const [duty, ...more] = owed(inYear6(), '2027-03-01', [closedWith({})]);
    expect(more).toEqual([]);
    expect(duty).toMatchObject({
      due: '2027-02-14',
      what: 'Say whether the plan names the next school or college',
      answers: [
        { opens: 'form', name: 'next-place-named', plan: 'ehcp' },
        { opens: 'status', review: 'review-1' },
      ],
    });
    expect(duty?.more).toContain('Of the final plan of Fri 5 Feb 2027 nobody has said.');
  });

  it('asks in the review itself what was decided, where only the school’s data has the day of it', () => {
    const held = anAnnualReview({ stage: 'acting' });
    expect(owed(inYear6({ lastDecision: '2026-12-18' }), '2027-01-11', [held])).toMatchObject([
      {
        what: 'Say what the local authority decided on the last review',
        answers: [
          { opens: 'status', title: 'Say what was decided', review: 'review-1' },
          { opens: 'form', name: 'next-place-named' },
        ],
      },
    ]);
  });

  it('is over once the SENCO says that the plan names it, and not by a word on another year', () => {
    expect(owed(inYear6({ transferSettled: settled }), '2026-11-10')).toEqual([]);
    expect(owed(inYear6({ transferSettled: { ...settled, year: 2026 } }), '2026-11-10')).toHaveLength(1);
    const [duty] = owed(inYear6(), '2026-11-10');
    const situation = { reviews: [], school: aSchool(), today: '2026-11-10' };
    const now = (pupil: Pupil) => settledForPupil(duty?.id ?? '', { ...situation, pupil });
    expect(now(inYear6({ transferSettled: settled }))).toEqual({ is: 'recorded' });
    expect(now(inYear6({ phaseTransfer: 'none' }))).toEqual({ is: 'over' });
  });

  it('is nobody’s in Year 5 in the autumn, of SEN Support, where there is none ahead, or after the move', () => {
    expect(owed(anEhcpPupil(), '2026-11-10')).toEqual([]);
    expect(owed(aPupil({ yearGroup: '6' }), '2026-11-10')).toEqual([]);
    expect(owed(inYear6({ phaseTransfer: 'none' }), '2026-11-10')).toEqual([]);
    expect(owed(anEhcpPupil({ yearGroup: '7' }), '2027-09-02')).toEqual([]);
  });

  it('goes to another SENCO while this one is away, and to nobody where there is none', () => {
    const ann = { email: 'ann2@oakfield.example', name: 'Ann Second', role: 'senco' } as const;
    const away = STAFF.map((one) =>
      one.email === SENCO ? { ...one, absent: { from: '2026-11-01', until: '2026-12-01' } } : one,
    );
    expect(owed(inYear6(), '2026-11-10', [], aSchool({ staff: [...away, ann] }))).toMatchObject([
      { who: ann.email },
    ]);
    const none = aSchool({ staff: STAFF.filter(({ role }) => role !== 'senco') });
    expect(owed(inYear6(), '2026-11-10', [], none)).toEqual([]);
  });

  it('is mentioned 7 and 2 school days before Friday 20 November, on it, and on Tuesdays and Thursdays after', () => {
    const school = aSchool();
    const days = Array.from({ length: 24 }, (_, n) => `2026-11-${String(n + 5).padStart(2, '0')}`);
    const told = days.filter((day) => nudgesToday(owed(inYear6(), day), school, day).length > 0);
    expect(told).toEqual(['2026-11-11', '2026-11-18', '2026-11-20', '2026-11-24', '2026-11-26']);
  });
});

describe('a local authority that took a plan over', () => {
  // By hand: six weeks after Monday 5 October 2026.
  const taken = (given: Parameters<typeof anEhcpPupil>[0] = {}) =>
    anEhcpPupil({ laSince: '2026-10-05', ...given });
  const wrote = { since: '2026-10-05', answer: 'wrote', words: 'It did', by: SENCO, at: AT } as const;

  it('writes to the family within six weeks, and the SENCO is asked whether it has (reg 15(4))', () => {
    expect(owed(taken(), '2026-11-10')).toMatchObject([
      {
        due: '2026-11-16',
        who: SENCO,
        what: 'Has the new local authority written to the family?',
        why: { rule: { id: 'ehcp-taken-over-letter' } },
        answers: [{ opens: 'form', name: 'la-wrote', plan: 'ehcp' }],
      },
    ]);
  });

  it('is asked after no more once that is said, or it has decided on a review; by yet another, anew', () => {
    expect(owed(taken({ laWrote: wrote }), '2026-11-20')).toEqual([]);
    expect(owed(taken({ laWrote: { ...wrote, since: '2025-10-05' } }), '2026-11-20')).toHaveLength(1);
    const decision = { on: '2026-11-18', words: '', kind: 'keep', by: SENCO, at: AT } as const;
    const review = anAnnualReview({ stage: 'closed' });
    const decided = { ...review, annual: { ...annualAt('acting'), decision } };
    expect(owed(taken(), '2026-11-20', [decided])).toEqual([]);
  });

  it('has what became of it in the digest that asked: recorded', () => {
    const [duty] = owed(taken(), '2026-11-10');
    const situation = { reviews: [], school: aSchool(), today: '2026-11-10' };
    expect(settledForPupil(duty?.id ?? '', { ...situation, pupil: taken({ laWrote: wrote }) })).toEqual({
      is: 'recorded',
    });
  });
});

describe('a decision awaited on a meeting that only the school’s data has', () => {
  /*
   * Met on Tuesday 6 October 2026, after the last decision of 16 December 2025: the local authority decides within four weeks,
   * by Tuesday 3 November (SEND Regulations 2014, reg 20(10)).
   */
  const met = (given: Parameters<typeof anEhcpPupil>[0] = {}) =>
    anEhcpPupil({ phaseTransfer: 'none', lastMeeting: '2026-10-06', ...given });

  it('is the SENCO’s to record, or to chase', () => {
    expect(owed(met(), '2026-11-10')).toMatchObject([
      {
        id: 'oakfield-p002/la-decides/ehcp-2026-10-06/mel.senco@oakfield.example',
        who: SENCO,
        due: '2026-11-03',
        why: { rule: { id: 'la-decision' } },
        what: 'The local authority’s decision: record it, or chase it',
        answers: [
          { opens: 'form', name: 'la-decided', plan: 'ehcp' },
          { opens: 'chase', plan: 'ehcp' },
        ],
      },
    ]);
  });

  it('is no more once it is recorded, the data has a later decision, or a review here is of that meeting', () => {
    const said = {
      kind: 'keep',
      on: '2026-11-02',
      meetingOn: '2026-10-06',
      words: '',
      by: SENCO,
      at: AT,
    } as const;
    const { words: _, ...decided } = said;
    expect(owed(met({ lastDecision: '2026-11-02', laDecided: [decided] }), '2026-11-10')).toEqual([]);
    expect(owed(met({ lastDecision: '2026-11-02' }), '2026-11-10')).toEqual([]);
    expect(
      owed(met({ lastMeeting: '2026-11-24' }), '2026-12-30', [anAnnualReview({ stage: 'acting' })]),
    ).toEqual([]);
    expect(owed(anEhcpPupil({ phaseTransfer: 'none' }), '2026-11-10')).toEqual([]);
  });

  it('is mentioned in digests 7 and 2 school days before Tuesday 3 November, on it, and twice a week after', () => {
    const school = aSchool({ insetDays: [], closures: [] });
    const days = Array.from({ length: 31 }, (_, n) => `2026-10-${String(n + 1).padStart(2, '0')}`);
    const november = Array.from({ length: 12 }, (_, n) => `2026-11-${String(n + 1).padStart(2, '0')}`);
    const told = [...days, ...november].filter(
      (day) => nudgesToday(owed(met(), day, [], school), school, day).length > 0,
    );
    // Half-term is from Monday 26 to Friday 30 October.
    expect(told).toEqual([
      '2026-10-16',
      '2026-10-23',
      '2026-11-03',
      '2026-11-05',
      '2026-11-10',
      '2026-11-12',
    ]);
  });

  it('has what became of it in the digest that asked', () => {
    const [duty] = owed(met(), '2026-11-10');
    const situation = { reviews: [], school: aSchool(), today: '2026-11-10' };
    const now = (pupil: Pupil) => settledForPupil(duty?.id ?? '', { ...situation, pupil });
    const decided = { kind: 'keep', on: '2026-11-02', meetingOn: '2026-10-06', by: SENCO, at: AT } as const;
    expect(now(met({ laDecided: [decided] }))).toEqual({ is: 'recorded' });
    expect(now(met({ laDecided: [{ ...decided, meetingOn: '2025-10-06' }] }))).toEqual({ is: 'over' });
    expect(now(met({ lastDecision: '2026-11-02' }))).toEqual({ is: 'over' });
  });

  it('is looked for from the day it falls due: what no day can bring is not', () => {
    const from = (pupil: Pupil) => laDecidesDuty.from({ pupil, school: aSchool(), today: '2026-11-10' });
    expect(from(met())).toBe('2026-11-03');
    expect(from(met({ lastDecision: '2026-11-02' }))).toBeUndefined();
    expect(from(aPupil({ lastMeeting: '2026-10-06' }))).toBeUndefined();
  });
});
