import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Obligation } from '../../../src/domain/nudges/obligations.ts';
import { firstDue, obligationsOf, owedBy } from '../../../src/domain/nudges/obligations.ts';
import type { Review, Stage } from '../../../src/domain/review/review.ts';
import type { StaffMember } from '../../../src/domain/school/school.ts';
import { plusDays } from '../../../src/domain/time.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aProvision,
  aReview,
  aSchool,
  LEADER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';

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

describe('what asks how something is on its day', () => {
  it('says so of itself, and what is to be done by a day does not', () => {
    const review = aReview({ stage: 'acting', provision: [aProvision()] });
    const [action, support] = obligationsOf(review, aSchool());
    // Two weeks after the support starts on 25 November.
    expect(support).toMatchObject({ who: ASSISTANT, due: '2026-12-09', fromItsDay: true });
    expect(action).toMatchObject({ who: TEACHER, due: '2026-12-04' });
    expect(action).not.toHaveProperty('fromItsDay');
  });
});

describe('what nobody has', () => {
  it('an action its owner says is not theirs is the SENCO’s to reassign by the next school day', () => {
    const disowned = { at: '2026-11-26T10:00:00.000Z', why: 'I do not teach reading', suggested: ASSISTANT };
    const review = aReview({ stage: 'acting', actions: [anAction({ disowned })] });
    expect(brief(obligationsOf(review))).toEqual([['reassign', SENCO, '2026-11-27', 'action-1']]);
    // Handed back on a Friday, which is its last day: then the Monday after.
    const onFriday = { at: '2026-11-27T15:00:00.000Z', why: 'I do not teach reading' };
    const lastDay = aReview({
      stage: 'acting',
      actions: [anAction({ due: '2026-11-27', disowned: onFriday })],
    });
    expect(brief(obligationsOf(lastDay, aSchool()))).toEqual([['reassign', SENCO, '2026-11-30', 'action-1']]);
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

describe('what can’t be done, or is ended', () => {
  const at = '2026-11-30T10:00:00.000Z';

  it('is the SENCO’s to decide by the next school day, also where it was the last day, or later', () => {
    const cannotBeDone = { by: TEACHER, at, why: 'Sold out' };
    const decide = (given: object) =>
      brief(obligationsOf(aReview({ stage: 'acting', actions: [anAction({ cannotBeDone, ...given })] })));
    expect(decide({})).toEqual([['decide-action', SENCO, '2026-12-01', 'action-1']]);
    expect(decide({ due: '2026-11-27' })).toEqual([['decide-action', SENCO, '2026-12-01', 'action-1']]);
    expect(decide({ disowned: { at, why: '-' } })).toEqual([
      ['decide-action', SENCO, '2026-12-01', 'action-1'],
    ]);
  });

  it('is owed by nobody once it is ended', () => {
    const withdrawn = { by: SENCO, at, why: 'Not needed' };
    expect(obligationsOf(aReview({ stage: 'acting', actions: [anAction({ withdrawn })] }))).toEqual([]);
  });
});

describe('while somebody is away from 30 November, back on 7 December', () => {
  const absent = { from: '2026-11-30', until: '2026-12-07' };
  const awaySchool = (person: string, more: readonly StaffMember[] = []) =>
    aSchool({
      staff: [...STAFF.map((one) => (one.email === person ? { ...one, absent } : one)), ...more],
    });
  const acting = (due: string) => aReview({ stage: 'acting', actions: [anAction({ due })] });
  const on = (review: Review, today: string, school = awaySchool(TEACHER)) =>
    brief(obligationsOf(review, school, today));
  const nia = { email: 'nia.senco@oakfield.example', name: 'Nia', role: 'senco' } as const;

  it('an action due meanwhile is theirs, and the SENCO’s to find another for by the day it is due', () => {
    expect(on(acting('2026-12-04'), '2026-12-01')).toEqual([
      ['action', TEACHER, '2026-12-04', 'action-1'],
      ['reassign', SENCO, '2026-12-04', 'action-1'],
    ]);
  });

  it('and theirs alone, where nobody asks how it is on a day', () => {
    const review = aReview({ stage: 'acting', actions: [anAction({ due: '2026-12-04' })] });
    expect(brief(obligationsOf(review, awaySchool(TEACHER)))).toEqual([
      ['action', TEACHER, '2026-12-04', 'action-1'],
    ]);
  });

  it('so it is as soon as the absence is known', () => {
    expect(on(acting('2026-12-04'), '2026-11-20').map(([kind]) => kind)).toEqual(['action', 'reassign']);
  });

  it('one overdue by the day they went is the SENCO’s from that day, not before', () => {
    expect(on(acting('2026-11-27'), '2026-11-29')).toEqual([['action', TEACHER, '2026-11-27', 'action-1']]);
    expect(on(acting('2026-11-27'), '2026-12-01')).toEqual([
      ['action', TEACHER, '2026-11-27', 'action-1'],
      ['reassign', SENCO, '2026-11-30', 'action-1'],
    ]);
  });

  it('one due when they are back waits for them, and all do once they are back', () => {
    expect(on(acting('2026-12-07'), '2026-12-01').map(([kind]) => kind)).toEqual(['action']);
    expect(on(acting('2026-12-04'), '2026-12-07').map(([kind]) => kind)).toEqual(['action']);
  });

  it('evidence wanted meanwhile is theirs, and the SENCO’s to ask somebody else for', () => {
    const review = aReview({
      evidence: [anEvidenceRequest({ dueBy: '2026-12-02' }), anEvidenceRequest({ who: ASSISTANT })],
      meeting: { date: '2026-12-08', time: '14:30', invitees: [] },
      parentViews: parentViews(),
      pupilViews: pupilViews(),
    });
    expect(on(review, '2026-11-30')).toEqual([
      ['evidence', TEACHER, '2026-12-02'],
      ['evidence', ASSISTANT, '2026-11-13'],
      ['hold-meeting', SENCO, '2026-12-08'],
      ['ask-another', SENCO, '2026-12-02', TEACHER],
    ]);
  });

  it('evidence of somebody who has left is the SENCO’s to ask somebody else for, since the day they went', () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-06' } : one));
    const review = aReview({
      evidence: [anEvidenceRequest({ dueBy: '2026-12-02' })],
      meeting: { date: '2026-12-08', time: '14:30', invitees: [] },
      parentViews: parentViews(),
      pupilViews: pupilViews(),
    });
    expect(on(review, '2026-11-30', aSchool({ staff }))).toEqual([
      ['hold-meeting', SENCO, '2026-12-08'],
      ['ask-another', SENCO, '2026-11-06', TEACHER],
    ]);
  });

  it('what the lead owes is another SENCO’s until they are back, where there is one', () => {
    const review = aReview({ stage: 'preparing' });
    const school = awaySchool(SENCO, [nia]);
    expect(on(review, '2026-12-01', school)).toEqual([['plan-meeting', nia.email, '2026-11-09']]);
    expect(on(review, '2026-12-07', school)).toEqual([['plan-meeting', SENCO, '2026-11-09']]);
    expect(on(review, '2026-12-01', awaySchool(SENCO))).toEqual([['plan-meeting', SENCO, '2026-11-09']]);
  });

  it('the lead’s own action is offered to another SENCO, and to nobody where there is none', () => {
    const review = aReview({ stage: 'acting', actions: [anAction({ owner: SENCO })] });
    expect(on(review, '2026-12-01', awaySchool(SENCO, [nia]))).toEqual([
      ['action', SENCO, '2026-12-04', 'action-1'],
      ['reassign', nia.email, '2026-12-04', 'action-1'],
    ]);
    expect(on(review, '2026-12-01', awaySchool(SENCO))).toEqual([
      ['action', SENCO, '2026-12-04', 'action-1'],
    ]);
  });
});

describe('the first day anything falls due', () => {
  it.each([
    ['preparing', aReview({ stage: 'preparing' }), '2026-11-09'],
    ['gathering', aReview(), '2026-11-13'],
    ['at the meeting', aReview({ stage: 'meeting' }), '2026-11-24'],
    ['acting', aReview({ stage: 'acting' }), '2026-12-04'],
    ['closed', aReview({ stage: 'closed' }), undefined],
  ])('%s', (_, review, day) => {
    expect(firstDue(review)).toBe(day);
  });

  it('is the first of several, in whatever order they were agreed', () => {
    const actions = ['2026-12-04', '2026-11-27', '2026-12-11'].map((due, n) =>
      anAction({ id: `a${n}`, due }),
    );
    expect(firstDue(aReview({ stage: 'acting', actions }))).toBe('2026-11-27');
  });

  it('is never after what anybody owes by then, whoever is away', () => {
    const people = [SENCO, LEADER, TEACHER, ASSISTANT];
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.tuple(fc.nat(40), fc.nat(40), fc.nat(40)),
        fc.constantFrom<Stage>('preparing', 'gathering', 'meeting', 'acting'),
        (who, [from, days, today], stage) => {
          const absent = { from: plusDays('2026-11-01', from), until: plusDays('2026-11-02', from + days) };
          const school = aSchool({
            staff: STAFF.map((one) => (one.email === who ? { ...one, absent } : one)),
          });
          const review = aReview({ stage });
          const all = obligationsOf(review, school, plusDays('2026-11-01', today));
          const first = firstDue(review) ?? '';
          for (const { due } of all) expect(due >= first).toBe(true);
        },
      ),
    );
  });
});

describe('evidence', () => {
  it('is owed by nobody, and to be found of nobody else, once the meeting is open or its day is over', () => {
    const people = [SENCO, TEACHER, ASSISTANT];
    fc.assert(
      fc.property(
        fc.constantFrom(...people),
        fc.tuple(fc.nat(30), fc.nat(30), fc.nat(60)),
        fc.uniqueArray(fc.constantFrom(...people), { minLength: 1 }),
        fc.constantFrom<Stage>('gathering', 'meeting', 'acting'),
        (away, [meets, wanted, today], asked, stage) => {
          const day = (n: number) => plusDays('2026-11-01', n);
          const absent = { from: day(0), until: day(90) };
          const school = aSchool({
            staff: STAFF.map((one) => (one.email === away ? { ...one, absent } : one)),
          });
          const evidence = asked.map((who) =>
            anEvidenceRequest({ who, dueBy: day(Math.min(wanted, meets)) }),
          );
          const meeting = { date: day(meets), time: '14:30', invitees: [] };
          const all = obligationsOf(aReview({ stage, meeting, evidence }), school, day(today));
          const chased = all.filter(({ kind }) => kind === 'evidence').map(({ who }) => who);
          expect(chased).toEqual(stage === 'gathering' && today <= meets ? asked : []);
          const held = stage !== 'gathering' || today > meets;
          if (held) expect(all.map(({ kind }) => kind)).not.toContain('ask-another');
        },
      ),
      { numRuns: 500 },
    );
  });

  it('is wanted again once the meeting has another day', () => {
    const review = aReview({ meeting: { date: '2026-11-24', time: '14:30', invitees: [] } });
    const owed = (one: Review) =>
      obligationsOf(one, aSchool(), '2026-11-25').filter(({ kind }) => kind === 'evidence').length;
    expect(owed(review)).toBe(0);
    expect(owed({ ...review, meeting: { date: '2026-12-01', time: '14:30', invitees: [] } })).toBe(2);
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
