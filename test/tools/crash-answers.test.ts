import { beforeEach, describe, expect, it } from 'vitest';
import type { Review } from '../../src/domain/review/review.ts';
import { type Answer, Answers, type Found } from '../../tools/crash-answers.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  TEACHER,
} from '../support/builders.ts';

// What `npm run crash` looks for: it must notice whatever is lost or there twice, or its zeros say nothing.

const AT = '2026-11-10T10:00:00.000Z';
const NOTHING: Found = { lost: [], twice: [] };
const before = aReview({
  id: 'r1',
  evidence: [
    anEvidenceRequest({ who: TEACHER, revision: 0 }),
    anEvidenceRequest({ who: ASSISTANT, revision: 0 }),
  ],
  actions: [anAction({ id: 'a1', owner: TEACHER })],
  taken: ['plan#1'],
  history: [{ at: AT, by: 'mel.senco@oakfield.example', what: 'meeting-planned', fields: [] }],
});
const evidence = (token: string, words: string): Answer => ({ review: 'r1', who: TEACHER, token, words });
const action: Answer = { review: 'r1', who: TEACHER, action: 'a1', token: 'form-a', words: 'It is done.' };

/** The review with an answer of the teacher's taken, as the bot does it. */
function withEvidence(review: Review, { token, words }: Answer): Review {
  return {
    ...review,
    taken: [...review.taken, `${token}#print`],
    history: [...review.history, { at: AT, by: TEACHER, what: 'evidence-submitted', fields: [] }],
    evidence: review.evidence.map((one) =>
      one.who === TEACHER
        ? {
            ...one,
            revision: one.revision + 1,
            answer: { at: AT, late: false, said: anEvidenceAnswer({ strengths: words }) },
          }
        : one,
    ),
  };
}

function withAction(review: Review): Review {
  return {
    ...review,
    taken: [...review.taken, 'form-a#print'],
    history: [...review.history, { at: AT, by: TEACHER, what: 'action-completed', fields: [] }],
    actions: review.actions.map((one) => ({
      ...one,
      done: { by: TEACHER, at: AT, what: action.words, helped: 'yes' as const },
    })),
  };
}

describe('after a kill', () => {
  let answers: Answers;
  const first = evidence('form-1', 'The first.');
  const second = evidence('form-2', 'The second.');
  const found = (review: Review | undefined) => answers.check(async () => review);
  const send = (answer: Answer) => {
    answers.sending(answer);
    answers.acknowledge(answer);
  };

  beforeEach(() => {
    answers = new Answers([before]);
  });

  it('nothing is wrong with what is as it was acknowledged', async () => {
    expect(await found(before)).toEqual(NOTHING);
    send(first);
    send(action);
    expect(await found(withAction(withEvidence(before, first)))).toEqual(NOTHING);
    send(second);
    expect(await found(withAction(withEvidence(withEvidence(before, first), second)))).toEqual(NOTHING);
    expect(answers.acknowledged).toBe(3);
  });

  it('what was sent and not acknowledged may be there or not', async () => {
    send(first);
    answers.sending(second);
    expect(await found(withEvidence(before, first))).toEqual(NOTHING);
    expect(await found(withEvidence(withEvidence(before, first), second))).toEqual(NOTHING);
  });

  it('an acknowledged answer that is not there is noticed', async () => {
    send(first);
    expect((await found(before)).lost).toHaveLength(2);
    expect((await found(undefined)).lost).toHaveLength(2);
    send(second);
    expect((await found(withEvidence(before, first))).lost).toHaveLength(2);
  });

  it('an acknowledged action that is open is noticed', async () => {
    send(action);
    expect((await found({ ...withAction(before), actions: before.actions })).lost).toHaveLength(1);
  });

  it('other words, or the words of another time, are noticed', async () => {
    send(first);
    const after = withEvidence(before, first);
    const other = withEvidence(before, { ...first, words: 'Something else.' });
    expect((await found({ ...after, evidence: other.evidence })).lost).toHaveLength(1);
    const newer = { ...after, evidence: after.evidence.map((one) => ({ ...one, revision: 2 })) };
    expect((await found(newer)).lost).toHaveLength(1);
  });

  it('a form that was taken twice is noticed', async () => {
    send(first);
    const after = withEvidence(before, first);
    expect((await found(withEvidence(after, first))).twice.length).toBeGreaterThan(0);
    const entries = { ...after, history: [...after.history, ...after.history.slice(-1)] };
    expect((await found(entries)).twice.length).toBeGreaterThan(0);
    const forms = { ...after, taken: [...after.taken, 'form-1#other'] };
    expect((await found(forms)).twice.length).toBeGreaterThan(0);
  });

  it('a form nobody sent is noticed', async () => {
    expect((await found(withEvidence(before, first))).twice).toEqual([
      'r1: the form form-1 is taken, and nobody sent it',
    ]);
  });
});
