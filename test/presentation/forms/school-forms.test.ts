import { describe, expect, it } from 'vitest';
import { toModal } from '../../../src/channels/slack/translate.ts';
import { NotThere } from '../../../src/domain/questions/not-there.ts';
import { SCHOOL_FORMS } from '../../../src/presentation/forms/index.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import { aSchool, STAFF, TEACHER } from '../../support/builders.ts';
import { checkModal } from '../../support/slack-block-kit.ts';
import { actions, SCHOOL_SAMPLES, subject } from './school-samples.ts';

const NAMES = /Ada\b|Example\b|Oakfield|Teacher|Assistant|Mel Senco/;

/** Both ends of a half-term that was answered are there. */
const HALF_TERM = /^(autumn|spring|summer)Half/;

const newId = () => 'new';

describe.each(Object.entries(SCHOOL_SAMPLES))('the form %s', (_name, { form, about, answered, becomes }) => {
  const message = form.show(about, 'once1');
  const inputs = inputsOf(message.card);

  it('names nobody on a locked phone, aloud, or where Markdown is read', () => {
    for (const text of [message.notification, ...ourWordsOf(message.card)]) {
      if (!STAFF.some((one) => one.name === text)) expect(text).not.toMatch(NAMES);
    }
  });

  it('asks for exactly what it reads, and becomes a command', () => {
    expect(inputs.map(({ id }) => id).sort()).toEqual(form.keys(about).sort());
    expect(form.read(answered, about, newId)).toEqual({ ok: true, command: becomes });
  });

  it('says which answers are needed, and takes no choice that it does not offer', () => {
    for (const { id, isRequired, type } of inputs) {
      const key = String(id);
      const left = form.read({ ...answered, [key]: '' }, about, newId);
      expect(left.ok ? [] : Object.keys(left.errors)).toEqual(isRequired || HALF_TERM.test(key) ? [key] : []);
      // Words of one's own are no choice.
      if (type === 'Input.Text') continue;
      const wrong = form.read(
        { ...answered, [key]: type === 'Input.Date' ? '2026-02-30' : 'constructor' },
        about,
        newId,
      );
      expect(wrong.ok ? [] : Object.keys(wrong.errors)).toEqual([key]);
    }
  });

  it('stands again as it was answered when it was not taken', () => {
    const errors = Object.fromEntries(inputs.map(({ id }) => [String(id), `Please look at ${id}.`]));
    const again = form.show(about, 'once1', { values: answered, errors, notice: 'Have another look.' });
    validateAdaptive(again.card);
    checkModal(toModal(again, { origin: {} }));
    for (const { id, value = '' } of inputsOf(again.card)) {
      expect(value, String(id)).toBe(answered[String(id) as keyof typeof answered]);
    }
    expect(ourWordsOf(again.card)).toEqual(expect.arrayContaining(Object.values(errors)));
  });
});

it('gives nothing away that is not there, nor where nobody could take it', () => {
  const form = SCHOOL_FORMS['bulk-reassign'];
  expect(() => form.show(subject({ about: TEACHER }), 'once1')).toThrow(NotThere);
  const alone = aSchool({ staff: STAFF.filter(({ email }) => email === TEACHER) });
  const about = subject({ school: alone, about: TEACHER, actions: actions(1) });
  expect(() => form.show(about, 'once1')).toThrow(NotThere);
});
