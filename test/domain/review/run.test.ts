import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import { run, startReview } from '../../../src/domain/review/run.ts';
import { aPupil, aReview, aSchool, SENCO, STRANGER, TEACHER } from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { AT } from '../../support/deciding.ts';
import { testIds } from '../../support/ids.ts';
import { only } from '../../support/one-plan.ts';

const school = aSchool();
const at = AT.gathering;
const noKey = () => {
  throw new Error('no message is owed');
};

function accepted(ran: ReturnType<typeof run>) {
  if (!ran.ok) throw new Error(`refused: ${ran.refusal.code}`);
  return ran;
}

describe('running a command', () => {
  it('given it is accepted: the new state, its history, the messages it owes, the form taken, the version as it was', () => {
    const before = aReview({ stage: 'acting', version: 7, taken: ['form-1'] });
    const actor = { who: TEACHER, at: AT.acting };
    const { unique } = testIds();
    const { review, facts, repeat } = accepted(
      run(before, command('complete-action'), actor, school, unique, 'form-2'),
    );
    expect(facts.map(({ type }) => type)).toEqual(['action-completed', 'review-closed']);
    expect(review).toMatchObject({ stage: 'closed', version: 7, taken: ['form-1', 'form-2'] });
    expect(review.history).toEqual([
      { at: AT.acting, by: TEACHER, what: 'action-completed', fields: ['actions.action-1.done'] },
      { at: AT.acting, by: TEACHER, what: 'review-closed', fields: ['closedAt'] },
    ]);
    expect(review.messages).toMatchObject([{ key: 'id1', to: SENCO, kind: 'review-closed' }]);
    expect(repeat).toBe(false);
  });

  it('given it is refused, there is the refusal and nothing else', () => {
    const ran = run(aReview(), command('decide-outcome'), { who: SENCO, at }, school, noKey, 'form-1');
    expect(ran).toEqual({ ok: false, refusal: expect.objectContaining({ code: 'not-now' }) });
  });

  it('given no form’s token, none is noted', () => {
    const ran = accepted(run(aReview(), command('record-parent-views'), { who: SENCO, at }, school, noKey));
    expect(ran.review.taken).toEqual([]);
  });
});

describe('the same form again', () => {
  const submit = command('submit-evidence');
  const teacher = { who: TEACHER, at };
  const once = (review: Review, who = teacher) => run(review, submit, who, school, noKey, 'form-1');
  const first = accepted(once(aReview())).review;

  it('given it was taken, nothing happens and the review is the very same', () => {
    const again = accepted(once(first));
    expect(again).toEqual({ ok: true, review: first, facts: [], repeat: true });
    expect(again.review).toBe(first);
  });

  it('given the stage it belonged to has passed, it is still known as a repeat', () => {
    const later: Review = { ...first, stage: 'acting' };
    expect(accepted(once(later))).toMatchObject({ repeat: true, facts: [] });
  });

  it('given it is sent by a stranger, it is refused', () => {
    expect(once(first, { who: STRANGER, at })).toMatchObject({ ok: false, refusal: { code: 'not-yours' } });
  });

  it('given another form says the same, nothing happens either, but that form is taken too', () => {
    const other = accepted(run(first, submit, teacher, school, noKey, 'form-2'));
    expect(other).toMatchObject({ facts: [], repeat: false });
    expect(other.review).toEqual({ ...first, taken: ['form-1', 'form-2'] });
  });
});

describe('starting a review', () => {
  const pupil = aPupil();
  const request = {
    id: 'review-2',
    ref: 'M4XP',
    pupil,
    plan: only(pupil),
    targets: only(pupil).targets,
    school,
  };

  it('given the SENCO, it begins, with its first entry of history and its form taken', () => {
    const ran = accepted(startReview({ ...request, actor: { who: SENCO, at } }, noKey, 'form-1'));
    expect(ran.review).toMatchObject({
      id: 'review-2',
      version: 0,
      stage: 'preparing',
      lead: SENCO,
      taken: ['form-1'],
    });
    expect(ran.review.history).toMatchObject([{ at, by: SENCO, what: 'review-started' }]);
    expect(ran.facts).toMatchObject([{ type: 'review-started', pupilId: 'oakfield-p001' }]);
    expect(ran.repeat).toBe(false);
  });

  it('given somebody else, it does not', () => {
    expect(startReview({ ...request, actor: { who: TEACHER, at } }, noKey)).toMatchObject({
      ok: false,
      refusal: { code: 'not-yours' },
    });
  });
});
