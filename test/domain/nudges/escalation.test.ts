import { describe, expect, it } from 'vitest';
import { escalated, escalationsOf, stillEscalated } from '../../../src/domain/nudges/escalation.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import type { School, StaffMember } from '../../../src/domain/school/school.ts';
import { plusDays } from '../../../src/domain/time.ts';
import {
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  LEADER,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';

const FRIDAY = '2026-11-13';
const acting = (given = {}) => aReview({ stage: 'acting', actions: [anAction({ due: FRIDAY, ...given })] });
const withStaff = (person: string, given: Partial<StaffMember>, more: readonly StaffMember[] = []) =>
  aSchool({ staff: [...STAFF.map((one) => (one.email === person ? { ...one, ...given } : one)), ...more] });
const nia = { email: 'nia.senco@oakfield.example', name: 'Nia', role: 'senco' } as const;
const hari = { email: 'hari.head@oakfield.example', name: 'Hari', role: 'leader' } as const;

/** Who is to know, on `day`: "step to person". */
const told = (review: Review, day: string, school: School = aSchool()) =>
  escalationsOf(review, school, day).map(({ step, to }) => `${step} to ${to}`);

/** The first day on which each step is told, from Friday 13 November on. */
function firstDays(school: School = aSchool(), review = acting()): Record<string, string> {
  const first: Record<string, string> = {};
  for (let day = FRIDAY; day < '2027-01-20'; day = plusDays(day, 1)) {
    for (const { step } of escalationsOf(review, school, day)) first[step] ??= day;
  }
  return first;
}

describe('an action due on a Friday and not done', () => {
  it('is told to the SENCO after five school days, to the senior leaders after ten', () => {
    expect(firstDays()).toEqual({ senco: '2026-11-20', leader: '2026-11-27' });
  });

  it('counts school days: neither closures nor holidays', () => {
    expect(firstDays(aSchool({ closures: ['2026-11-16', '2026-11-17'] }))).toEqual({
      senco: '2026-11-24',
      leader: '2026-12-01',
    });
    expect(firstDays(aSchool(), acting({ due: '2026-12-16' }))).toEqual({
      senco: '2027-01-07',
      leader: '2027-01-14',
    });
  });

  it('after as many as the school has set', () => {
    const school = aSchool({ nudges: { sencoAfter: 1, leaderAfter: 3 } });
    expect(firstDays(school)).toEqual({ senco: '2026-11-16', leader: '2026-11-18' });
  });

  it('is told to the SENCO who runs the review, and each senior leader', () => {
    const school = aSchool({ staff: [...STAFF, nia, hari] });
    expect(told(acting(), '2026-11-27', school)).toEqual([
      `senco to ${SENCO}`,
      `leader to ${LEADER}`,
      `leader to ${hari.email}`,
    ]);
  });

  it.each([
    ['done', { actions: [aDoneAction({ due: FRIDAY })], stage: 'closed' as const }],
    ['put off', { actions: [anAction({ due: '2026-12-04' })] }],
    ['withdrawn', { actions: [anAction({ due: FRIDAY, withdrawn: { by: SENCO, at: FRIDAY, why: '-' } })] }],
    ['cancelled', { stage: 'cancelled' as const }],
  ])('is told to nobody once it is %s', (_, given) => {
    expect(told({ ...acting(), ...given }, '2026-11-27')).toEqual([]);
  });

  it.each(['2026-11-28', '2026-11-29', '2026-12-25'])(
    'is told to nobody on a day without school: %s',
    (day) => {
      expect(told(acting(), day)).toEqual([]);
    },
  );
});

describe('what is owed for a pupil without a review', () => {
  it('is told as what is owed in one, and to nobody on a day without school', () => {
    const owed = [{ id: 'meet-parents', who: SENCO, due: FRIDAY }];
    const to = (day: string) => escalated(owed, SENCO, aSchool(), day).map((one) => one.to);
    expect(to('2026-11-27')).toEqual([LEADER]);
    // Saturday, and the Friday after Christmas.
    expect([to('2026-11-28'), to('2027-01-01')]).toEqual([[], []]);
  });
});

describe('what the SENCO owes', () => {
  it('goes to the senior leaders only', () => {
    expect(
      firstDays(aSchool(), aReview({ stage: 'preparing', startedAt: '2026-11-06T10:00:00.000Z' })),
    ).toEqual({
      leader: '2026-11-27',
    });
  });

  it('to the SENCO who runs the review where it is another’s', () => {
    const school = aSchool({ staff: [...STAFF, nia] });
    expect(told(acting({ owner: nia.email }), '2026-11-20', school)).toEqual([`senco to ${SENCO}`]);
  });
});

describe('what a senior leader owes', () => {
  it('goes to the SENCO, and to the other leaders', () => {
    const school = aSchool({ staff: [...STAFF, hari] });
    expect(told(acting({ owner: LEADER }), '2026-11-27', school)).toEqual([
      `senco to ${SENCO}`,
      `leader to ${hari.email}`,
    ]);
  });
});

describe('given somebody is away or has left', () => {
  const absent = { from: '2026-11-16', until: '2027-01-11' };

  it('what they owe is not told: the SENCO has it, to find somebody else for', () => {
    // The SENCO's own part in it is due since the 16th, and so is the senior leaders' after ten days more.
    expect(told(acting(), '2026-11-27', withStaff(TEACHER, { absent }))).toEqual([]);
    expect(told(acting(), '2026-11-30', withStaff(TEACHER, { absent }))).toEqual([`leader to ${LEADER}`]);
  });

  it('a SENCO or leader who is away is not told', () => {
    expect(told(acting(), '2026-11-27', withStaff(LEADER, { absent }))).toEqual([`senco to ${SENCO}`]);
    expect(told(acting(), '2026-11-27', withStaff(SENCO, { absent }))).toEqual([`leader to ${LEADER}`]);
  });

  it('another SENCO is told instead of one who is away or has left', () => {
    for (const given of [{ absent }, { left: '2026-11-01' }]) {
      expect(told(acting(), '2026-11-20', withStaff(SENCO, given, [nia]))).toEqual([`senco to ${nia.email}`]);
    }
  });

  it('of a SENCO who is away alone, the senior leaders are told what they owe', () => {
    const review = aReview({ stage: 'preparing', startedAt: '2026-11-06T10:00:00.000Z' });
    expect(told(review, '2026-11-27', withStaff(SENCO, { absent }))).toEqual([`leader to ${LEADER}`]);
  });
});

describe('given a school without a SENCO, whose senior leader runs the review', () => {
  const school = aSchool({ staff: STAFF.filter(({ role }) => role !== 'senco') });
  const review = { ...acting(), lead: LEADER };
  const noted = (step: 'senco' | 'leader') => [{ obligationId: 'noted', step }];
  const still = (step: 'senco' | 'leader', day: string) => {
    const standing = escalationsOf(review, school, day).map((one) => ({ ...one, obligationId: 'noted' }));
    return stillEscalated(noted(step), LEADER, standing).map((one) => one.step);
  };

  it('they are told as who runs it after five school days, and as senior leader after ten', () => {
    expect(still('senco', '2026-11-20')).toEqual(['senco']);
    expect(still('leader', '2026-11-20')).toEqual([]);
    expect(still('leader', '2026-11-27')).toEqual(['leader']);
  });
});

describe('what was noted to be told', () => {
  const [first] = escalationsOf(acting(), aSchool(), '2026-11-20');
  const noted = [{ obligationId: first?.obligationId ?? '', step: 'senco' as const }];
  const still = (review: Review, person = SENCO) =>
    stillEscalated(noted, person, escalationsOf(review, aSchool(), '2026-11-20')).map(
      ({ obligation }) => obligation.who,
    );

  it('is told while it stands, with what it is about', () => {
    expect(still(acting())).toEqual([TEACHER]);
  });

  it.each([
    ['it is done', acting({ done: aDoneAction().done })],
    ['it has more time', acting({ due: '2026-12-04' })],
    ['another has it', acting({ owner: 'ann.assistant@oakfield.example' })],
  ])('not once %s', (_, review) => {
    expect(still(review)).toEqual([]);
  });

  it('not to somebody else', () => {
    expect(still(acting(), LEADER)).toEqual([]);
  });
});
