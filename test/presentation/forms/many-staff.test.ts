import { describe, expect, it } from 'vitest';
import { toMessage, toModal } from '../../../src/channels/slack/translate.ts';
import { formOf, pupilFormNamed, schoolFormNamed } from '../../../src/presentation/forms/index.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { validateAdaptive } from '../../support/adaptive.ts';
import { ASSISTANT, aSchool, SENCO, STAFF, TEACHER } from '../../support/builders.ts';
import { checkMessage, checkModal } from '../../support/slack-block-kit.ts';
import { PUPIL_SAMPLES } from './pupil-samples.ts';
import { SAMPLES, type Sample } from './samples.ts';
import { SCHOOL_SAMPLES } from './school-samples.ts';

/** A trust's school of 1,200 staff: "Asha Bell 7" and so on, each with an address as long as they are. */
const others = Array.from({ length: 1200 - STAFF.length }, (_, at) => ({
  email: `asha.bell.number.${at}@a-rather-long-name.oakfield.example`,
  name: `Asha Bell ${at}`,
  role: 'staff' as const,
}));
const school = aSchool({ staff: [...STAFF, ...others] });
const ASHA_7 = 'asha.bell.number.7@a-rather-long-name.oakfield.example';

const sampleOf = (name: string): Sample => {
  const found = SAMPLES[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
const inBigSchool = (name: string) => {
  const { form, subject } = sampleOf(name);
  return { form: formOf(form), subject: { ...subject, school } };
};
const newId = () => 'new';

/** Teams refuses a card over this, as UTF-16. */
const TEAMS_BYTES = 80_000;

function fits(message: CardMessage): void {
  validateAdaptive(message.card);
  checkMessage(toMessage(message));
  checkModal(toModal(message, { origin: {} }));
  expect(2 * JSON.stringify(message.card).length).toBeLessThan(TEAMS_BYTES);
}

describe('a school of 1,200 staff', () => {
  const opened = { values: {}, errors: {} };
  /** One sample of each form. */
  const oneOfEach = [...new Map(Object.entries(SAMPLES).map(([name, { form }]) => [form, name])).values()];
  it.each(oneOfEach)('has every form about a review in each chat: %s', (name) => {
    const { form, subject } = inBigSchool(name);
    fits(form.show(subject, 'once1', opened));
  });
  it.each(Object.entries(PUPIL_SAMPLES))('has every form about a pupil: %s', (_name, { form, about }) => {
    const found = pupilFormNamed(form.name);
    if (found) fits(found.show({ ...about, school }, 'once1', opened));
  });
  it.each(Object.entries(SCHOOL_SAMPLES))('has every form about a school: %s', (_name, { form, about }) => {
    const found = schoolFormNamed(form.name);
    const staff = [...about.school.staff, ...others];
    if (found) fits(found.show({ ...about, school: { ...about.school, staff } }, 'once1', opened));
  });

  it('lists those who are concerned, ticked as before, and names the others by typing', () => {
    const { form, subject } = inBigSchool('plan-meeting');
    const inputs = inputsOf(form.show(subject, 'once1', opened).card);
    const ask = inputs.find(({ id }) => id === 'ask');
    const values = ((ask?.choices ?? []) as { value: string }[]).map(({ value }) => value);
    expect(values).toEqual(expect.arrayContaining([SENCO, TEACHER, ASSISTANT]));
    expect(values).not.toContain(ASHA_7);
    expect(inputs.find(({ id }) => id === 'ask_named')?.label).toBe(
      'Ask for evidence: others by name, one to a line',
    );
  });

  const planned = (more: Record<string, string>) => {
    const { form, subject } = inBigSchool('plan-meeting');
    return form.read({ ...sampleOf('plan-meeting').answered, ...more }, subject, newId);
  };

  it('asks those who are ticked and those who are named, each once', () => {
    expect(planned({ ask: TEACHER, ask_named: 'asha bell 7\nTom Teacher\n' })).toMatchObject({
      ok: true,
      command: { ask: [TEACHER, ASHA_7] },
    });
  });

  it('takes one who is only named, and misses nobody where both are empty', () => {
    expect(planned({ ask: '', ask_named: ASHA_7 })).toMatchObject({ ok: true, command: { ask: [ASHA_7] } });
    expect(planned({ ask: '', ask_named: '' })).toMatchObject({
      ok: false,
      errors: { ask: 'Please choose at least one colleague from the staff list.' },
    });
  });

  it('says so of a name that nobody has, or several, and takes neither', () => {
    expect(planned({ ask_named: 'Nobody Known' })).toMatchObject({
      errors: { ask_named: 'No colleague on the staff list has that name. Please check how it is spelt.' },
    });
    expect(planned({ ask_named: 'Asha' })).toMatchObject({
      errors: {
        ask_named: `That could be ${others.length} colleagues. Please type the whole name, or the e-mail address.`,
      },
    });
  });

  it('gives an action to the colleague who is named, in the place of the one in the list', () => {
    const { form, subject } = inBigSchool('action');
    const { answered } = sampleOf('action');
    expect(
      form.read({ ...answered, owner: TEACHER, owner_named: 'Asha Bell 7' }, subject, newId),
    ).toMatchObject({
      ok: true,
      command: { owner: ASHA_7 },
    });
  });

  it('does not take somebody who is not on the staff list', () => {
    expect(planned({ ask: 'eve@elsewhere.example' })).toMatchObject({
      errors: { ask: 'Please choose from the staff list.' },
    });
  });
});
