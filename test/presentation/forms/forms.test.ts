import { describe, expect, it } from 'vitest';

import { toModal } from '../../../src/channels/slack/translate.ts';
import { run } from '../../../src/domain/review/run.ts';
import { STEPS } from '../../../src/domain/review/steps/index.ts';
import { formOf, REVIEW_FORMS } from '../../../src/presentation/forms/index.ts';
import type { CardElement, CardMessage } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import { SENCO } from '../../support/builders.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { canBecome, newIds } from './sample.ts';
import { SAMPLES, type Sample } from './samples.ts';

const NAMES = /Ada\b|Ben\b|Example\b|Sample\b|Oakfield|Teacher|Assistant|Mel Senco|Olu|Hana|Hal\b/;
const ORIGIN = { origin: {} };

const shown = ({ form, subject }: Sample) => formOf(form).show(subject, 'once1');
const errorsOf = ({ form, subject, answered }: Sample, changed: Record<string, string>) => {
  const read = formOf(form).read({ ...answered, ...changed }, subject, () => 'new');
  return read.ok ? {} : read.errors;
};
const choicesOf = (input: CardElement) => (input.choices ?? []) as { title: string; value: string }[];
const ofType = (message: CardMessage, type: string) =>
  inputsOf(message.card).filter((input) => input.type === type);

it('has a sample of every form', () => {
  expect(new Set(Object.values(SAMPLES).map(({ form }) => form))).toEqual(
    new Set(REVIEW_FORMS.map(({ name }) => name)),
  );
});

/** What may be left out of a box of its own, but is missed where no other says it either. */
const PARTS = ['who', 'howOften', 'howLong', 'groupSize'];
const BY_RULE: Readonly<Record<string, readonly string[]>> = {
  provision: [...PARTS, 'owner'],
  'provision-nursery': [...PARTS, 'owner'],
  'provision-changed': [...PARTS, 'owner'],
  // A colleague gives it, and so sees to it.
  'provision-from-before': PARTS,
  // Who has said nothing yet is left out whole.
  views: ['how', 'views'],
};

describe.each(Object.entries(SAMPLES))('the form %s', (name, sample) => {
  const message = shown(sample);
  const inputs = inputsOf(message.card);
  const form = formOf(sample.form);

  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) expect(text).not.toMatch(NAMES);
  });

  it('asks for exactly what it reads', () => {
    expect(inputs.map(({ id }) => id).sort()).toEqual(form.keys(sample.subject).sort());
    expect(Object.keys(sample.answered).sort()).toEqual(form.keys(sample.subject).sort());
  });

  it('offers only choices that it takes, and takes no other', () => {
    for (const input of ofType(message, 'Input.ChoiceSet')) {
      const id = String(input.id);
      for (const { value } of choicesOf(input))
        expect(errorsOf(sample, { [id]: value })).not.toHaveProperty(id);
      expect(errorsOf(sample, { [id]: 'constructor' })).toHaveProperty(id);
    }
  });

  it('takes days and times only where it asks for them', () => {
    for (const input of ofType(message, 'Input.Date').concat(ofType(message, 'Input.Time'))) {
      for (const wrong of ['2026-02-30', '25:00', 'soon']) {
        expect(errorsOf(sample, { [String(input.id)]: wrong })).toHaveProperty(String(input.id));
      }
    }
  });

  it('says which answers are needed, and misses just those', () => {
    // A form that can be left at one press does not have the client insist: what it would say tells which are needed.
    for (const { id, isRequired, errorMessage } of inputs) {
      for (const blank of [
        '',
        ...(id === 'others' || sample.answered[String(id)]?.includes(' ') ? [' \n '] : []),
      ]) {
        expect(Object.keys(errorsOf(sample, { [String(id)]: blank })), String(id)).toEqual(
          isRequired || errorMessage || BY_RULE[name]?.includes(String(id)) ? [id] : [],
        );
      }
    }
  });

  it('takes as much text as its boxes hold, and says so of more', () => {
    for (const input of ofType(message, 'Input.Text')) {
      const [id, longest] = [String(input.id), Number(input.maxLength)];
      const full = id === 'link' ? `https://${'x'.repeat(longest - 8)}` : 'x'.repeat(longest);
      expect(errorsOf(sample, { [id]: full })).toEqual({});
      expect(errorsOf(sample, { [id]: `${full}x` })).toEqual({ [id]: expect.stringMatching(/too long/) });
    }
  });

  it('becomes a command, which the review takes from whoever may give it', () => {
    const read = form.read(sample.answered, sample.subject, newIds());
    expect(read).toEqual({ ok: true, command: sample.becomes });
    expect(canBecome(form)).toContain(sample.becomes.type);
    const { review, who, today, school } = sample.subject;
    const actor = { who, at: `${today}T10:00:00.000Z` };
    const ready = form.name === 'outcome' ? { ...review, targets: [] } : review;
    const ran = run(ready, sample.becomes, actor, school, () => 'key');
    if (name === 'outcome-without-action') expect(ran).toMatchObject({ refusal: { code: 'action-missing' } });
    else expect(ran).toMatchObject({ ok: true, repeat: false });
    if (STEPS[form.row.step].giver === 'senco') expect(who).toBe(SENCO);
  });

  it('stands again as it was typed when it was not taken, each fault at its place', () => {
    const errors = Object.fromEntries(inputs.map(({ id }) => [String(id), `Please look at ${id}.`]));
    const again = form.show(sample.subject, 'once1', {
      values: sample.answered,
      errors,
      notice: 'Have another look.',
    });
    validateAdaptive(again.card);
    checkModal(toModal(again, ORIGIN));
    for (const { id, value } of inputsOf(again.card))
      expect(value, String(id)).toBe(sample.answered[String(id)]);
    const words = ourWordsOf(again.card);
    for (const sentence of Object.values(errors)) expect(words).toContain(sentence);
    expect(words).toContain('Have another look.');
  });
});
