import { describe, expect, it } from 'vitest';
import type { Review, TargetReview } from '../../../src/domain/review/review.ts';
import {
  ASSISTANT,
  anAction,
  aReview,
  aSchool,
  aTarget,
  SENCO,
  STAFF,
  STRANGER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const meeting = (given: Partial<Review> = {}) => aReview({ stage: 'meeting', ...given });

describe('reviewing a target', () => {
  const { review: said } = command('review-target');
  const reviewing = (given: Partial<TargetReview> = {}) =>
    command('review-target', { review: { ...said, ...given } });

  it('given one of the plan’s targets, it is reviewed', () => {
    expect(eventsOf(meeting(), reviewing())).toEqual([{ type: 'target-reviewed', review: said }]);
  });

  it('given it was reviewed, another word takes its place, and the same does nothing', () => {
    const review = meeting({ targetReviews: [said] });
    expect(eventsOf(review, reviewing({ progress: 'met' }))).toMatchObject([{ review: { progress: 'met' } }]);
    expect(eventsOf(review, reviewing())).toEqual([]);
  });

  it.each([
    ['is changed', 'change'],
    ['makes way for a new one', 'new'],
  ] as const)('given the target %s, the wording from now on is needed', (_, stillRight) => {
    const newText = 'Reads a page of a level 5 book';
    const changing = { stillRight, whyChanged: ['too-easy'] } as const;
    expect(eventsOf(meeting(), reviewing({ ...changing, newText }))).toHaveLength(1);
    for (const without of [{}, { newText: ' ' }]) {
      expect(refusalOf(meeting(), reviewing({ ...changing, ...without }))).toMatchObject({
        code: 'words-missing',
        field: 'newText',
      });
    }
  });

  it.each([
    ['a target of another plan', 'target-9'],
    ['a target only just agreed', 'target-3'],
  ])('given %s, it is refused', (_, targetId) => {
    const review = meeting({ newTargets: [aTarget({ id: 'target-3' })] });
    expect(refusalOf(review, reviewing({ targetId }))).toMatchObject({
      code: 'unknown-thing',
      offer: { what: 'agenda' },
    });
  });
});

describe('noting what is agreed', () => {
  it.each([
    ['add-target', 'target-added'],
    ['add-provision', 'provision-added'],
    ['record-disagreement', 'disagreement-recorded'],
    ['add-action', 'action-added'],
  ] as const)('given %s, it is noted with all that was said', (type, event) => {
    const given = command(type);
    expect(eventsOf(meeting(), given)).toEqual([{ ...given, type: event }]);
  });

  it.each([
    ['a target', command('add-target'), { newTargets: [aTarget({ id: 'target-3' })] }],
    ['a target of the plan', command('add-target', { target: aTarget() }), {}],
    ['provision', command('add-provision'), { provision: [command('add-provision').provision] }],
    [
      'a disagreement',
      command('record-disagreement'),
      { disagreements: [{ id: 'disagreement-1', who: 'A parent', words: 'No' }] },
    ],
    ['an action', command('add-action'), { actions: [anAction({ id: 'action-9' })] }],
  ])('given %s noted under the same id, it is not noted twice', (_, given, before) => {
    expect(refusalOf(meeting(before), given).code).toBe('already-done');
  });

  it.each([
    ['a target without words', command('add-target', { target: aTarget({ id: 't', text: ' ' }) }), 'text'],
    [
      'provision without what',
      command('add-provision', { provision: { ...command('add-provision').provision, what: '' } }),
      'what',
    ],
    ['a disagreement of nobody', command('record-disagreement', { who: '' }), 'who'],
    ['a disagreement without words', command('record-disagreement', { words: '\n' }), 'words'],
    ['an action without what', command('add-action', { what: '' }), 'what'],
  ])('given %s, it is refused', (_, given, field) => {
    expect(refusalOf(meeting(), given)).toMatchObject({ code: 'words-missing', field });
  });
});

describe('adding an action', () => {
  const adding = (given: Partial<ReturnType<typeof command<'add-action'>>> = {}) =>
    command('add-action', given);

  it.each([
    ['of the plan', 'target-2'],
    ['just agreed', 'target-3'],
  ])('given it is for a target %s, it is added', (_, targetId) => {
    const review = meeting({ newTargets: [aTarget({ id: 'target-3' })] });
    expect(eventsOf(review, adding({ targetId }))).toMatchObject([{ targetId }]);
  });

  it('given it is for no target, or the SENCO’s own, it is added', () => {
    const { targetId: _, ...untargeted } = adding({ owner: SENCO });
    expect(eventsOf(meeting(), untargeted)).toMatchObject([{ owner: SENCO }]);
  });

  it('given it is for a target of another plan, it is refused', () => {
    expect(refusalOf(meeting(), adding({ targetId: 'target-9' })).code).toBe('unknown-thing');
  });

  it.each([
    ['today', '2026-11-24'],
    ['a year ahead', '2027-11-24'],
  ])('given it is due %s, it is added', (_, due) => {
    expect(eventsOf(meeting(), adding({ due }))).toMatchObject([{ due }]);
  });

  it.each([
    ['yesterday', '2026-11-23', 'date-past'],
    ['after more than a year', '2027-11-25', 'date-too-late'],
  ])('given it is due %s, it is refused', (_, due, code) => {
    expect(refusalOf(meeting(), adding({ due }))).toMatchObject({ code, field: 'due' });
  });

  it.each([
    ['is a stranger', STRANGER, aSchool()],
    [
      'has left',
      ASSISTANT,
      aSchool({
        staff: STAFF.map((one) => (one.email === ASSISTANT ? { ...one, left: '2026-11-20' } : one)),
      }),
    ],
  ])('given its owner %s, it is refused', (_, owner, school) => {
    expect(refusalOf(meeting(), adding({ owner }), { school })).toMatchObject({
      code: 'not-staff',
      field: 'owner',
    });
  });
});

describe('taking something back', () => {
  const noted = meeting({
    actions: [anAction({ targetId: 'target-1' })],
    newTargets: [aTarget({ id: 'target-3' })],
    provision: [command('add-provision').provision],
    disagreements: [{ id: 'disagreement-1', who: 'A parent', words: 'No' }],
  });

  it.each([
    ['action', 'action-1'],
    ['target', 'target-3'],
    ['provision', 'provision-1'],
    ['disagreement', 'disagreement-1'],
  ] as const)('given an %s was noted, it can be taken back, once', (what, id) => {
    const given = command('take-back', { what, id });
    expect(eventsOf(noted, given)).toEqual([{ type: 'taken-back', what, id }]);
    expect(refusalOf(meeting(), given).code).toBe('unknown-thing');
  });

  it('given one of the plan’s own targets, it is not taken back but reviewed', () => {
    expect(refusalOf(noted, command('take-back', { what: 'target', id: 'target-1' })).code).toBe(
      'unknown-thing',
    );
  });

  it('given an action is for the target, the action goes first', () => {
    const review = meeting({ ...noted, actions: [anAction({ targetId: 'target-3' })] });
    expect(refusalOf(review, command('take-back', { what: 'target', id: 'target-3' }))).toMatchObject({
      code: 'open-actions',
      offer: { what: 'agenda' },
    });
  });
});

describe('cancelling', () => {
  it.each(['preparing', 'gathering', 'meeting'] as const)(
    'given %s, it is cancelled with the reason',
    (stage) => {
      const review = aReview({ stage });
      expect(eventsOf(review, command('cancel-review'))).toEqual([
        { type: 'review-cancelled', why: 'She is moving school' },
      ]);
      expect(refusalOf(review, command('cancel-review', { why: ' ' }))).toMatchObject({
        code: 'words-missing',
        field: 'why',
      });
    },
  );
});
