import { describe, expect, it } from 'vitest';
import type { Action, Review } from '../../../src/domain/review/review.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  aReview,
  aSchool,
  SENCO,
  STAFF,
  STRANGER,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const by = { who: TEACHER };
const acting = (given: Partial<Action> = {}, more: readonly Action[] = []): Review =>
  aReview({ stage: 'acting', actions: [anAction(given), ...more] });
const disowned = { at: '2026-11-30T10:00:00.000Z', why: 'I no longer teach her' };
const extension = {
  by: TEACHER,
  at: '2026-11-30T10:00:00.000Z',
  from: '2026-12-01',
  to: '2026-12-04',
  why: 'Ill',
};

describe('completing an action', () => {
  const done = command('complete-action');

  it('given another is open, only the action is done', () => {
    const review = acting({}, [anAction({ id: 'action-2' })]);
    expect(eventsOf(review, done, by)).toEqual([{ ...done, type: 'action-completed' }]);
  });

  it.each([
    ['it is the only one', []],
    ['all others are done', [aDoneAction({ id: 'action-2' })]],
  ])('given %s, the review closes', (_, more) => {
    const types = eventsOf(acting({}, more), done, by).map(({ type }) => type);
    expect(types).toEqual(['action-completed', 'review-closed']);
  });

  it('given its owner said it was not theirs and did it all the same, it is done', () => {
    expect(eventsOf(acting({ disowned }), done, by)[0]).toMatchObject({ type: 'action-completed' });
  });

  it('given no word of what was done, it is refused', () => {
    expect(refusalOf(acting(), { ...done, what: '' }, by)).toMatchObject({
      code: 'words-missing',
      field: 'what',
    });
  });

  it('given the review has closed with it, done a second time is refused as done', () => {
    expect(refusalOf(aReview({ stage: 'closed' }), done, by).code).toBe('already-done');
  });
});

describe('an action that is done, or is not there', () => {
  it.each(['complete-action', 'extend-action', 'disown-action', 'reassign-action'] as const)('%s', (type) => {
    const who = type === 'reassign-action' ? SENCO : TEACHER;
    const review = aReview({ stage: 'acting', actions: [aDoneAction(), anAction({ id: 'action-2' })] });
    expect(refusalOf(review, command(type), { who }).code).toBe('already-done');
    if (type === 'disown-action') return;
    expect(refusalOf(review, command(type, { id: 'action-9' }), { who: SENCO }).code).toBe('unknown-thing');
  });
});

describe('an action that was ended', () => {
  const review = acting({ withdrawn: { by: SENCO, at: '2026-11-30T10:00:00.000Z', why: 'Not needed' } }, [
    anAction({ id: 'action-2' }),
  ]);

  it.each([
    'complete-action',
    'extend-action',
    'cannot-do-action',
    'withdraw-action',
    'reassign-action',
  ] as const)('%s is refused', (type) => {
    expect(refusalOf(review, command(type))).toMatchObject({
      code: 'already-done',
      say: expect.stringContaining('withdrawn'),
    });
  });
});

describe('what can’t be done', () => {
  const cannot = command('cannot-do-action');
  const withdraw = command('withdraw-action');
  const cannotBeDone = { by: TEACHER, at: '2026-11-30T10:00:00.000Z', why: 'Sold out' };

  it('given why, by its owner or the SENCO, it is said', () => {
    for (const who of [TEACHER, SENCO]) {
      expect(eventsOf(acting(), cannot, { who })).toEqual([{ ...cannot, type: 'action-cannot-be-done' }]);
    }
  });

  it('given no reason, or said before, it is refused', () => {
    expect(refusalOf(acting(), { ...cannot, why: ' ' }, by)).toMatchObject({
      code: 'words-missing',
      field: 'why',
    });
    expect(refusalOf(acting({ cannotBeDone }), cannot, by).code).toBe('already-done');
  });

  it('given the SENCO ends it, with why, it ends; the last one closes the review', () => {
    const ended = { ...withdraw, type: 'action-withdrawn' };
    expect(eventsOf(acting({ cannotBeDone }, [anAction({ id: 'action-2' })]), withdraw)).toEqual([ended]);
    expect(eventsOf(acting({}, [aDoneAction({ id: 'action-2' })]), withdraw)).toEqual([
      ended,
      { type: 'review-closed' },
    ]);
    expect(refusalOf(acting(), { ...withdraw, why: '' })).toMatchObject({
      code: 'words-missing',
      field: 'why',
    });
  });

  it('given the others were ended, doing the last one closes the review', () => {
    const withdrawn = { by: SENCO, at: '2026-11-30T10:00:00.000Z', why: 'Not needed' };
    const types = eventsOf(
      acting({}, [anAction({ id: 'action-2', withdrawn })]),
      command('complete-action'),
      by,
    );
    expect(types.map(({ type }) => type)).toEqual(['action-completed', 'review-closed']);
  });

  it('given more time, it goes on, and is its owner’s again unless they said it never was', () => {
    expect(eventsOf(acting({ cannotBeDone }), command('extend-action'))).toMatchObject([{ resumes: true }]);
    expect(eventsOf(acting({ cannotBeDone, disowned }), command('extend-action'))[0]).not.toHaveProperty(
      'resumes',
    );
  });

  it('given the SENCO gives it back to its owner as it was, that is a decision too', () => {
    const back = command('reassign-action', { owner: TEACHER });
    expect(eventsOf(acting({ cannotBeDone }), back)).toMatchObject([
      { type: 'action-reassigned', to: TEACHER },
    ]);
  });
});

describe('an action of somebody outside the school', () => {
  it('names who does it, and a member of staff who answers for it', () => {
    const add = command('add-action', { onBehalfOf: 'The speech therapist' });
    expect(eventsOf(acting(), add)).toMatchObject([{ owner: ASSISTANT, onBehalfOf: 'The speech therapist' }]);
    expect(refusalOf(acting(), { ...add, owner: STRANGER }).code).toBe('not-staff');
    expect(refusalOf(acting(), { ...add, onBehalfOf: ' ' })).toMatchObject({
      code: 'words-missing',
      field: 'onBehalfOf',
    });
  });
});

describe('more time', () => {
  const extend = (given: Partial<ReturnType<typeof command<'extend-action'>>> = {}) =>
    command('extend-action', given);

  it('given a later day and why, it is extended and counted', () => {
    const event = { type: 'action-extended', id: 'action-1', from: '2026-12-04', to: '2026-12-11' };
    const { why } = extend();
    expect(eventsOf(acting(), extend(), by)).toEqual([{ ...event, why, times: 1 }]);
    expect(eventsOf(acting({ extensions: [extension] }), extend(), by)).toEqual([
      { ...event, why, times: 2 },
    ]);
  });

  it('given it is overdue, tomorrow is late enough', () => {
    expect(eventsOf(acting({ due: '2026-11-27' }), extend({ to: '2026-12-02' }), by)).toHaveLength(1);
  });

  it.each([
    ['today, when it is overdue', '2026-12-01', 'date-past'],
    ['the day it is due', '2026-12-04', 'date-order'],
    ['a day before it is due', '2026-12-03', 'date-order'],
    ['more than a year', '2027-12-02', 'date-too-late'],
  ])('given %s, it is refused', (_, to, code) => {
    const due = code === 'date-past' ? '2026-11-27' : '2026-12-04';
    expect(refusalOf(acting({ due }), extend({ to }), by)).toMatchObject({ code, field: 'to' });
  });

  it('given a year, it is extended', () => {
    expect(eventsOf(acting(), extend({ to: '2027-12-01' }), by)).toHaveLength(1);
  });

  it('given no reason, it is refused', () => {
    expect(refusalOf(acting(), extend({ why: ' ' }), by)).toMatchObject({
      code: 'words-missing',
      field: 'why',
    });
  });

  it('given its owner had said it was not theirs, they may still take more time for it', () => {
    expect(eventsOf(acting({ disowned }), extend(), by)).toHaveLength(1);
  });
});

describe('not mine', () => {
  const disown = command('disown-action');
  const { suggested: _, ...unsuggested } = disown;

  it('given why, with or without a suggestion, it is said', () => {
    expect(eventsOf(acting(), disown, by)).toEqual([{ ...disown, type: 'action-disowned' }]);
    expect(eventsOf(acting(), unsuggested, by)).toEqual([{ ...unsuggested, type: 'action-disowned' }]);
  });

  it.each([
    ['no reason', { ...disown, why: '' }, 'words-missing', 'why'],
    ['a stranger suggested', { ...disown, suggested: STRANGER }, 'not-staff', 'suggested'],
    ['themselves suggested', { ...disown, suggested: TEACHER }, 'not-staff', 'suggested'],
  ])('given %s, it is refused', (_name, given, code, field) => {
    expect(refusalOf(acting(), given, by)).toMatchObject({ code, field });
  });

  it('given it was said already, it is refused', () => {
    expect(refusalOf(acting({ disowned }), disown, by).code).toBe('already-done');
  });
});

describe('a new owner', () => {
  const reassign = (given: Partial<ReturnType<typeof command<'reassign-action'>>> = {}) =>
    command('reassign-action', given);

  it('given a colleague, it is theirs from now, due as before or on a new day', () => {
    const event = { type: 'action-reassigned', id: 'action-1', from: TEACHER, to: ASSISTANT };
    expect(eventsOf(acting(), reassign())).toEqual([{ ...event, due: '2026-12-04' }]);
    expect(eventsOf(acting(), reassign({ due: '2026-12-18' }))).toEqual([{ ...event, due: '2026-12-18' }]);
  });

  it('given the same owner: nothing happens, unless it was said not to be theirs or the day is new', () => {
    expect(eventsOf(acting(), reassign({ owner: TEACHER }))).toEqual([]);
    expect(eventsOf(acting({ disowned }), reassign({ owner: TEACHER }))).toMatchObject([{ to: TEACHER }]);
    expect(eventsOf(acting(), reassign({ owner: TEACHER, due: '2026-12-18' }))).toMatchObject([
      { to: TEACHER },
    ]);
  });

  it('given it is overdue, the new owner needs a new day', () => {
    const review = acting({ due: '2026-11-27' });
    expect(refusalOf(review, reassign())).toMatchObject({ code: 'date-past', field: 'due' });
    expect(eventsOf(review, reassign({ due: '2026-12-01' }))).toHaveLength(1);
  });

  it('given a day more than a year ahead, it is refused', () => {
    expect(refusalOf(acting(), reassign({ due: '2027-12-02' })).code).toBe('date-too-late');
  });

  it.each([
    ['a stranger', aSchool(), STRANGER],
    [
      'somebody who has left',
      aSchool({ staff: STAFF.filter(({ email }) => email !== ASSISTANT) }),
      ASSISTANT,
    ],
  ])('given %s, it is refused', (_, school, owner) => {
    expect(refusalOf(acting(), reassign({ owner }), { school })).toMatchObject({
      code: 'not-staff',
      field: 'owner',
    });
  });
});

describe('after the outcome', () => {
  it('given an action was forgotten, it can be added', () => {
    expect(eventsOf(acting(), command('add-action'))).toMatchObject([
      { type: 'action-added', id: 'action-9' },
    ]);
  });

  it.each(['acting', 'closed'] as const)('given %s, the record can be corrected', (stage) => {
    expect(eventsOf(aReview({ stage }), command('correct-record'))).toEqual([
      { type: 'record-corrected', part: 'Provision', words: 'It is twice a week' },
    ]);
  });

  it.each([{ part: ' ' }, { words: '' }])('given a correction without %o, it is refused', (given) => {
    const review = aReview({ stage: 'closed' });
    expect(refusalOf(review, command('correct-record', given))).toMatchObject({
      code: 'words-missing',
      field: Object.keys(given)[0],
    });
  });
});
