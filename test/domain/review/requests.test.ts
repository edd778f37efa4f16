import { describe, expect, it } from 'vitest';
import { obligationsOf } from '../../../src/domain/nudges/obligations.ts';
import { maySeeReview } from '../../../src/domain/review/permissions.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { run } from '../../../src/domain/review/run.ts';
import { consideredDraft } from '../../../src/domain/review/steps/considered-draft.ts';
import type { Command } from '../../../src/domain/review/steps/index.ts';
import { isInTheWay } from '../../../src/domain/statute/decided.ts';
import { answerDue, refusalAppeal } from '../../../src/domain/statute/request-clock.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { aRequest, REFUSED, SENT } from '../../presentation/forms/samples-requests.ts';
import {
  ASSISTANT,
  anAction,
  anEvidenceAnswer,
  anEvidenceRequest,
  anOutcome,
  aPupil,
  aReview,
  aSchool,
  BYSTANDER,
  parentViews,
  pupilViews,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const said = command('review-target').review;
/** At the meeting of 24 November, with all there that every outcome needs. */
const ready = (given: Partial<Review> = {}) =>
  aReview({
    stage: 'meeting',
    parentViews: parentViews(),
    pupilViews: pupilViews(),
    targetReviews: ['target-1', 'target-2'].map((targetId) => ({ ...said, targetId })),
    actions: [anAction()],
    ...given,
  });
const acting = (given: Partial<Review> = {}) => aReview({ stage: 'acting', actions: [anAction()], ...given });

const AT = '2026-11-24T15:00:00.000Z';
/** The review after these commands, each given on its day by the SENCO unless said otherwise. */
function following(
  review: Review,
  ...given: readonly (readonly [day: string, does: Command, who?: string])[]
) {
  return given.reduce((so, [day, does, who = SENCO]) => {
    const ran = run(so, does, { who, at: `${day}T15:00:00.000Z` }, aSchool(), () => 'key');
    if (!ran.ok) throw new Error(`${does.type} refused: ${ran.refusal.say}`);
    return ran.review;
  }, review);
}
const owed = (review: Review) =>
  obligationsOf(review, aSchool()).flatMap(({ kind, who, due, about }) =>
    about && ['send-request', 'request-answer'].includes(kind) ? [`${kind} ${about}: ${who} by ${due}`] : [],
  );

const ASSESS = command('decide-outcome', { kind: 'ehc-assessment', sends: ASSISTANT, sendBy: '2026-12-04' });

describe('what nobody asked for when the outcome was recorded', () => {
  const asking = (kind: 'top-up' | 'ehc-assessment') =>
    ({ type: 'add-request', kind, owner: ASSISTANT, sendBy: '2026-12-11' }) as const;
  const concluded = (kind: 'ehc-assessment' | 'updated' | 'continues', given: Partial<Review> = {}) =>
    acting({ outcome: anOutcome({ kind, topUpFunding: false }), ...given });

  it.each([
    ['ehc-assessment', 'ehc-assessment'],
    ['ehc-assessment', 'top-up'],
    ['updated', 'top-up'],
  ] as const)('given the outcome “%s”, %s can be asked afterwards, and is then owed', (outcome, kind) => {
    const review = following(concluded(outcome), ['2026-12-01', asking(kind)]);
    expect(review.requests).toEqual([{ kind, owner: ASSISTANT, sendBy: '2026-12-11', notes: [] }]);
    expect(owed(review)).toEqual([`send-request ${kind}: ${ASSISTANT} by 2026-12-11`]);
  });

  it('is not asked twice, nor where the outcome calls for none', () => {
    const asked = concluded('updated', { requests: [aRequest({ kind: 'top-up' })] });
    expect(refusalOf(asked, asking('top-up'))).toMatchObject({ code: 'already-done' });
    expect(refusalOf(concluded('continues'), asking('top-up'))).toMatchObject({ code: 'other-kind' });
    expect(refusalOf(concluded('updated'), asking('ehc-assessment'))).toMatchObject({ code: 'other-kind' });
  });
});

describe('an EHC needs assessment that a review asks for', () => {
  it('needs what was considered and tried: without it the outcome is refused, and offers its form', () => {
    expect(refusalOf(ready(), ASSESS)).toMatchObject({
      code: 'considered-missing',
      offer: { what: 'considered' },
    });
    expect(refusalOf(ready(), command('record-considered', { tried: ' ' }))).toMatchObject({
      field: 'tried',
    });
  });

  it('is a task of whoever sends it, then an answer that the SENCO waits six weeks for', () => {
    const decided = following(ready(), ['2026-11-24', command('record-considered')], ['2026-11-24', ASSESS]);
    expect(owed(decided)).toEqual([`send-request ehc-assessment: ${ASSISTANT} by 2026-12-04`]);
    const told = decided.messages.filter(({ kind }) => kind === 'request-given');
    expect(told.map(({ to, about }) => [to, about])).toEqual([[ASSISTANT, 'ehc-assessment']]);
    const sent = following(decided, ['2026-12-01', command('record-request-sent'), ASSISTANT]);
    // Received on Monday 30 November: six weeks end on Monday 11 January.
    expect(owed(sent)).toEqual([`request-answer ehc-assessment: ${SENCO} by 2027-01-11`]);
  });

  it('has its six weeks counted from the day it was received', () => {
    const sent = command('record-request-sent', { received: '2026-12-02' });
    const review = following(acting({ requests: [aRequest()] }), ['2026-12-03', sent]);
    expect(owed(review)).toEqual([`request-answer ehc-assessment: ${SENCO} by 2027-01-13`]);
  });

  it('is answered later only by an exception of reg 5(4)', () => {
    const review = acting({ requests: [aRequest({ sent: SENT })] });
    const later = command('note-request', { note: 'later', answerBy: '2027-02-01' });
    expect(refusalOf(review, later)).toMatchObject({ field: 'exception' });
    const noted = following(review, ['2026-12-01', { ...later, exception: 'closed' }]);
    expect(owed(noted)).toEqual([`request-answer ehc-assessment: ${SENCO} by 2027-02-01`]);
  });

  it('refused, can be appealed against for two months, or one from a later certificate', () => {
    const review = following(acting({ requests: [aRequest({ sent: SENT })] }), [
      '2026-12-01',
      command('record-request-answer'),
    ]);
    const [request] = review.requests ?? [];
    if (!request) throw new Error('the request is gone');
    expect(owed(review)).toEqual([]);
    expect(refusalAppeal(review, request)?.date).toBe('2027-02-01');
    const late = following(review, [
      '2027-01-20',
      command('note-request', { note: 'certificate', on: '2027-01-20' }),
    ]);
    const [certified] = late.requests ?? [];
    expect(certified && refusalAppeal(late, certified)?.date).toBe('2027-02-22'); // 20 February 2027 is a Saturday.
  });

  it('keeps its review open till it is answered, and never the next from beginning', () => {
    const waiting = following(acting({ requests: [aRequest({ sent: SENT })] }), [
      '2026-12-02',
      command('complete-action'),
    ]);
    expect(waiting.stage).toBe('acting');
    expect(isInTheWay(waiting, '2027-03-01')).toBe(false);
    const answered = following(waiting, [
      '2027-01-08',
      command('record-request-answer', { on: '2027-01-08' }),
    ]);
    expect(answered.stage).toBe('closed');
  });

  it('that is not to be sent after all is settled with a word, without ever being sent', () => {
    const withdrawn = command('record-request-answer', { result: 'withdrawn', words: 'The family moves' });
    const review = following(acting({ requests: [aRequest()] }), ['2026-12-01', withdrawn]);
    expect(owed(review)).toEqual([]);
    expect(refusalOf(acting({ requests: [aRequest()] }), command('record-request-answer'))).toMatchObject({
      offer: { what: 'request-sent', about: 'ehc-assessment' },
    });
  });
});

describe('top-up funding that a review asks for', () => {
  it('is the task of whoever decides, in two weeks, where nobody and no day is said', () => {
    const topUp = command('decide-outcome', {
      kind: 'updated',
      reasons: ['needs-not-met'],
      topUpFunding: true,
      nextReviewBy: '2027-02-01',
    });
    const review = following(ready(), ['2026-11-24', topUp]);
    expect(owed(review)).toEqual([`send-request top-up: ${SENCO} by 2026-12-08`]);
  });

  it('is answered by the day the local authority names', () => {
    const sent = command('record-request-sent', { kind: 'top-up', answerBy: '2027-01-15' });
    const review = following(acting({ requests: [aRequest({ kind: 'top-up' })] }), ['2026-12-01', sent]);
    expect(owed(review)).toEqual([`request-answer top-up: ${SENCO} by 2027-01-15`]);
    const [request] = review.requests ?? [];
    expect(request && answerDue(review, request)?.rule.source).toContain('our own');
  });

  it('is nothing where the plan ends', () => {
    const ends = command('decide-outcome', { kind: 'plan-ended', topUpFunding: true });
    expect(eventsOf(ready(), ends)[0]).not.toHaveProperty('requests');
  });
});

describe('who may say that a request was sent', () => {
  const review = acting({
    requests: [aRequest(), aRequest({ kind: 'top-up', owner: BYSTANDER })],
  });

  it('a colleague may of what is theirs to send, and sees no more of the review for it', () => {
    expect(
      maySeeReview(review, BYSTANDER, aSchool(), { pupil: aPupil(), reviews: [], today: '2026-12-01' }),
    ).toBe('own');
    const theirs = command('record-request-sent', { kind: 'top-up', answerBy: '2027-01-15' });
    expect(eventsOf(review, theirs, { who: BYSTANDER })).toMatchObject([{ type: 'request-sent' }]);
    expect(refusalOf(review, command('record-request-sent'), { who: BYSTANDER }).code).toBe('not-yours');
    expect(refusalOf(review, theirs, { who: TEACHER }).code).toBe('not-yours');
  });

  it('the SENCO gives it to another, unless it is sent', () => {
    const moved = following(review, ['2026-12-01', command('change-request', { kind: 'ehc-assessment' })]);
    expect(owed(moved)[0]).toBe(`send-request ehc-assessment: ${ASSISTANT} by 2026-12-11`);
    const sent = acting({ requests: [aRequest({ sent: SENT })] });
    expect(refusalOf(sent, command('change-request', { kind: 'ehc-assessment' })).code).toBe('already-done');
    const answered = acting({ requests: [aRequest({ sent: SENT, answer: REFUSED })] });
    expect(refusalOf(answered, command('note-request')).code).toBe('already-done');
  });
});

describe('what the form has of what was tried', () => {
  it('is what this review and those before it hold, the latest first', () => {
    const answer = {
      at: AT,
      late: false,
      said: { ...anEvidenceAnswer(), worked: 'Short books', didNotWork: '' },
    };
    const before = aReview({
      id: 'review-0',
      stage: 'closed',
      meeting: { date: '2026-05-19', time: '14:00', invitees: [] },
      meetingOpenedAt: '2026-05-19T13:00:00.000Z',
      evidence: [anEvidenceRequest({ answer })],
      targetReviews: [],
      provision: [command('add-provision').provision],
    });
    const { tried } = consideredDraft(ready({ evidence: [] }), [before]);
    expect(tried.split('\n')).toEqual([
      'Review of Tue 24 Nov 2026:',
      'Target: Reads aloud a page of a level 4 book. Good progress; support as planned: yes. Reads in class',
      'Target: Asks for help with a card. Good progress; support as planned: yes. Reads in class',
      'Review of Tue 19 May 2026:',
      'Support agreed: Paired reading, Teaching assistant, Three times a week, 15 minutes, One to one',
      'Worked: Short books',
    ]);
  });
});

describe('what the form has of advice from outside', () => {
  it('is who was invited from outside: what the family says is no such advice', () => {
    const meeting = (...names: string[]) => {
      const invitees = names.map((name) => ({ kind: 'other' as const, name }));
      return ready({ evidence: [], meeting: { date: '2026-11-24', time: '14:30', invitees } });
    };
    expect(consideredDraft(meeting('Parents or carers'), []).advice).toBe('');
    expect(consideredDraft(meeting('Ada’s mother', 'Sam Ali, psychologist'), []).advice).toBe(
      'Review of Tue 24 Nov 2026:\nInvited besides colleagues: Sam Ali, psychologist',
    );
  });
});

describe('the form that asks the local authority for more', () => {
  const kinds = (review: Review) => {
    const subject = { review, pupil: aPupil(), school: aSchool(), who: SENCO, today: '2026-12-01' };
    const inputs = inputsOf(formOf('request-add').show(subject, 'once').card);
    const kind = inputs.find(({ id }) => id === 'kind') as
      | { choices?: readonly { value: string }[] }
      | undefined;
    return kind?.choices?.map(({ value }) => value);
  };
  const outcome = anOutcome({ kind: 'ehc-assessment', topUpFunding: false });
  const assessment = { kind: 'ehc-assessment', owner: SENCO, sendBy: '2026-12-08', notes: [] } as const;

  it('offers what the outcome can ask for', () => {
    expect(kinds(aReview({ stage: 'acting', outcome }))).toEqual(['top-up', 'ehc-assessment']);
  });

  it('offers nothing that is asked already', () => {
    expect(kinds(aReview({ stage: 'acting', outcome, requests: [assessment] }))).toEqual(['top-up']);
  });
});
