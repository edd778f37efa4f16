import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../src/domain/obligations.ts';
import { obligationsOf, owedBy } from '../../src/domain/obligations.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  aSchool,
  LEADER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../support/builders.ts';

const brief = (obligations: readonly Obligation[]) =>
  obligations.map(({ kind, who, due, about }) => [kind, who, due, ...(about ? [about] : [])]);
const schoolWithout = (left: string, when = '2026-11-20') =>
  aSchool({ staff: STAFF.map((member) => (member.email === left ? { ...member, left: when } : member)) });

describe('what is owed', () => {
  it('preparing: the SENCO plans the meeting within a week', () => {
    expect(brief(obligationsOf(aReview({ stage: 'preparing' })))).toEqual([
      ['plan-meeting', SENCO, '2026-11-09'],
    ]);
  });

  it('gathering: evidence by those who have not answered, views and the meeting by the SENCO', () => {
    const said = { at: '2026-11-05T10:00:00.000Z', late: false, said: anEvidenceAnswer() };
    const review = aReview({
      evidence: [anEvidenceRequest(), anEvidenceRequest({ who: ASSISTANT, revision: 1, answer: said })],
    });
    expect(brief(obligationsOf(review))).toEqual([
      ['evidence', TEACHER, '2026-11-13'],
      ['parent-views', SENCO, '2026-11-24'],
      ['pupil-views', SENCO, '2026-11-24'],
      ['hold-meeting', SENCO, '2026-11-24'],
    ]);
  });

  it('"nothing to add" is an answer, and views recorded (or sought and not given) are not owed', () => {
    const answer = { at: '2026-11-05T10:00:00.000Z', late: false, said: 'nothing-to-add' as const };
    const review = aReview({
      evidence: [anEvidenceRequest({ answer })],
      parentViews: parentViews(),
      pupilViews: {
        recordedBy: SENCO,
        at: '2026-11-05T10:00:00.000Z',
        given: false,
        soughtOn: '2026-11-04',
        howSought: '-',
      },
    });
    expect(brief(obligationsOf(review))).toEqual([['hold-meeting', SENCO, '2026-11-24']]);
  });

  it('meeting: the outcome and missing views, no evidence any more, and no action that is still a draft', () => {
    const { pupilViews: _, ...review } = aReview({ stage: 'meeting', actions: [anAction()] });
    expect(brief(obligationsOf(review))).toEqual([
      ['pupil-views', SENCO, '2026-11-24'],
      ['decide-outcome', SENCO, '2026-11-24'],
    ]);
  });

  it('acting: each open action by its owner', () => {
    const actions = [
      anAction(),
      aDoneAction({ id: 'action-2' }),
      anAction({ id: 'action-3', owner: ASSISTANT }),
    ];
    expect(brief(obligationsOf(aReview({ stage: 'acting', actions })))).toEqual([
      ['action', TEACHER, '2026-12-04', 'action-1'],
      ['action', ASSISTANT, '2026-12-04', 'action-3'],
    ]);
  });

  it.each(['closed', 'cancelled'] as const)('%s: nothing', (stage) => {
    const views = { parentViews: parentViews(), pupilViews: pupilViews() };
    expect(obligationsOf(aReview({ stage, ...views, evidence: [anEvidenceRequest()] }))).toEqual([]);
  });
});

describe('what nobody has', () => {
  it('an action its owner says is not theirs is the SENCO’s to reassign, from that day', () => {
    const disowned = { at: '2026-11-26T10:00:00.000Z', why: 'I do not teach reading', suggested: ASSISTANT };
    const review = aReview({ stage: 'acting', actions: [anAction({ disowned })] });
    expect(brief(obligationsOf(review))).toEqual([['reassign', SENCO, '2026-11-26', 'action-1']]);
  });

  it('an action of somebody who has left, or was never on the list, is the SENCO’s to reassign', () => {
    const review = aReview({ stage: 'acting' });
    expect(brief(obligationsOf(review, schoolWithout(TEACHER, '2026-12-01')))).toEqual([
      ['reassign', SENCO, '2026-12-01', 'action-1'],
    ]);
    expect(brief(obligationsOf(review, schoolWithout(TEACHER, '2026-12-20')))).toEqual([
      ['reassign', SENCO, '2026-12-04', 'action-1'],
    ]);
    const unlisted = aSchool({ staff: STAFF.filter(({ email }) => email !== TEACHER) });
    expect(brief(obligationsOf(review, unlisted))).toEqual([['reassign', SENCO, '2026-11-24', 'action-1']]);
  });

  it('evidence of somebody who has left is not waited for', () => {
    const owed = obligationsOf(aReview(), schoolWithout(TEACHER));
    expect(owed.filter(({ kind }) => kind === 'evidence').map(({ who }) => who)).toEqual([ASSISTANT]);
  });

  it('what a SENCO who has left owed comes to another SENCO of the school', () => {
    const staff = [
      ...schoolWithout(SENCO).staff,
      { email: 'new.senco@oakfield.example', name: 'Nia', role: 'senco' as const },
    ];
    const owed = obligationsOf(aReview({ stage: 'preparing' }), aSchool({ staff }));
    expect(owed.map(({ who }) => who)).toEqual(['new.senco@oakfield.example']);
    // With no other SENCO it stays where it was, rather than go to somebody who may not see it.
    expect(obligationsOf(aReview({ stage: 'preparing' }), schoolWithout(SENCO))[0]?.who).toBe(SENCO);
  });
});

describe('what a person owes', () => {
  const reviews = [
    aReview({ id: 'r1', stage: 'acting', actions: [anAction(), anAction({ id: 'a2', due: '2026-11-27' })] }),
    aReview({ id: 'r2', pupilId: 'p2' }),
    aReview({ id: 'r3', schoolId: 'elsewhere', stage: 'acting', actions: [anAction({ due: '2026-11-01' })] }),
  ];

  it('comes most urgent first, over all their reviews and schools', () => {
    expect(owedBy(TEACHER, reviews).map(({ reviewId, due }) => [reviewId, due])).toEqual([
      ['r3', '2026-11-01'],
      ['r2', '2026-11-13'],
      ['r1', '2026-11-27'],
      ['r1', '2026-12-04'],
    ]);
    expect(owedBy(LEADER, reviews)).toEqual([]);
  });

  it('has ids that are stable, and all different', () => {
    const ids = owedBy(TEACHER, reviews).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(owedBy(TEACHER, reviews.toReversed()).map(({ id }) => id)).toEqual(ids);
  });

  it('given to somebody else is another obligation', () => {
    const given = (owner: string) =>
      obligationsOf(aReview({ stage: 'acting', actions: [anAction({ owner })] }))[0];
    expect(given(TEACHER)?.id).not.toBe(given(ASSISTANT)?.id);
  });

  it('knows who has left only in the school it is told of', () => {
    expect(owedBy(TEACHER, reviews, [schoolWithout(TEACHER)]).map(({ reviewId }) => reviewId)).toEqual([
      'r3',
    ]);
  });
});
