import { describe, expect, it } from 'vitest';
import { missingFor } from '../../../src/domain/review/missing.ts';
import type { Stage } from '../../../src/domain/review/review.ts';
import {
  ASSISTANT,
  aDoneAction,
  anAction,
  anEvidenceRequest,
  aReview,
  aSchool,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';

const school = aSchool();
const answer = { at: '2026-11-09T10:00:00.000Z', late: false, said: 'nothing-to-add' } as const;
const views = { parentViews: parentViews(), pupilViews: pupilViews() };
const { review: said } = command('review-target');

describe('what is missing before the meeting opens', () => {
  it('given nobody has answered and no views are there, names each', () => {
    expect(missingFor(aReview(), school)).toMatchObject([
      { what: 'evidence', who: TEACHER, offer: 'status', say: 'No evidence yet from Tom Teacher.' },
      { what: 'evidence', who: ASSISTANT, offer: 'status', say: 'No evidence yet from Ann Assistant.' },
      { what: 'parent-views', offer: 'parent-views' },
      { what: 'pupil-views', offer: 'pupil-views' },
    ]);
  });

  it('given all is there, or marked as sought and not given, names nothing', () => {
    const evidence = [anEvidenceRequest({ answer })];
    const sought = { recordedBy: SENCO, at: '2026-11-09T10:00:00.000Z', given: false } as const;
    const notGiven = { ...sought, soughtOn: '2026-11-06', howSought: 'Letters' };
    expect(missingFor(aReview({ evidence, ...views }), school)).toEqual([]);
    expect(missingFor(aReview({ evidence, parentViews: notGiven, pupilViews: notGiven }), school)).toEqual(
      [],
    );
  });

  it('given somebody who was asked has left, offers to ask others', () => {
    const staff = STAFF.map((one) => (one.email === TEACHER ? { ...one, left: '2026-11-05' } : one));
    const review = aReview({ evidence: [anEvidenceRequest()], ...views });
    expect(missingFor(review, aSchool({ staff }))).toMatchObject([
      { what: 'evidence', who: TEACHER, offer: 'plan-meeting', say: expect.stringContaining('has left') },
    ]);
  });
});

describe('what is missing before an outcome', () => {
  it('given nothing is done yet at the meeting, names the targets and the action, but no late evidence', () => {
    expect(missingFor(aReview({ stage: 'meeting' }), school)).toMatchObject([
      {
        what: 'target-review',
        about: 'target-1',
        offer: 'target-review',
        say: 'Target 1 has not been reviewed.',
      },
      {
        what: 'target-review',
        about: 'target-2',
        offer: 'target-review',
        say: 'Target 2 has not been reviewed.',
      },
      { what: 'action', offer: 'action' },
    ]);
  });

  it('given views are missing too, names them first; given all is done, nothing', () => {
    const { parentViews: _, ...review } = aReview({ stage: 'meeting' });
    expect(missingFor(review, school)[0]).toMatchObject({ what: 'parent-views' });
    const targetReviews = [said, { ...said, targetId: 'target-2' }];
    expect(missingFor(aReview({ stage: 'meeting', targetReviews, actions: [anAction()] }), school)).toEqual(
      [],
    );
  });
});

describe('in other stages', () => {
  it.each<Stage>(['preparing', 'closed', 'cancelled'])('given %s, nothing is missing', (stage) => {
    expect(missingFor(aReview({ stage, evidence: [anEvidenceRequest()] }), school)).toEqual([]);
  });

  it('given acting, what is missing before it closes is the open actions', () => {
    expect(missingFor(aReview({ stage: 'acting' }), school)).toMatchObject([
      { what: 'open-action', say: 'One action is still open.' },
    ]);
    const two = [anAction(), anAction({ id: 'action-2' })];
    expect(missingFor(aReview({ stage: 'acting', actions: two }), school)).toMatchObject([
      { say: '2 actions are still open.' },
    ]);
    expect(missingFor(aReview({ stage: 'acting', actions: [aDoneAction()] }), school)).toEqual([]);
  });
});
