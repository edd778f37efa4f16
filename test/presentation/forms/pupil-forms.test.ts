import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toModal } from '../../../src/channels/slack/translate.ts';
import { decidePupil } from '../../../src/domain/pupil/decide.ts';
import {
  PUPIL_FORMS,
  pupilFormNamed,
  REGISTER_FORMS,
  REVIEW_FORMS,
  SCHOOL_FORMS,
} from '../../../src/presentation/forms/index.ts';
import type { PupilForm } from '../../../src/presentation/forms/pupil-form.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { buttonsOf, lettersOf, ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import { SENCO } from '../../support/builders.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { PUPIL_SAMPLES, subject, TODAY } from './pupil-samples.ts';

const NAMES = /Ben\b|Sample\b|Oakfield|Mel Senco/;
const newId = () => 'new';
const typedIn = (form: PupilForm, ids: readonly string[]) => ids.filter((id) => form.isTyped(id));

describe.each(Object.entries(PUPIL_SAMPLES))('the form %s', (name, { form, about, answered, asInLists }) => {
  const message = form.show(about, 'once1');

  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) expect(text).not.toMatch(NAMES);
    expect(lettersOf(message.card)).toContain('Ben Sample · EHCP');
  });

  it('carries the pupil, and the token it was shown with', () => {
    const [send] = buttonsOf(message.card);
    const data = { form: form.name, pupil: 'oakfield-p002' };
    const { shown = '', ...rest } = (send?.send ?? {}) as Record<string, string>;
    expect(rest).toEqual({ do: 'submit', ...data, once: 'once1' });
    // Of what stands in its inputs it carries prints, to know what others change meanwhile: no word of it.
    expect(shown).toMatch(/^(?:(?:\w+)(?::[\w-]{6})*(?: |$))*$/);
    expect(message.form?.data).toEqual({ do: 'form', ...data });
    expect(name.startsWith(form.name)).toBe(true);
  });

  it('asks for exactly what it reads, and takes what is answered', () => {
    const ids = inputsOf(message.card).map(({ id }) => String(id));
    expect(ids.toSorted()).toEqual(form.keys(about).toSorted());
    expect(form.read(answered, about, newId)).toMatchObject({ ok: true, command: { step: form.name } });
  });

  it('stands again as it was answered when it was not taken', () => {
    const errors = Object.fromEntries(form.keys(about).map((id) => [id, `Please look at ${id}.`]));
    const again = form.show(about, 'once1', { values: answered, errors, notice: 'Have another look.' });
    validateAdaptive(again.card);
    checkModal(toModal(again, { origin: {} }));
    for (const { id, value } of inputsOf(again.card)) expect(value ?? '').toBe(answered[String(id)] ?? '');
    expect(ourWordsOf(again.card)).toEqual(expect.arrayContaining(Object.values(errors)));
  });

  it.each(Object.entries(HOSTILE))('keeps %s to the letter', (_name, text) => {
    const takes = inputsOf(message.card).filter(
      ({ id, maxLength }) => text.length <= Number(maxLength ?? 3000) && !asInLists?.includes(String(id)),
    );
    const ids = typedIn(
      form,
      takes.map(({ id }) => String(id)),
    );
    const boxes = Object.fromEntries(ids.map((id) => [id, text]));
    const values = { ...answered, ...boxes };
    const again = form.show(about, 'once1', { values, errors: {}, notice: 'Again.' });
    validateAdaptive(again.card, [text]);
    checkModal(toModal(again, { origin: {} }));
    const read = form.read(values, about, newId);
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const kept = Object.values(read.command.answers).filter((answer) => answer === text.trim());
    expect(kept).toHaveLength(Object.keys(boxes).length);
  });

  it('takes whatever a client may send, or says what is wrong', () => {
    const key = fc.oneof(fc.constantFrom(...form.keys(about)), fc.constant('__proto__'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), fc.boolean(), (sent, all) => {
        const values = { ...(all ? answered : {}), ...sent } as Record<string, string>;
        const read = form.read(values, about, newId);
        if (read.ok) return;
        expect(Object.keys(read.errors).length).toBeGreaterThan(0);
        for (const [id, sentence] of Object.entries(read.errors)) {
          expect(form.keys(about)).toContain(id);
          expect(sentence).toMatch(/^(Please|That) .+[.?]$/);
        }
      }),
    );
  });
});

describe('the form on an early review', () => {
  const { form, answered } = PUPIL_SAMPLES['early-review'];

  it('tells what is typed from what is chosen', () => {
    expect(typedIn(form, form.keys(subject()))).toEqual(['why', 'refusal']);
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

  it('begins a review where it is agreed, and keeps both reasons where it is refused', () => {
    const decided = (values: Readonly<Record<string, string>>) => {
      const read = form.read(values, subject(), newId);
      if (!read.ok) throw new Error(JSON.stringify(read.errors));
      const actor = { who: SENCO, at: `${TODAY}T10:00:00.000Z` };
      return decidePupil({ ...subject(), actor, newId: 'request-1' }, read.command);
    };
    const { asker, askedOn, why, refusal } = answered;
    expect(decided(answered)).toMatchObject({
      ok: true,
      pupil: {
        refusedRequests: [{ id: 'request-1', asker, askedOn, why, refusal, kind: 'ehcp', by: SENCO }],
      },
    });
    // A reason that was typed first is none for what is agreed.
    expect(decided({ ...answered, answer: 'agree' })).toEqual({ ok: true, begins: { asker, askedOn, why } });
  });
});

it('no form has the name of another, and none that of what every object has', () => {
  const others = [SCHOOL_FORMS, PUPIL_FORMS, REGISTER_FORMS].flatMap((one) => Object.keys(one));
  const names = [...REVIEW_FORMS.map((one) => one.name), ...others];
  expect(new Set(names).size).toBe(names.length);
  expect(pupilFormNamed('early-review')).toBe(PUPIL_FORMS['early-review']);
  for (const name of ['constructor', '__proto__', 'evidence', ''])
    expect(pupilFormNamed(name)).toBeUndefined();
});
