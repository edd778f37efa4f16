import { describe, expect, it } from 'vitest';
import { toMessage, toModal } from '../../../src/channels/slack/translate.ts';
import type { School } from '../../../src/domain/school/school.ts';
import type { Refilled } from '../../../src/presentation/forms/asking.ts';
import type { FormAbout } from '../../../src/presentation/forms/form-about.ts';
import { formOf, pupilFormNamed, schoolFormNamed } from '../../../src/presentation/forms/index.ts';
import type { CardElement, CardMessage } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { buttonsOf, validateAdaptive } from '../../support/adaptive.ts';
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
const sentBy = ({ card }: CardMessage) => buttonsOf(card)[0]?.send ?? {};

/** Every question of a form that is answered with a colleague, or several: `_named` is what looks others up. */
const WITH_COLLEAGUES = [
  'absence person_named',
  'action owner_named',
  'action-not-mine suggested_named',
  'action-reassign owner_named',
  'bulk-reassign to_named',
  'key-staff keyStaff_named',
  'outcome sends_named',
  'plan-annual ask_named',
  'plan-annual invitees_named',
  'plan-meeting ask_named',
  'plan-meeting invitees_named',
  'provision owner_named',
  'request owner_named',
  'request-add owner_named',
  'support-add owner_named',
  'support-owner owner_named',
];

/** Of each search in a form: who is offered first for a name that is typed, and whether the form takes them. */
function looksUp<Of extends { readonly school: School }>(
  form: FormAbout<Of, unknown>,
  about: Of,
  answered: Readonly<Record<string, string>>,
) {
  const inputs = inputsOf(form.show(about, 'once1', { values: {}, errors: {} }).card);
  return inputs
    .filter(({ style }) => style === 'filtered')
    .map(({ id }) => {
      const [first] = form.offers(String(id), 'asha bell 7', about);
      const read = form.read({ ...answered, [String(id)]: first?.value ?? '' }, about, newId);
      const taken = read.ok && JSON.stringify(read.command).includes(ASHA_7);
      return { where: `${form.name} ${id}`, first: first?.title, taken };
    });
}

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

  const inputsAt = (name: string, again: Refilled = opened) => {
    const { form, subject } = inBigSchool(name);
    return inputsOf(form.show(subject, 'once1', again).card);
  };
  const valuesOf = (input: CardElement | undefined) =>
    ((input?.choices ?? []) as { value: string }[]).map(({ value }) => value);

  it('lists those who are concerned, ticked as before, and looks up the others', () => {
    const inputs = inputsAt('plan-meeting');
    const ask = inputs.find(({ id }) => id === 'ask');
    expect(valuesOf(ask)).toEqual(expect.arrayContaining([SENCO, TEACHER, ASSISTANT]));
    expect(valuesOf(ask)).not.toContain(ASHA_7);
    const { review } = inBigSchool('plan-meeting').subject;
    expect(inputs.find(({ id }) => id === 'ask_named')).toMatchObject({
      label: 'Ask for evidence: others, by name',
      style: 'filtered',
      choices: [],
      'choices.data': {
        type: 'Data.Query',
        dataset: `do=find&input=ask_named&form=plan-meeting&review=${review.id}`,
      },
    });
  });

  it('is listed as any other where nobody has to be looked up', () => {
    const { form, subject } = sampleOf('plan-meeting');
    const inputs = inputsOf(formOf(form).show(subject, 'once1', opened).card);
    expect(inputs.filter(({ style }) => style === 'filtered')).toEqual([]);
  });

  it('finds whom somebody types in every form that chooses a colleague, and takes who is chosen', () => {
    const ofReviews = oneOfEach.map((name) => {
      const { form, subject } = inBigSchool(name);
      return looksUp(form, subject, sampleOf(name).answered);
    });
    const ofPupils = Object.values(PUPIL_SAMPLES).map(({ form, about, answered }) =>
      looksUp(form, { ...about, school }, answered),
    );
    const ofSchools = Object.values(SCHOOL_SAMPLES).map(({ form, about, answered }) => {
      const staff = [...about.school.staff, ...others];
      return looksUp(form, { ...about, school: { ...about.school, staff } }, answered);
    });
    const all = [...ofReviews, ...ofPupils, ...ofSchools].flat();
    expect([...new Set(all.map(({ where }) => where))].sort()).toEqual(WITH_COLLEAGUES);
    expect(all.filter(({ first, taken }) => first !== 'Asha Bell 7' || !taken)).toEqual([]);
  });

  it('shows who was added in the list from then on, and looks for another', () => {
    const values = { ask: TEACHER, ask_named: ASHA_7 };
    const again = inputsAt('plan-meeting', { values, errors: {}, notice: 'Please look again.' });
    const [ask, search] = ['ask', 'ask_named'].map((id) => again.find((one) => one.id === id));
    expect(ask?.value).toBe(`${TEACHER},${ASHA_7}`);
    expect(ask?.choices).toContainEqual({ title: 'Asha Bell 7', value: ASHA_7 });
    expect(search?.value).toBeUndefined();
    expect(planned({ ask: String(ask?.value) })).toMatchObject({ command: { ask: [TEACHER, ASHA_7] } });
  });

  it('keeps a name that was typed, and is nobody’s, to be put right', () => {
    const values = { ask: TEACHER, ask_named: 'Nobody Known' };
    const errors = { ask_named: 'No colleague on the staff list has that name.' };
    const again = inputsAt('plan-meeting', { values, errors, notice: 'Please look again.' });
    expect(again.find(({ id }) => id === 'ask_named')).toMatchObject({
      value: 'Nobody Known',
      choices: [{ title: 'Nobody Known', value: 'Nobody Known' }],
    });
  });

  it('loses nobody who was added, where others have changed the list meanwhile', () => {
    const { form, subject } = inBigSchool('plan-meeting');
    const shown = sentBy(form.show(subject, 'once1')).shown;
    const { pupil } = subject;
    const changed = { ...subject, pupil: { ...pupil, keyStaff: [] } };
    const merged = form.merge({ ask: `${TEACHER},${ASHA_7}` }, changed, 'once1', shown);
    expect(merged.values.ask).toContain(ASHA_7);
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
