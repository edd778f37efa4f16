import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMessage, toModal } from '../../../src/channels/slack/translate.ts';
import { NotThere } from '../../../src/domain/questions/not-there.ts';
import type { Review } from '../../../src/domain/review/review.ts';
import { run } from '../../../src/domain/review/run.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import type { CardMessage } from '../../../src/presentation/message.ts';
import { inputsOf } from '../../../src/presentation/render.ts';
import { lettersOf, ourWordsOf, validateAdaptive } from '../../support/adaptive.ts';
import { anyText } from '../../support/any-text.ts';
import { anAction, anEvidenceAnswer, anEvidenceRequest, TEACHER } from '../../support/builders.ts';
import { HOSTILE } from '../../support/hostile.ts';
import { withPlan } from '../../support/one-plan.ts';
import { checkMessage, checkModal } from '../../support/slack-block-kit.ts';
import { canBecome } from './sample.ts';
import { bigSchool, longTargets, SAMPLES, type Sample } from './samples.ts';

const samples = Object.entries(SAMPLES);
const show = ({ form, subject }: Sample, values?: Record<string, string>): CardMessage =>
  formOf(form).show(subject, 'once1', values && { values, errors: {}, notice: 'Please look again.' });

function passes(message: CardMessage, typed: readonly string[] = []): void {
  validateAdaptive(message.card, typed);
  checkMessage(toMessage(message));
  checkModal(toModal(message, { origin: {} }));
}

const short = (text: string) => [...text].slice(0, 20).join('').trim();
const phrase = (text: string) => [...text].slice(0, 450).join('').trim();

/** The sample's review, pupil and school, with `text` wherever somebody could have written something. */
function written(sample: Sample, text: string): Sample {
  const { review, school, pupil } = sample.subject;
  const outsiders = (review.annual?.outsiders ?? []).map((guest) => ({
    ...guest,
    name: `${short(text)} ${guest.id}`,
    ...(guest.advice ? { advice: { ...guest.advice, words: text } } : {}),
  }));
  const one = { text: phrase(text), measure: phrase(text) };
  const actions = review.actions.map((action) => ({
    ...action,
    what: phrase(text),
    howWeWillKnow: phrase(text),
    ...(action.disowned ? { disowned: { ...action.disowned, why: text } } : {}),
  }));
  const staff = school.staff.map((member) => ({ ...member, name: short(text) }));
  return {
    ...sample,
    subject: {
      ...sample.subject,
      review: {
        ...{ ...review, actions, targets: review.targets.map((target) => ({ ...target, ...one })) },
        ...(review.annual ? { annual: { ...review.annual, outsiders } } : {}),
      },
      pupil: withPlan({ ...pupil, firstName: short(text), lastName: short(text) }, { la: short(text) }),
      school: { ...school, name: short(text), staff },
    },
  };
}

// Each text meets every other form, and each form every other text: with all of them at all, this took a tenth of the tests' time.
const texts = Object.entries(HOSTILE).map(([what, text], n) => [what, text, n] as const);

describe.each(texts)('given %s wherever somebody can write', (_, text, n) => {
  const forms = samples.filter((_sample, at) => (at + n) % 2 === 0);

  it.each(forms)('shows it to the letter, and nowhere but where letters stand: %s', (_name, sample) => {
    const message = show(written(sample, text));
    passes(message, [text, phrase(text), short(text)]);
    expect(lettersOf(message.card).join('')).toContain(short(text));
    for (const ours of [message.notification, ...ourWordsOf(message.card)]) {
      expect(ours).not.toContain(short(text));
    }
  });

  it.each(forms)('keeps it to the letter in its boxes, and in the command: %s', (_name, sample) => {
    const texts = inputsOf(show(sample).card).filter(({ type }) => type === 'Input.Text');
    const fits = (longest: unknown) =>
      [...text]
        .reduce((all, one) => (all.length + one.length <= Number(longest) ? all + one : all), '')
        .trim();
    const typed = Object.fromEntries(
      texts.map(({ id, maxLength }) => [String(id), id === 'link' ? '' : fits(maxLength)]),
    );
    const values = { ...sample.answered, ...typed };
    const message = show(sample, values);
    passes(message, Object.values(typed));
    for (const { id, value } of inputsOf(message.card)) {
      if (typed[String(id)]) expect(value).toBe(typed[String(id)]);
    }
    const read = formOf(sample.form).read(values, sample.subject, () => 'new');
    if (!read.ok) throw new Error(JSON.stringify(read.errors));
    const kept = JSON.stringify(read.command);
    for (const [id, one] of Object.entries(typed)) {
      // New wording is kept only where the target changes.
      if (one && !id.startsWith('new')) expect(kept).toContain(JSON.stringify(one).slice(1, -1));
    }
  });
});

describe('given a secondary school of 150 staff', () => {
  const school = bigSchool();

  it.each(samples)('fits every chat, and offers every colleague: %s', (name, sample) => {
    if (name === 'action-not-mine-alone') return;
    const subject = { ...sample.subject, school };
    passes(show({ ...sample, subject }));
    // With all that stands under “Add more” in sight.
    const message = formOf(sample.form).show(subject, 'once1', { values: {}, errors: {} });
    passes(message);
    const slack = JSON.stringify(toModal(message, { origin: {} }));
    for (const input of inputsOf(message.card)) {
      if (!['invitees', 'ask', 'owner', 'suggested'].includes(String(input.id))) continue;
      const values = (input.choices as { value: string }[]).map(({ value }) => value);
      const offered = school.staff.map(({ email }) => email).filter((who) => values.includes(who));
      // Several of them are ticked by those who are likely; any other is looked up.
      if (input.isMultiSelect) expect(offered.length).toBeLessThanOrEqual(8);
      else expect(offered.length).toBeGreaterThanOrEqual(149);
      for (const who of offered) expect(slack).toContain(who);
    }
  });
});

describe('given eight targets, and as much text as the boxes hold', () => {
  const long = (longest = 3000) =>
    'So it went, day by day. '
      .repeat(130)
      .slice(0, longest - 1)
      .concat('!');
  const targets = longTargets(long(1000));
  const crowded = (sample: Sample): Sample => {
    const review: Review = {
      ...sample.subject.review,
      targets,
      newTargets: targets.map((one) => ({ ...one, id: `${one.id}-b` })),
    };
    return { ...sample, subject: { ...sample.subject, review } };
  };

  it.each(samples)('fits every chat: %s', (_name, given) => {
    const sample = crowded(given);
    const values = Object.fromEntries(
      inputsOf(show(sample).card).flatMap(({ id, type, maxLength, choices }) => {
        if (type === 'Input.Text') return [[String(id), long(Number(maxLength))]];
        return choices ? [[String(id), (choices as { value: string }[])[0]?.value ?? '']] : [];
      }),
    );
    passes(
      show(sample),
      targets.map(({ text }) => text),
    );
    passes(show(sample, values));
  });

  it('keeps an answer of eight targets and 3,000 characters to each question', () => {
    const said = anEvidenceAnswer({
      strengths: long(),
      targets: targets.map(({ id }) => ({ targetId: id, progress: 'some', evidence: long() })),
    });
    const evidence = [
      anEvidenceRequest({ revision: 1, answer: { at: '2026-11-12T09:00:00.000Z', late: false, said } }),
    ];
    const { subject } = SAMPLES.evidence as Sample;
    const review = { ...subject.review, targets, evidence };
    const message = formOf('evidence').show({ ...subject, review }, 'once1');
    passes(message);
    const standing = inputsOf(message.card).map(({ value }) => value);
    expect(standing.filter((one) => one === long())).toHaveLength(9);
  });
});

describe('given whatever a client may send', () => {
  const text = fc.oneof(
    fc.string(),
    anyText({ maxLength: 40 }),
    fc.constantFrom(
      'yes',
      'partly',
      'no',
      'change',
      'updated',
      'met',
      ' ',
      TEACHER,
      '2026-12-01',
      '12:00',
      ',',
    ),
  );
  const anything = fc.oneof(text, fc.constant('x'.repeat(3001)), fc.anything());

  it.each(samples)('takes it, or says of its own inputs what is wrong: %s', (_name, sample) => {
    const form = formOf(sample.form);
    const keys = form.keys(sample.subject);
    const key = fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...keys) },
      fc.string(),
      fc.constant('__proto__'),
    );
    const changes = fc.array(fc.tuple(key, anything), { maxLength: 12 });
    fc.assert(
      fc.property(changes, fc.boolean(), (entries, answered) => {
        const values = { ...(answered ? sample.answered : {}), ...Object.fromEntries(entries) };
        const read = form.read(values as Record<string, string>, sample.subject, () => 'new');
        if (read.ok) {
          expect(canBecome(form)).toContain(read.command.type);
          const { review, who, today, school } = sample.subject;
          run(review, read.command, { who, at: `${today}T10:00:00.000Z` }, school, () => 'key');
          return;
        }
        expect(Object.keys(read.errors).length).toBeGreaterThan(0);
        for (const [id, sentence] of Object.entries(read.errors)) {
          expect(keys).toContain(id);
          expect(sentence).toMatch(/^(Please|That) .+[.?]$/);
        }
      }),
      { numRuns: 25 },
    );
  });

  it.each(samples)('shows it again without breaking any chat: %s', (_name, sample) => {
    const keys = formOf(sample.form).keys(sample.subject);
    const values = fc.dictionary(fc.constantFrom(...keys), text);
    fc.assert(
      fc.property(values, (typed) => {
        passes(show(sample, typed), Object.values(typed));
      }),
      { numRuns: 4 },
    );
  });
});

describe('given that what a form is about has gone', () => {
  it.each(['target-review', 'action-done', 'action-extend', 'action-not-mine', 'action-reassign', 'advice'])(
    'neither shows nor reads it: %s',
    (name) => {
      const sample = SAMPLES[name] as Sample;
      for (const about of [undefined, 'gone', '__proto__']) {
        const { about: _, ...rest } = sample.subject;
        const subject = { ...rest, ...(about ? { about } : {}) };
        const form = formOf(sample.form);
        expect(() => form.show(subject, 'once1')).toThrow(NotThere);
        expect(() => form.read(sample.answered, subject, () => 'new')).toThrow(NotThere);
      }
    },
  );

  it('does not show the evidence form to somebody not asked', () => {
    const { subject } = SAMPLES.evidence as Sample;
    expect(() => formOf('evidence').show({ ...subject, who: 'nobody@oakfield.example' }, 'once1')).toThrow(
      NotThere,
    );
  });

  it('changes no provision that was taken back, and adds none in its place', () => {
    const sample = SAMPLES['provision-changed'] as Sample;
    const subject = { ...sample.subject, about: 'gone' };
    expect(() => formOf('provision').show(subject, 'once1')).toThrow(NotThere);
    expect(() => formOf('provision').read(sample.answered, subject, () => 'new')).toThrow(NotThere);
  });

  it('asks nothing of an annual review in another', () => {
    const { subject } = SAMPLES.provision as Sample;
    for (const name of ['plan-annual', 'advice', 'attendance', 'report', 'la-decision'] as const) {
      expect(() => formOf(name).show(subject, 'once1'), name).toThrow(NotThere);
    }
  });

  it('ignores an action that is another’s', () => {
    const sample = SAMPLES['action-done'] as Sample;
    const review = { ...sample.subject.review, actions: [anAction({ id: 'other' })] };
    expect(() => formOf('action-done').show({ ...sample.subject, review }, 'once1')).toThrow(NotThere);
  });
});
