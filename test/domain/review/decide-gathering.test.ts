import { describe, expect, it } from 'vitest';
import type { EvidenceAnswer } from '../../../src/domain/review/review.ts';
import { aLetter, anAnnualReview, annualAt } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  anEvidenceAnswer,
  anEvidenceRequest,
  aReview,
  aSchool,
  BYSTANDER,
  parentViews,
  pupilViews,
  SENCO,
  STAFF,
  TEACHER,
} from '../../support/builders.ts';
import { command } from '../../support/commands.ts';
import { eventsOf, refusalOf } from '../../support/deciding.ts';

const by = { who: TEACHER };
const answer = { at: '2026-11-09T10:00:00.000Z', late: false, said: anEvidenceAnswer() };
const answered = anEvidenceRequest({ answer, revision: 1 });
const submit = (said: Partial<EvidenceAnswer> | 'nothing-to-add' = {}, revision = 0) =>
  command('submit-evidence', { revision, said: said === 'nothing-to-add' ? said : anEvidenceAnswer(said) });

describe('giving evidence', () => {
  it('given it is asked, a first answer is taken', () => {
    expect(eventsOf(aReview(), submit(), by)).toEqual([
      { type: 'evidence-submitted', who: TEACHER, said: anEvidenceAnswer(), late: false, lastOne: false },
    ]);
  });

  it('given nothing to add, that is an answer', () => {
    expect(eventsOf(aReview(), submit('nothing-to-add'), by)).toMatchObject([{ said: 'nothing-to-add' }]);
  });

  it.each([
    ['on the day asked for', '2026-11-13T23:30:00.000Z', false],
    ['the day after', '2026-11-14T00:30:00.000Z', true],
  ])('given an answer %s, late is %s', (_, at, late) => {
    expect(eventsOf(aReview(), submit(), { ...by, at })).toMatchObject([{ late }]);
  });

  it('given an answer was given, it can be changed until the meeting opens', () => {
    const review = aReview({ evidence: [answered] });
    expect(eventsOf(review, submit({ worked: 'Mornings' }, 1), by)).toHaveLength(1);
  });

  it('given an answer since the form was shown, it is refused as stale and shows the answer', () => {
    const review = aReview({ evidence: [answered] });
    expect(refusalOf(review, submit({ worked: 'Mornings' }, 0), by)).toMatchObject({
      code: 'stale',
      say: expect.stringContaining('You have answered since this form was shown'),
      offer: { what: 'evidence' },
    });
  });

  it('given the outcome is recorded, a first answer is still taken, late, and asks nobody to open a meeting', () => {
    const review = aReview({ stage: 'acting', evidence: [anEvidenceRequest()] });
    expect(eventsOf(review, submit(), by)).toMatchObject([{ late: true, lastOne: false }]);
    expect(
      refusalOf({ ...review, evidence: [answered] }, submit({ worked: 'Mornings' }, 1), by).say,
    ).toContain('your answer can no longer be changed');
  });

  it('given the report of an annual review has been sent, none is taken', () => {
    const report = aLetter('2026-12-01', 'Everybody');
    const held = (sent: boolean) => {
      const { report: _, ...annual } = annualAt('acting');
      return anAnnualReview({
        stage: 'acting',
        evidence: [anEvidenceRequest()],
        annual: { ...annual, ...(sent && { report }) },
      });
    };
    const nothing = submit('nothing-to-add');
    expect(eventsOf(held(false), nothing, by)).toHaveLength(1);
    expect(refusalOf(held(true), nothing, by).say).toContain('The record of the meeting has gone out');
  });

  it.each(['gathering', 'meeting'] as const)(
    'given the same is said again in %s, nothing happens',
    (stage) => {
      expect(eventsOf(aReview({ stage, evidence: [answered] }), submit({}, 0), by)).toEqual([]);
    },
  );

  it('given the meeting is open, a first answer is taken and marked late, whatever the day', () => {
    const at = '2026-11-12T10:00:00.000Z';
    expect(eventsOf(aReview({ stage: 'meeting' }), submit(), { ...by, at })).toMatchObject([{ late: true }]);
  });

  it('given the meeting is open, an answer can no longer be changed', () => {
    const review = aReview({ stage: 'meeting', evidence: [answered] });
    expect(refusalOf(review, submit({ worked: 'Mornings' }, 1), by)).toMatchObject({
      code: 'not-now',
      offer: { what: 'evidence' },
    });
  });

  it.each([
    [
      'a target of another plan',
      { targets: [{ targetId: 'target-9', progress: 'good', evidence: '' }] },
      'unknown-thing',
      undefined,
    ],
    ['not delivered, and not why', { delivered: 'no', whyNot: ' ' }, 'words-missing', 'whyNot'],
    [
      'nothing but blanks',
      {
        strengths: ' ',
        targets: [{ targetId: 'target-1', progress: 'not-seen', evidence: '' }],
        delivered: 'yes',
        whyNot: '',
        worked: '',
        didNotWork: '',
        suggestedChange: '',
      },
      'words-missing',
      'strengths',
    ],
  ] as const)('given %s, it is refused', (_, said, code, field) => {
    const refusal = refusalOf(aReview(), submit(said), by);
    expect(refusal.code).toBe(code);
    expect(refusal.field).toBe(field);
  });

  it('given progress was chosen and no word written, it is an answer', () => {
    const said = { strengths: '', delivered: 'yes', whyNot: '', worked: '', didNotWork: '' } as const;
    expect(eventsOf(aReview(), submit({ ...said, suggestedChange: '' }), by)).toHaveLength(1);
  });
});

describe('the last answer', () => {
  const others = [answered, anEvidenceRequest({ who: ASSISTANT })];
  const last = (evidence = others, school = aSchool(), revision = 0) =>
    eventsOf(aReview({ evidence }), submit({ worked: 'Songs' }, revision), { who: ASSISTANT, school });

  it('given all others have answered, it is the last', () => {
    expect(last()).toMatchObject([{ lastOne: true }]);
  });

  it('given somebody else has not, it is not', () => {
    expect(last([...others, anEvidenceRequest({ who: BYSTANDER })])).toMatchObject([{ lastOne: false }]);
  });

  it('given who has not answered has left, it is', () => {
    const staff = STAFF.map((one) => (one.email === BYSTANDER ? { ...one, left: '2026-11-05' } : one));
    const evidence = [...others, anEvidenceRequest({ who: BYSTANDER })];
    expect(last(evidence, aSchool({ staff }))).toMatchObject([{ lastOne: true }]);
  });

  it('given it only changes an answer, it is not the last a second time', () => {
    const evidence = [answered, { ...answered, who: ASSISTANT }];
    expect(last(evidence, aSchool(), 1)).toMatchObject([{ lastOne: false }]);
  });
});

describe('views', () => {
  const blank = {
    ...{ goingWell: ' ', difficult: '', changed: '', supportHappening: '', supportHelping: '' },
    ...{ newConcerns: '', childSays: '\n', examples: '', hopedFor: '' },
  };
  const sought = { recordedBy: SENCO, at: '2026-11-09T10:00:00.000Z', given: false } as const;
  const notGiven = command('views-not-given');

  it.each(['gathering', 'meeting'] as const)('given %s, views are recorded, and changed', (stage) => {
    const parents = command('record-parent-views');
    const pupils = command('record-pupil-views');
    for (const views of [{}, { parentViews: parentViews(), pupilViews: pupilViews() }]) {
      const review = aReview({ stage, ...views });
      expect(eventsOf(review, parents)).toEqual([{ type: 'parent-views-recorded', said: parents.said }]);
      expect(eventsOf(review, pupils)).toEqual([{ type: 'pupil-views-recorded', said: pupils.said }]);
    }
  });

  it('given the same is recorded again, nothing happens', () => {
    const [parents, pupils] = [command('record-parent-views'), command('record-pupil-views')];
    const review = aReview({ parentViews: parentViews(parents.said), pupilViews: pupilViews(pupils.said) });
    expect(eventsOf(review, parents)).toEqual([]);
    expect(eventsOf(review, pupils)).toEqual([]);
  });

  it.each([
    ['parents’ views without a word', command('record-parent-views', { said: blank }), 'goingWell'],
    [
      'a pupil’s without a word',
      command('record-pupil-views', { said: { how: 'form', views: '' } }),
      'views',
    ],
    ['not given, without how they were sought', { ...notGiven, howSought: ' ' }, 'howSought'],
  ])('given %s, it is refused', (_, given, field) => {
    expect(refusalOf(aReview(), given)).toMatchObject({ code: 'words-missing', field });
  });

  it.each(['parent', 'pupil'] as const)(
    'given a %s gave none, that they were sought is recorded',
    (whose) => {
      expect(eventsOf(aReview(), { ...notGiven, whose })).toEqual([
        { type: 'views-sought', whose, soughtOn: '2026-11-06', howSought: 'Two letters and a call' },
      ]);
    },
  );

  it('given they are to be asked tomorrow, it is refused', () => {
    const soughtOn = '2026-11-11';
    expect(refusalOf(aReview(), { ...notGiven, soughtOn })).toMatchObject({
      code: 'date-order',
      field: 'soughtOn',
    });
  });

  it.each([
    ['parent', 'parent-views'],
    ['pupil', 'pupil-views'],
  ] as const)('given a %s’s views are recorded, they are not overwritten by “not given”', (whose, what) => {
    const review = aReview({ parentViews: parentViews(), pupilViews: pupilViews() });
    expect(refusalOf(review, { ...notGiven, whose })).toMatchObject({
      code: 'already-done',
      offer: { what },
    });
  });

  it('given it is marked as sought, the same again does nothing, and views given later are recorded', () => {
    const { soughtOn, howSought } = notGiven;
    const review = aReview({ parentViews: { ...sought, soughtOn, howSought } });
    expect(eventsOf(review, notGiven)).toEqual([]);
    expect(eventsOf(review, { ...notGiven, howSought: 'By e-mail' })).toHaveLength(1);
    expect(eventsOf(review, command('record-parent-views'))).toHaveLength(1);
  });
});
