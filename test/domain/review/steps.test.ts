import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { SCREENS } from '../../../src/conversation/offers.ts';
import { PRESS_HANDLERS } from '../../../src/conversation/presses.ts';
import { PLAN_KINDS, planRow } from '../../../src/domain/plans/index.ts';
import { ARROWS, commandsIn, isKnownTo, refusalOutOfStage } from '../../../src/domain/review/flow.ts';
import { FORMS, formsOf, type KnownForm, SPECIAL_ANSWERS } from '../../../src/domain/review/forms.ts';
import { OBLIGATION_ROWS } from '../../../src/domain/review/obligations/index.ts';
import { CLOSING } from '../../../src/domain/review/review-closed.ts';
import { STAGES } from '../../../src/domain/review/review-content.ts';
import { COMMAND_TYPES, type CommandType, STEPS } from '../../../src/domain/review/steps/index.ts';
import {
  formNamed,
  pupilFormNamed,
  registerFormNamed,
  schoolFormNamed,
} from '../../../src/presentation/forms/index.ts';
import { SAMPLES } from '../../presentation/forms/samples.ts';
import { anAnnualReview } from '../../support/annual-builders.ts';
import { aReview, aSchool } from '../../support/builders.ts';
import { stepsPage } from '../../support/steps-page.ts';

const DOMAIN = fileURLToPath(new URL('../../../src/domain/', import.meta.url));
const FOLDER = `${DOMAIN}review/steps/`;
const ALL = COMMAND_TYPES.map((type) => ({ type, step: STEPS[type] }));

/** Whether a form can become a command of this step. */
const becomes =
  (type: CommandType) =>
  ({ becomes: commands = [] }: KnownForm): boolean =>
    commands.includes(type);

/** Whether a form or a screen is there by this name. */
const isThere = (offer: string) => formNamed(offer) !== undefined || Object.hasOwn(SCREENS, offer);

/** Every offer that is written out in the domain, with the file it stands in. */
function offersWritten(): readonly { readonly file: string; readonly offer: string }[] {
  const files = readdirSync(DOMAIN, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  return files.flatMap((file) =>
    readFileSync(`${DOMAIN}${file}`, 'utf8')
      .split('\n')
      .flatMap((line) => /\boffer\b.*/.exec(line) ?? [])
      .flatMap((from) => [...from.matchAll(/\b(?:what|offer): '([a-z-]+)'/g)])
      .map(([, offer = '']) => ({ file, offer })),
  );
}

describe('a step', () => {
  it('is a file of its name, listed once', () => {
    expect(COMMAND_TYPES.filter((type) => !existsSync(`${FOLDER}${type}.ts`))).toEqual([]);
    expect(new Set(COMMAND_TYPES).size).toBe(COMMAND_TYPES.length);
    const written = readdirSync(FOLDER).filter((file) =>
      /: Step<\w+, \w+(, \w+ \| \w+)?> = /.test(readFileSync(`${FOLDER}${file}`, 'utf8')),
    );
    expect(written.map((file) => file.replace('.ts', '')).sort()).toEqual([...COMMAND_TYPES].sort());
  });

  it.each(ALL)(
    '$type: some stage of some kind of review takes it, and every other says what to do',
    (one) => {
      const { type, step } = one;
      expect(Object.keys(step.stages).sort()).toEqual([...STAGES].sort());
      expect(STAGES.some((stage) => commandsIn(stage).includes(type))).toBe(true);
      expect(PLAN_KINDS.some((kind) => isKnownTo(kind, type))).toBe(true);
      const refusals = STAGES.flatMap((stage) => refusalOutOfStage(stage, type) ?? []);
      expect(refusals.length).toBeGreaterThan(0);
      for (const { say, offer } of refusals) {
        expect(say).toMatch(/^[A-Z].+\.$/);
        expect(offer && isThere(offer.what), JSON.stringify(offer)).toBe(true);
      }
    },
  );

  it.each(ALL)('$type: each of its facts is its own, and of no other step', ({ type, step }) => {
    const facts = Object.keys(step.facts);
    expect(facts.length).toBeGreaterThan(0);
    const others = ALL.filter((other) => other.type !== type).flatMap((other) =>
      Object.keys(other.step.facts),
    );
    expect(facts.filter((fact) => others.includes(fact) || fact in CLOSING)).toEqual([]);
  });

  it.each(ALL.filter(({ step }) => step.aboutAction || step.aboutSupport || step.giver.includes('owner')))(
    '$type: is about an action or support, so that its owner counts, and only once that is agreed',
    ({ type, step }) => {
      expect(step.aboutAction ?? step.aboutSupport).toBe(true);
      const stages = step.aboutSupport ? ['acting', 'closed'] : ['acting'];
      expect(STAGES.filter((stage) => commandsIn(stage).includes(type))).toEqual(stages);
    },
  );

  it('moves a review only from a stage that takes it, and out of one that is over only for a decision that comes after all, or where that was a mistake', () => {
    for (const { from, by, to } of ARROWS) {
      expect(commandsIn(from), by).toContain(by);
      expect(to).not.toBe(from);
      expect(from).not.toBe('cancelled');
    }
    expect(ARROWS.filter(({ from }) => from === 'closed')).toMatchObject([
      { by: 'record-la-decision', to: 'acting' },
      { by: 'reopen-review', to: 'acting' },
      { by: 'reopen-review', to: 'meeting' },
    ]);
    const reached = new Set<string>(ARROWS.map(({ to }) => to));
    expect(STAGES.filter((stage) => !reached.has(stage))).toEqual(['preparing']);
  });

  it('is on one page with what it does, for whoever is new here', async () => {
    await expect(stepsPage()).toMatchFileSnapshot('../../../docs/steps.md');
  });
});

describe('the forms of a step', () => {
  const NAMES = FORMS.map(({ name }) => name);
  const SRC = `${DOMAIN}../`;
  const written = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file, text: readFileSync(`${SRC}${file}`, 'utf8') }));

  it('are found by their step and by a name that is theirs alone', () => {
    expect(new Set(NAMES).size).toBe(NAMES.length);
    expect(FORMS.map(({ name }) => formNamed(name)?.row.name)).toEqual(NAMES);
    expect(COMMAND_TYPES.flatMap((type) => formsOf(type).map(({ step }) => step))).toEqual(
      FORMS.map(({ step }) => step),
    );
    expect(COMMAND_TYPES.filter((type) => formsOf(type).length === 0 && !FORMS.some(becomes(type)))).toEqual([
      'tell-in-person',
      'tell-outside',
      'open-meeting',
      'close-meeting',
      'look-at-profile',
      'take-back',
    ]);
  });

  it.each(FORMS)('$name: becomes the command of its step, or another that it says, and no more', (form) => {
    const commands = form.becomes ?? [form.step];
    expect(commands).toContain(form.step);
    expect(commands.filter((type) => STEPS[type].giver !== STEPS[form.step].giver)).toEqual([]);
    const samples = Object.values(SAMPLES).filter((sample) => sample.form === form.name);
    expect(new Set(samples.map((sample) => sample.becomes.type))).toEqual(new Set(commands));
  });

  it.each(FORMS)('$name: leads to forms that are there, and to answers that somebody takes', (form) => {
    const { alternatives = [] } = form;
    const opened = alternatives.flatMap((one) => ('opens' in one ? [one.opens] : []));
    expect(opened.filter((name) => !formNamed(name))).toEqual([]);
    const sent = alternatives.flatMap((one) => ('sends' in one ? [one.sends] : []));
    expect(sent.filter((name) => !Object.hasOwn(PRESS_HANDLERS, name))).toEqual([]);
    for (const { form: name, subject } of Object.values(SAMPLES)) {
      const change = name === form.name ? form.written?.(subject.review, subject.about)?.change : undefined;
      if (change && typeof change !== 'string') expect(formNamed(change.opens)).toBeDefined();
    }
  });

  it('are those that kinds of plan, what is owed and buttons name', () => {
    const ofKinds = PLAN_KINDS.flatMap((kind) => Object.values(planRow(kind).forms));
    const ofOwed = OBLIGATION_ROWS.flatMap(({ answers, allAnswers = [], record }) => [
      ...[...answers, ...allAnswers].flatMap((one) => (one.opens === 'form' ? [one.name] : [])),
      ...(record ? [record.form] : []),
    ]);
    const ofButtons = written.flatMap(({ text }) =>
      [...text.matchAll(/\b(?:press\.form|formOf)\(\s*'([^']+)'/g)].map(([, name = '']) => name),
    );
    expect(Math.min(ofKinds.length, ofOwed.length, ofButtons.length)).toBeGreaterThan(5);
    expect([...ofKinds, ...ofOwed, ...ofButtons].filter((name) => !NAMES.includes(name))).toEqual([]);
    const elsewhere = written.flatMap(({ text }) =>
      [...text.matchAll(/\bpress\.(?:school|pupil)Form\(\s*'([^']+)'/g)].map(([, name = '']) => name),
    );
    const homes = [schoolFormNamed, pupilFormNamed, registerFormNamed];
    expect(elsewhere.filter((name) => !homes.some((named) => named(name)))).toEqual([]);
  });

  it('are asked what they do: nothing compares with the name of one, nor with that of a special answer', () => {
    const special = SPECIAL_ANSWERS.map(({ sends }) => sends);
    const compares = /\bform(?:\.name)?\s*[!=]==\s*'|\bform\.name\.startsWith/;
    expect(written.filter(({ text }) => compares.test(text)).map(({ file }) => file)).toEqual([]);
    expect(new Set([...special, ...NAMES]).size).toBe(special.length + NAMES.length);
  });
});

describe('what a refusal offers', () => {
  it('is a form or a screen that is there, wherever one is written out', () => {
    const written = offersWritten();
    expect(new Set(written.map(({ file }) => file)).size).toBeGreaterThan(15);
    expect(written.filter(({ offer }) => !isThere(offer))).toEqual([]);
  });

  it('is so too of what is missing before a step', () => {
    const { meeting: _, ...unset } = anAnnualReview();
    const reviews = [aReview(), anAnnualReview(), unset];
    const offers = reviews.flatMap((review) =>
      OBLIGATION_ROWS.flatMap((row) => row.missing?.of(review, aSchool()) ?? []).map(({ offer }) => offer),
    );
    expect(offers.length).toBeGreaterThan(5);
    expect(offers.filter((offer) => !isThere(offer))).toEqual([]);
  });
});
