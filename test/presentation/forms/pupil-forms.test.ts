import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toModal } from '../../../src/channels/slack/translate.ts';
import {
  PUPIL_FORMS,
  pupilFormNamed,
  REVIEW_FORMS,
  SCHOOL_FORMS,
} from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { buttonsOf, lettersOf, ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { subject, TODAY } from './pupil-samples.ts';

const NAMES = /Ben\b|Sample\b|Oakfield|Mel Senco/;
const form = PUPIL_FORMS['early-review'];
const ANSWERED = {
  asker: 'parent',
  askedOn: '2026-11-09',
  why: 'He is “not coping” at lunch',
  answer: 'refuse',
  refusal: 'The review is in three weeks as it is',
};
const newId = () => 'new';
const message = form.show(subject(), 'once1');

describe('the form early-review', () => {
  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) expect(text).not.toMatch(NAMES);
    expect(lettersOf(message.card)).toContain('Ben Sample · EHCP');
  });

  it('carries the pupil, and the token it was shown with', () => {
    const [send] = buttonsOf(message.card);
    expect(send?.send).toEqual({
      do: 'submit',
      form: 'early-review',
      pupil: 'oakfield-p002',
      once: 'once1',
    });
    expect(message.form?.data).toEqual({ do: 'form', form: 'early-review', pupil: 'oakfield-p002' });
  });

  it('asks for exactly what it reads, and tells what is typed from what is chosen', () => {
    const ids = inputsOf(message.card).map(({ id }) => String(id));
    expect(ids.toSorted()).toEqual(form.keys(subject()).toSorted());
    expect(ids.filter(form.isTyped)).toEqual(['why', 'refusal']);
  });

  it('becomes a refusal with its reason, or a review that is agreed', () => {
    const { answer: _, ...refused } = ANSWERED;
    expect(form.read(ANSWERED, subject(), newId)).toEqual({
      ok: true,
      command: { type: 'early-review', ...refused, agree: false },
    });
    // A reason that was typed first is none for what is agreed.
    expect(form.read({ ...ANSWERED, answer: 'agree' }, subject(), newId)).toEqual({
      ok: true,
      command: { type: 'early-review', ...refused, agree: true, refusal: '' },
    });
  });

  it('says all that is missing at once, and takes no day to come', () => {
    expect(form.read({ answer: 'refuse', askedOn: '2026-11-11' }, subject(), newId)).toEqual({
      ok: false,
      errors: {
        asker: 'Please choose who asked.',
        askedOn: 'That day is still to come. Please choose today or before.',
        why: 'Please write why they asked.',
        refusal: 'Please say why it is refused.',
      },
    });
    const agreed = { asker: 'school', askedOn: TODAY, why: 'A new diagnosis', answer: 'agree' };
    expect(form.read(agreed, subject(), newId).ok).toBe(true);
  });

  it('stands again as it was answered when it was not taken', () => {
    const errors = Object.fromEntries(form.keys(subject()).map((id) => [id, `Please look at ${id}.`]));
    const again = form.show(subject(), 'once1', { values: ANSWERED, errors, notice: 'Have another look.' });
    validateAdaptive(again.card);
    checkModal(toModal(again, { origin: {} }));
    for (const { id, value } of inputsOf(again.card)) {
      expect(value).toBe(ANSWERED[String(id) as keyof typeof ANSWERED]);
    }
    expect(ourWordsOf(again.card)).toEqual(expect.arrayContaining(Object.values(errors)));
  });

  it.each(Object.entries(HOSTILE))('keeps %s to the letter', (_name, text) => {
    const values = { ...ANSWERED, why: text, refusal: text };
    const again = form.show(subject(), 'once1', { values, errors: {}, notice: 'Again.' });
    validateAdaptive(again.card, [text]);
    checkModal(toModal(again, { origin: {} }));
    expect(form.read(values, subject(), newId)).toMatchObject({
      command: { why: text.trim(), refusal: text.trim() },
    });
  });

  it('takes whatever a client may send, or says what is wrong', () => {
    const key = fc.oneof(fc.constantFrom(...form.keys(subject())), fc.constant('__proto__'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), fc.boolean(), (sent, answered) => {
        const values = { ...(answered ? ANSWERED : {}), ...sent } as Record<string, string>;
        const read = form.read(values, subject(), newId);
        if (read.ok) return;
        expect(Object.keys(read.errors).length).toBeGreaterThan(0);
        for (const [id, sentence] of Object.entries(read.errors)) {
          expect(form.keys(subject())).toContain(id);
          expect(sentence).toMatch(/^(Please|That) .+[.?]$/);
        }
      }),
    );
  });
});

it('no form has the name of another, and none that of what every object has', () => {
  const others = [SCHOOL_FORMS, PUPIL_FORMS].flatMap((one) => Object.keys(one));
  const names = [...REVIEW_FORMS.map((one) => one.name), ...others];
  expect(new Set(names).size).toBe(names.length);
  expect(pupilFormNamed('early-review')).toBe(form);
  for (const name of ['constructor', '__proto__', 'evidence', ''])
    expect(pupilFormNamed(name)).toBeUndefined();
});
