import { describe, expect, it } from 'vitest';
import { inputsOf } from '../../src/cards/render.ts';
import { toMessage, toModal } from '../../src/channels/slack/translate.ts';
import { openActions } from '../../src/domain/overview.ts';
import { NotThere } from '../../src/forms/form.ts';
import { SCHOOL_FORMS } from '../../src/forms/index.ts';
import type { SchoolSubject } from '../../src/forms/school-form.ts';
import { ourWordsOf, validateAdaptive } from '../support/adaptive.ts';
import { ASSISTANT, anAction, aReview, aSchool, SENCO, STAFF, TEACHER } from '../support/builders.ts';
import { expectGolden } from '../support/golden.ts';
import { checkMessage, checkModal } from '../support/slack-block-kit.ts';

const TODAY = '2026-12-09';
const NAMES = /Ada\b|Example\b|Oakfield|Teacher|Assistant|Mel Senco/;
const absent = { from: '2026-12-07', until: '2026-12-18' };
const away = aSchool({ staff: STAFF.map((one) => (one.email === TEACHER ? { ...one, absent } : one)) });
const actions = (many: number) =>
  openActions(
    [
      aReview({
        stage: 'acting',
        actions: Array.from({ length: many }, (_, at) =>
          anAction({ id: `a${at}`, what: `Thing ${at} ${'and more '.repeat(at * 10)}` }),
        ),
      }),
    ],
    away,
    TODAY,
  );
const subject = (more: Partial<SchoolSubject> = {}): SchoolSubject => ({
  school: away,
  who: SENCO,
  today: TODAY,
  actions: [],
  ...more,
});

const newId = () => 'new';

const SAMPLES = {
  absence: {
    form: SCHOOL_FORMS.absence,
    about: subject(),
    answered: { person: ASSISTANT, from: '2026-12-09', until: '2026-12-14' },
    becomes: { type: 'mark-absent', person: ASSISTANT, from: '2026-12-09', until: '2026-12-14' },
  },
  'absence-again': {
    form: SCHOOL_FORMS.absence,
    about: subject({ about: TEACHER }),
    answered: { person: TEACHER, from: '2026-12-07', until: '2026-12-21' },
    becomes: { type: 'mark-absent', person: TEACHER, from: '2026-12-07', until: '2026-12-21' },
  },
  'bulk-reassign': {
    form: SCHOOL_FORMS['bulk-reassign'],
    about: subject({ about: TEACHER, actions: actions(3) }),
    answered: { to: ASSISTANT, due: '2026-12-21' },
    becomes: { type: 'give-away', from: TEACHER, to: ASSISTANT, due: '2026-12-21' },
  },
  'bulk-reassign-many': {
    form: SCHOOL_FORMS['bulk-reassign'],
    about: subject({ about: TEACHER, actions: actions(12) }),
    answered: { to: ASSISTANT, due: '' },
    becomes: { type: 'give-away', from: TEACHER, to: ASSISTANT },
  },
} as const;

describe.each(Object.entries(SAMPLES))('the form %s', (name, { form, about, answered, becomes }) => {
  const message = form.show(about, 'once1');
  const inputs = inputsOf(message.card);

  it('is a faultless Adaptive Card, as its golden file has it', () => {
    validateAdaptive(message.card);
    expectGolden(`adaptive/form-${name}.json`, message);
  });

  it('is a message and a window of Slack within every limit, as its golden file has them', () => {
    const slack = { message: toMessage(message), modal: toModal(message, { origin: {} }) };
    checkMessage(slack.message);
    checkModal(slack.modal);
    expectGolden(`slack/form-${name}.json`, slack);
  });

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
      expect(left.ok ? [] : Object.keys(left.errors)).toEqual(isRequired ? [key] : []);
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
