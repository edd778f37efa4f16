import { describe, expect, it } from 'vitest';
import { evolve } from '../../../src/domain/review/evolve.ts';
import type { Fact } from '../../../src/domain/review/facts.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { begin } from '../../../src/domain/review/review-started.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  aTarget,
  BYSTANDER,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';

const AT = '2026-12-01T10:00:00.000Z';
const by = (who: string) => ({ who, at: AT });
/** What `event` changes in `review`, and nothing else: the rest must be as it was. */
function changes(review: Review, event: Fact, who = SENCO): Partial<Review> {
  const after = evolve(review, event, by(who));
  const keys = Object.keys({ ...review, ...after }) as (keyof Review)[];
  return Object.fromEntries(keys.filter((key) => after[key] !== review[key]).map((key) => [key, after[key]]));
}

const started = {
  type: 'review-started',
  id: 'review-2',
  schoolId: 'oakfield',
  pupilId: 'oakfield-p001',
  ref: 'M4XP',
  kind: 'early-years-iep',
  lead: SENCO,
  targets: [aTarget()],
  at: '2026-11-02T09:00:00.000Z',
} as const;

describe('a review that begins', () => {
  it('is being prepared, empty, and not stored yet', () => {
    const { type: _, at, ...facts } = started;
    const empty = { evidence: [], targetReviews: [], newTargets: [], provision: [], disagreements: [] };
    const fresh = { actions: [], corrections: [], taken: [], history: [], messages: [] };
    const review = { ...facts, ...empty, ...fresh, version: 0, stage: 'preparing', startedAt: at };
    expect(begin(started)).toEqual(review);
    expect(evolve(aReview(), started, by(SENCO))).toEqual(review);
  });
});

describe('while preparing and gathering', () => {
  const planned = {
    type: 'meeting-planned',
    date: '2026-12-10',
    time: '09:30',
    invitees: [],
    evidenceBy: '2026-12-04',
    asked: [BYSTANDER],
    newlyInvited: [],
    noLongerAsked: [ASSISTANT],
    moved: true,
  } as const;

  it('given a plan, the meeting is set, people are asked and others no longer, and all have the new day', () => {
    const answer = { at: AT, late: false, said: 'nothing-to-add' } as const;
    const review = aReview({
      evidence: [anEvidenceRequest({ answer, revision: 1 }), anEvidenceRequest({ who: ASSISTANT })],
    });
    expect(changes(review, planned)).toEqual({
      meeting: { date: '2026-12-10', time: '09:30', invitees: [] },
      earlierMeetings: [{ ...review.meeting, was: 'moved', why: '', by: SENCO, at: AT }],
      evidence: [
        anEvidenceRequest({ answer, revision: 1, dueBy: '2026-12-04' }),
        { who: BYSTANDER, askedAt: AT, dueBy: '2026-12-04', revision: 0 },
      ],
    });
    expect(changes(aReview({ stage: 'preparing' }), planned).stage).toBe('gathering');
  });

  it('given evidence, only that person’s answer and its revision change', () => {
    const event = { type: 'evidence-submitted', who: TEACHER, said: anEvidenceAnswer(), late: true } as const;
    expect(changes(aReview(), { ...event, lastOne: false }, TEACHER)).toEqual({
      evidence: [
        anEvidenceRequest({ revision: 1, answer: { at: AT, late: true, said: anEvidenceAnswer() } }),
        anEvidenceRequest({ who: ASSISTANT }),
      ],
    });
  });

  it('given views, they are kept with who recorded them and when', () => {
    const { said: parents } = command('record-parent-views');
    const { said: pupils } = command('record-pupil-views');
    const given = { recordedBy: SENCO, at: AT, given: true };
    expect(changes(aReview(), { type: 'parent-views-recorded', said: parents })).toEqual({
      parentViews: { ...given, said: parents },
    });
    expect(changes(aReview(), { type: 'pupil-views-recorded', said: pupils })).toEqual({
      pupilViews: { ...given, said: pupils },
    });
  });

  it.each([
    ['parent', 'parentViews'],
    ['pupil', 'pupilViews'],
  ] as const)('given a %s gave none, that is kept in their place', (whose, key) => {
    const said = { soughtOn: '2026-11-06', howSought: 'Letters' };
    expect(changes(aReview(), { type: 'views-sought', whose, ...said })).toEqual({
      [key]: { recordedBy: SENCO, at: AT, given: false, ...said },
    });
  });
});

describe('at the meeting', () => {
  const meeting = aReview({ stage: 'meeting' });
  const { review: said } = command('review-target');
  const { provision } = command('add-provision');
  const disagreement = { id: 'disagreement-1', who: 'A parent', words: 'No' };

  it('given it opens, it is open from then', () => {
    expect(changes(aReview(), { type: 'meeting-opened' })).toEqual({ stage: 'meeting', meetingOpenedAt: AT });
  });

  it('given a target is reviewed again, the new word takes the old one’s place', () => {
    const other = { ...said, targetId: 'target-2' };
    const review = aReview({ stage: 'meeting', targetReviews: [said, other] });
    const anew = { ...said, progress: 'met' } as const;
    expect(changes(review, { type: 'target-reviewed', review: anew })).toEqual({
      targetReviews: [anew, other],
    });
    expect(changes(meeting, { type: 'target-reviewed', review: said })).toEqual({ targetReviews: [said] });
  });

  it.each<[Fact, Partial<Review>]>([
    [
      { type: 'target-added', target: aTarget({ id: 'target-3' }) },
      { newTargets: [aTarget({ id: 'target-3' })] },
    ],
    [{ type: 'provision-added', provision }, { provision: [provision] }],
    [{ type: 'disagreement-recorded', ...disagreement }, { disagreements: [disagreement] }],
  ])('given $type, it is noted', (event, changed) => {
    expect(changes(meeting, event)).toEqual(changed);
  });

  it('given an action, it is open and its owner’s', () => {
    const { type: _, ...action } = command('add-action');
    expect(changes(meeting, { type: 'action-added', ...action })).toEqual({
      actions: [{ ...action, addedAt: AT, extensions: [] }],
    });
  });

  it.each([
    ['action', 'actions'],
    ['target', 'newTargets'],
    ['provision', 'provision'],
    ['disagreement', 'disagreements'],
  ] as const)('given an %s is taken back, only that goes', (what, key) => {
    const things = {
      actions: [anAction({ id: 'x' }), anAction({ id: 'y' })],
      newTargets: [aTarget({ id: 'x' }), aTarget({ id: 'y' })],
      provision: [
        { ...provision, id: 'x' },
        { ...provision, id: 'y' },
      ],
      disagreements: [
        { ...disagreement, id: 'x' },
        { ...disagreement, id: 'y' },
      ],
    };
    const review = aReview({ stage: 'meeting', ...things });
    expect(changes(review, { type: 'taken-back', what, id: 'x' })).toEqual({ [key]: [things[key][1]] });
  });

  it('given an outcome, it is kept with who decided it and when', () => {
    const { type: _, ...outcome } = command('decide-outcome', { nextReviewBy: '2027-03-01' });
    expect(changes(meeting, { type: 'outcome-decided', ...outcome })).toEqual({
      stage: 'acting',
      outcome: { ...outcome, decidedBy: SENCO, at: AT },
    });
  });
});

describe('while acting', () => {
  const disowned = { at: AT, why: 'Not my class', suggested: ASSISTANT };
  const acting = (given = {}) =>
    aReview({ stage: 'acting', actions: [anAction(given), anAction({ id: 'action-2' })] });
  const first = (event: Fact, given = {}, who = TEACHER) => {
    const { actions, ...others } = changes(acting(given), event, who);
    expect(others).toEqual({});
    expect(actions?.[1]).toEqual(anAction({ id: 'action-2' }));
    return actions?.[0];
  };
  const extended = {
    type: 'action-extended',
    id: 'action-1',
    from: '2026-12-04',
    to: '2026-12-11',
    why: 'Ill',
  } as const;

  it('given an action is done, it says by whom, when and what, and is nobody else’s any more', () => {
    const done = { what: 'Shown', helped: 'partly' } as const;
    expect(first({ type: 'action-completed', id: 'action-1', ...done }, { disowned })).toEqual(
      anAction({ done: { by: TEACHER, at: AT, ...done } }),
    );
  });

  it('given more time, the new day and the reason are kept', () => {
    const extensions = [{ by: TEACHER, at: AT, from: '2026-12-04', to: '2026-12-11', why: 'Ill' }];
    const after = anAction({ due: '2026-12-11', extensions });
    expect(first({ ...extended, times: 1 })).toEqual(after);
    expect(first({ ...extended, times: 1 }, { disowned })).toEqual(after);
  });

  it('given the SENCO gives more time to a disowned action, it still has to find its owner', () => {
    expect(first({ ...extended, times: 1 }, { disowned }, SENCO)).toMatchObject({
      due: '2026-12-11',
      disowned,
    });
  });

  it('given it is not theirs, that is kept until the SENCO gives it to somebody', () => {
    const event = { type: 'action-disowned', id: 'action-1', why: 'Not my class' } as const;
    expect(first({ ...event, suggested: ASSISTANT })).toEqual(anAction({ disowned }));
    expect(first(event)).toEqual(anAction({ disowned: { at: AT, why: 'Not my class' } }));
    const to = {
      type: 'action-reassigned',
      id: 'action-1',
      from: TEACHER,
      to: ASSISTANT,
      due: '2026-12-18',
    } as const;
    expect(first(to, { disowned }, SENCO)).toEqual(anAction({ owner: ASSISTANT, due: '2026-12-18' }));
  });

  it('given it can’t be done, that is kept until it is decided: done, ended, more time, or another owner', () => {
    const cannotBeDone = { by: TEACHER, at: AT, why: 'Sold out' };
    const why = { id: 'action-1', why: 'Sold out' };
    expect(first({ type: 'action-cannot-be-done', ...why })).toEqual(anAction({ cannotBeDone }));
    expect(first({ ...extended, times: 1 }, { cannotBeDone }, SENCO)).not.toHaveProperty('cannotBeDone');
    const to = {
      type: 'action-reassigned',
      id: 'action-1',
      from: TEACHER,
      to: TEACHER,
      due: '2026-12-18',
    } as const;
    expect(first(to, { cannotBeDone }, SENCO)).toEqual(anAction({ due: '2026-12-18' }));
    const done = { type: 'action-completed', id: 'action-1', what: 'Found one', helped: 'yes' } as const;
    expect(first(done, { cannotBeDone })).not.toHaveProperty('cannotBeDone');
  });

  it('given it is ended, it says by whom, when and why, and why it could not be done', () => {
    const cannotBeDone = { by: TEACHER, at: AT, why: 'Sold out' };
    expect(
      first({ type: 'action-withdrawn', id: 'action-1', why: 'Not needed' }, { cannotBeDone }, SENCO),
    ).toEqual(anAction({ cannotBeDone, withdrawn: { by: SENCO, at: AT, why: 'Not needed' } }));
  });

  it('given somebody outside the school does it, that stays when another colleague answers for it', () => {
    const onBehalfOf = 'Her mother';
    const to = {
      type: 'action-reassigned',
      id: 'action-1',
      from: TEACHER,
      to: ASSISTANT,
      due: '2026-12-18',
    } as const;
    expect(first(to, { onBehalfOf }, SENCO)).toMatchObject({ owner: ASSISTANT, onBehalfOf });
  });

  it('given a correction, it stands beside what was written', () => {
    const said = { part: 'Provision', words: 'Twice a week' };
    expect(changes(acting(), { type: 'record-corrected', ...said })).toEqual({
      corrections: [{ by: SENCO, at: AT, ...said }],
    });
  });

  it('given it closes or is cancelled, that is kept with when, and why', () => {
    expect(changes(acting(), { type: 'review-closed' })).toEqual({ stage: 'closed', closedAt: AT });
    expect(changes(aReview(), { type: 'review-cancelled', why: 'Moving' })).toEqual({
      stage: 'cancelled',
      cancelled: { by: SENCO, at: AT, why: 'Moving' },
    });
  });
});
