import { describe, expect, it } from 'vitest';
import { nudgesToday } from '../../../src/domain/nudges/policy.ts';
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
    const closed = anAnnualReview({ stage: 'closed' });
    expect(owed(inYear6(), '2027-03-01', [closed])).toMatchObject([
      { due: '2027-02-14', what: 'The plan is to name the next school or college' },
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
