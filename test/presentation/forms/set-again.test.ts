import { describe, expect, it } from 'vitest';
import type { EvidenceRequest, Review } from '../../../src/domain/review/review.ts';
import type { FormSubject } from '../../../src/domain/review/steps/step-form.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { buttonsOf, lettersOf, ourWordsOf } from '../../support/adaptive.ts';
import { anAnnualReview, anEhcpPupil } from '../../support/annual-builders.ts';
import {
  ASSISTANT,
  anEvidenceAnswer,
  anEvidenceRequest,
  aPupil,
  aReview,
  LEADER,
  SENCO,
  TEACHER,
} from '../../support/builders.ts';
import { subject } from './sample.ts';

const cardOf = (form: string, about: FormSubject) => formOf(form).show(about, 'once1').card;
const standing = (form: string, about: FormSubject) =>
  Object.fromEntries(inputsOf(cardOf(form, about)).map(({ id, value }) => [String(id), value]));
const wordsOf = (form: string, about: FormSubject) =>
  [...ourWordsOf(cardOf(form, about)), ...lettersOf(cardOf(form, about))].join('\n');
const sendOf = (form: string, about: FormSubject) => buttonsOf(cardOf(form, about))[0]?.title;

const said = { at: '2026-11-09T10:00:00.000Z', late: false, said: anEvidenceAnswer() };
const asks = (who: string, answered: boolean): EvidenceRequest =>
  anEvidenceRequest({ who, ...(answered && { answer: said }) });
const staff = (...people: readonly string[]) => people.map((who) => ({ kind: 'staff', who }) as const);

describe('a new day for a meeting that was called off', () => {
  const off = (evidence: readonly EvidenceRequest[]): FormSubject => {
    const { meeting: _, ...review } = aReview({ evidence });
    const earlierMeetings: Review['earlierMeetings'] = [
      {
        ...{ date: '2026-12-08', time: '14:15' },
        invitees: [...staff(SENCO, LEADER), { kind: 'other', name: 'Ada’s aunt' }],
        ...{ was: 'called-off', why: 'Snow', by: SENCO, at: '2026-11-20T10:00:00.000Z' },
      },
    ];
    // Tom and Ann are the pupil's key staff; both had been taken off the invitation.
    const pupil = aPupil({ keyStaff: [TEACHER, ASSISTANT] });
    return subject({ ...review, earlierMeetings }, { pupil, today: '2026-11-20' });
  };

  it('invites and asks whom the one that is off had: who was taken off stays off', () => {
    expect(standing('plan-meeting', off([asks(TEACHER, false)]))).toMatchObject({
      ...{ invitees: `${SENCO},${LEADER}`, others: 'Ada’s aunt', ask: TEACHER, time: '14:15' },
    });
  });

  it('says who is still to answer, and who has', () => {
    const [one, both] = [
      wordsOf('plan-meeting', off([asks(TEACHER, true), asks(ASSISTANT, false)])),
      wordsOf('plan-meeting', off([asks(TEACHER, true), asks(ASSISTANT, true)])),
    ];
    expect(one).toMatch(/Ann Assistant is asked for evidence by/);
    expect(one).toContain('Tom Teacher has answered already.');
    expect(both).not.toContain('asked for evidence by');
    expect(both).toContain('Tom Teacher and Ann Assistant have answered already.');
  });
});

describe('a meeting that is moved with all evidence in', () => {
  const [FORM, DAY] = ['plan-meeting', '2026-11-16'];
  const about = (...evidence: readonly EvidenceRequest[]) => subject(aReview({ evidence }));
  const answered = about(asks(TEACHER, true));
  const sent = { date: DAY, time: '14:30', invitees: TEACHER, others: '', ask: TEACHER, whyMoved: 'Ill' };
  const read = (given: FormSubject, more = {}) => {
    const got = formOf(FORM).read({ ...sent, ...more }, given, () => 'id');
    if (!got.ok) throw new Error(JSON.stringify(got));
    return got.command;
  };

  it('asks for no day to have it by, and asks nobody', () => {
    expect(standing(FORM, answered)).not.toHaveProperty('evidenceBy');
    expect(sendOf(FORM, answered)).toBe('Set it');
    expect(read(answered)).toMatchObject({ date: DAY, evidenceBy: '2026-11-13' });
    // Brought forward to before the day it was wanted by: by then it is in.
    expect(read(answered, { date: '2026-11-12' })).toMatchObject({ evidenceBy: '2026-11-12' });
  });

  it('gives a colleague who is asked only now the day that is usual', () => {
    // A week before the 24th.
    const asked = { ask: `${TEACHER},${ASSISTANT}`, date: '2026-11-24' };
    expect(read(answered, asked)).toMatchObject({ evidenceBy: '2026-11-17' });
  });

  it('asks for it while somebody is still to answer', () => {
    const open = about(asks(TEACHER, true), asks(ASSISTANT, false));
    expect(standing(FORM, open)).toMatchObject({ evidenceBy: '2026-11-13' });
    expect(sendOf(FORM, open)).toBe('Set it and ask');
    expect(formOf(FORM).read(sent, open, () => 'id')).toMatchObject({ ok: false });
  });

  it('asks for it at an annual review until advice from outside is in, too', () => {
    const review = anAnnualReview({ evidence: [asks(TEACHER, true)] });
    expect(standing('plan-annual', subject(review, { pupil: anEhcpPupil() }))).toHaveProperty('evidenceBy');
    const annual = review.annual && { ...review.annual, outsiders: [] };
    const all = subject({ ...review, ...(annual && { annual }) }, { pupil: anEhcpPupil() });
    expect(standing('plan-annual', all)).not.toHaveProperty('evidenceBy');
    expect(sendOf('plan-annual', all)).toBe('Set it');
  });
});
