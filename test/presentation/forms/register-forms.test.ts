import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toModal } from '../../../src/channels/slack/translate.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { pupils, REGISTER_SAMPLES, subject } from './register-samples.ts';

const NAMES = /Ada\b|Example|Kofi|Boateng|Oakfield|Mel Senco/;
const newId = () => 'new';

describe.each(Object.entries(REGISTER_SAMPLES))('the form %s', (_name, { form, about, answered }) => {
  const message = form.show(about, 'once1');

  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) expect(text).not.toMatch(NAMES);
  });

  it('asks for exactly what it reads, and takes what is answered', () => {
    const ids = inputsOf(message.card).map(({ id }) => String(id));
    expect(ids.toSorted()).toEqual(form.keys(about).toSorted());
    expect(form.read(answered, about, newId)).toMatchObject({ ok: true, command: { step: form.name } });
  });

  it('stands again as it was answered when it was not taken, in each chat', () => {
    const errors = Object.fromEntries(form.keys(about).map((id) => [id, `Please look at ${id}.`]));
    const again = form.show(about, 'once1', { values: answered, errors, notice: 'Have another look.' });
    validateAdaptive(again.card);
    checkModal(toModal(again, { origin: {} }));
    for (const { id, value } of inputsOf(again.card)) expect(value ?? '').toBe(answered[String(id)] ?? '');
  });

  it('takes whatever a client may send, or says what is wrong', () => {
    const key = fc.oneof(fc.constantFrom(...form.keys(about)), fc.constant('__proto__'), fc.string());
    fc.assert(
      fc.property(fc.dictionary(key, fc.anything()), fc.boolean(), (sent, all) => {
        const read = form.read({ ...(all ? answered : {}), ...sent } as Record<string, string>, about, newId);
        if (read.ok) return;
        for (const [id, sentence] of Object.entries(read.errors)) {
          expect(form.keys(about)).toContain(id);
          expect(sentence).toMatch(/^(Please|That) .+[.?]$/);
        }
      }),
    );
  });
});

it('asks about ten pupils a page, whatever their number: a page fits every chat', () => {
  const many = subject({ pupils: pupils(400), page: 3 });
  for (const { form } of Object.values(REGISTER_SAMPLES)) {
    const { card, ...message } = form.show(many, 'once1');
    validateAdaptive(card);
    checkModal(toModal({ card, ...message }, { origin: {} }));
    if (form.row.rows) expect(form.row.rows(many)).toHaveLength(200);
    expect(inputsOf(card).length).toBeLessThanOrEqual(21);
  }
});
