import { describe, expect, it } from 'vitest';
import { firstDue, obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { settledAs } from '../../../src/domain/nudges/settled.ts';
import type { AnnualReview } from '../../../src/domain/review/annual.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { aLetter, anAnnualReview, annualAt, theOutsiders } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  BYSTANDER,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';

const brief = (review: Review) => obligationsOf(review).map(({ kind, who, due }) => [kind, who, due]);
const ofKind = (review: Review, ...kinds: readonly string[]) =>
  obligationsOf(review).filter(({ kind }) => kinds.includes(kind));
const decision = (kind: 'keep' | 'amend' | 'cease') => ({ ...aLetter('2026-12-18', ''), kind });
const allIn = theOutsiders().map((one) => ({
  ...one,
  advice: { ...aLetter('2026-11-09', 'Here'), given: true },
}));

describe('what is owed before an annual review’s meeting', () => {
  it('gathering: besides what any review owes, the advice of those outside and that it is sent round', () => {
    expect(brief(anAnnualReview())).toEqual([
      ['evidence', TEACHER, '2026-11-13'],
      ['evidence', ASSISTANT, '2026-11-13'],
      ['advice', SENCO, '2026-11-07'],
      ['circulate', SENCO, '2026-11-10'],
      ['parent-views', SENCO, '2026-11-24'],
      ['pupil-views', SENCO, '2026-11-24'],
      ['hold-meeting', SENCO, '2026-11-24'],
    ]);
  });

  it('says why each is due then', () => {
    const [advice, circulate] = ofKind(anAnnualReview(), 'advice', 'circulate');
    expect(advice?.why).toMatchObject({ date: '2026-11-07', from: '2026-11-24', rule: { id: 'advice' } });
    expect(circulate?.why).toMatchObject({ date: '2026-11-10', rule: { id: 'circulate' } });
  });

  it('given all have sent advice or said they will not, only sending it round is owed; given that too, neither', () => {
    const annual = annualAt('gathering', { outsiders: allIn });
    expect(ofKind(anAnnualReview({ annual }), 'advice', 'circulate')).toMatchObject([{ kind: 'circulate' }]);
    const sent = { ...annual, circulated: aLetter('2026-11-10', '') };
    expect(ofKind(anAnnualReview({ annual: sent }), 'advice', 'circulate')).toEqual([]);
  });

  it('given only the family has sent none, no advice is owed: what they say is recorded as views', () => {
    const outsiders = allIn.map((one) => {
      const { advice: _, ...silent } = one;
      return one.role === 'parent' ? silent : one;
    });
    const annual = annualAt('gathering', { outsiders });
    expect(ofKind(anAnnualReview({ annual }), 'advice')).toEqual([]);
  });

  it('given short notice, nothing is due before people were invited', () => {
    const annual = annualAt('gathering', { invitedOn: '2026-11-12' });
    expect(ofKind(anAnnualReview({ annual }), 'advice', 'circulate')).toMatchObject([
      { kind: 'advice', due: '2026-11-12', why: { date: '2026-11-07' } },
      { kind: 'circulate', due: '2026-11-12', why: { date: '2026-11-10' } },
    ]);
  });

  it('given the meeting is moved, all is reckoned anew', () => {
    const meeting = { date: '2026-12-08', time: '14:30', invitees: [] };
    expect(ofKind(anAnnualReview({ meeting }), 'advice', 'circulate', 'hold-meeting')).toMatchObject([
      { kind: 'advice', due: '2026-11-21' },
      { kind: 'circulate', due: '2026-11-24' },
      { kind: 'hold-meeting', due: '2026-12-08' },
    ]);
  });

  it('at the meeting, none of it is owed any more', () => {
    const annual = annualAt('gathering');
    expect(brief(anAnnualReview({ stage: 'meeting', annual }))).toEqual([
      ['decide-outcome', SENCO, '2026-11-24'],
    ]);
  });
});

describe('what is owed once a meeting is called off', () => {
  const off = (review: Review): Review => {
    const { meeting, ...rest } = review;
    if (!meeting) throw new Error('no meeting');
    const at = '2026-11-12T10:00:00.000Z';
    return { ...rest, earlierMeetings: [{ ...meeting, was: 'called-off', why: 'Snow', by: SENCO, at }] };
  };

  it.each([aReview(), anAnnualReview()])(
    'a new date within a week, that those outside are told, and the evidence asked; nothing by the date that was ($kind)',
    (review) => {
      expect(brief(off(review))).toEqual([
        ['plan-meeting', SENCO, '2026-11-19'],
        ['tell-outside', SENCO, '2026-11-13'],
        ['evidence', TEACHER, '2026-11-13'],
        ['evidence', ASSISTANT, '2026-11-13'],
      ]);
    },
  );

  it('says of what was owed that there is no need any more, and of the date, once it is set, that it is planned', () => {
    const review = anAnnualReview();
    expect(settledAs(`review-1/hold-meeting/${SENCO}`, off(review), aSchool())).toEqual({ is: 'over' });
    expect(settledAs(`review-1/plan-meeting/${SENCO}`, review, aSchool())).toEqual({ is: 'planned' });
  });
});

describe('what is owed after an annual review’s meeting', () => {
  const acting = (given: Partial<AnnualReview> = {}, actions = [aDoneAction()]) =>
    anAnnualReview({ stage: 'acting', annual: annualAt('acting', given), actions });
  const report = aLetter('2026-12-04', 'Everybody');

  it.each<[string, Partial<AnnualReview>, readonly (readonly [string, string, string])[]]>([
    [
      'nothing is recorded',
      {},
      [
        ['report', SENCO, '2026-12-08'],
        ['la-decision', SENCO, '2026-12-22'],
      ],
    ],
    ['the report was sent', { report }, [['la-decision', SENCO, '2026-12-22']]],
    ['the plan is kept', { decision: decision('keep') }, [['report', SENCO, '2026-12-08']]],
    ['the plan ceases', { decision: decision('cease') }, [['report', SENCO, '2026-12-08']]],
    [
      'the plan is amended',
      { report, decision: decision('amend') },
      [
        ['notice', SENCO, '2026-12-22'],
        ['final-plan', SENCO, '2027-02-16'],
      ],
    ],
    [
      'the notice came',
      { report, decision: decision('amend'), notice: aLetter('2026-12-18', '') },
      [
        ['comments', SENCO, '2027-01-01'],
        ['final-plan', SENCO, '2027-02-12'],
      ],
    ],
    [
      'it was answered',
      {
        report,
        decision: decision('amend'),
        notice: aLetter('2026-12-18', ''),
        comments: aLetter('2026-12-30', 'Yes'),
      },
      [['final-plan', SENCO, '2027-02-12']],
    ],
    [
      'the final plan came without an answer, and no report',
      {
        decision: decision('amend'),
        notice: aLetter('2026-12-18', ''),
        finalPlan: aLetter('2027-02-05', ''),
      },
      [['report', SENCO, '2026-12-08']],
    ],
  ])('given %s', (_, given, owed) => {
    const review = acting(given);
    expect(brief(review)).toEqual(owed);
    for (const { due, why } of obligationsOf(review)) expect(why?.date).toBe(due);
    expect(firstDue(review)).toBe(owed.map(([, , due]) => due).sort()[0]);
  });

  it('given open actions, their owners owe them besides', () => {
    expect(brief(acting({}, [anAction()]))).toEqual([
      ['report', SENCO, '2026-12-08'],
      ['la-decision', SENCO, '2026-12-22'],
      ['action', TEACHER, '2026-12-04'],
    ]);
  });

  it('given a phase transfer, the final plan is due before its deadline where that is stricter', () => {
    const transfer = { kind: 'primary-secondary', year: 2027 } as const;
    const owed = ofKind(acting({ transfer, decision: decision('amend') }), 'final-plan');
    expect(owed).toMatchObject([{ due: '2027-02-14', why: { rule: { id: 'transfer-15-feb' } } }]);
  });

  it('given the lead has left, it is another SENCO’s', () => {
    const staff = STAFF.map((one) => {
      if (one.email === SENCO) return { ...one, left: '2026-12-01' };
      return one.email === BYSTANDER ? { ...one, role: 'senco' as const } : one;
    });
    const owed = obligationsOf(acting(), aSchool({ staff }), '2026-12-02');
    expect(owed.map(({ who }) => who)).toEqual([BYSTANDER, BYSTANDER]);
  });

  it('closed and cancelled: nothing', () => {
    expect(obligationsOf(anAnnualReview({ stage: 'closed' }))).toEqual([]);
    expect(obligationsOf(anAnnualReview({ stage: 'cancelled' }))).toEqual([]);
  });
});

describe('what has become of it', () => {
  const settled = (kind: string, annual: AnnualReview) =>
    settledAs(`review-1/${kind}/${SENCO}`, anAnnualReview({ stage: 'acting', annual }), aSchool());
  const nothing = annualAt('acting', { outsiders: theOutsiders() });
  const { circulated: _, ...none } = nothing;
  const all = annualAt('closed');

  it.each(['advice', 'circulate', 'report', 'la-decision', 'notice', 'comments', 'final-plan'])(
    'given %s is recorded, it says so; given it is not, there is no need for it any more',
    (kind) => {
      expect(settled(kind, all)).toEqual({ is: 'recorded' });
      expect(settled(kind, none)).toEqual({ is: 'over' });
    },
  );

  it('given what is owed by no review, or one of another kind, there is no need for it', () => {
    expect(settled('no-such', all)).toEqual({ is: 'over' });
    expect(settledAs(`review-1/report/${SENCO}`, aReview({ stage: 'acting' }), aSchool())).toEqual({
      is: 'over',
    });
  });
});
