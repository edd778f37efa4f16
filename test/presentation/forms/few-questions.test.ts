import { describe, expect, it } from 'vitest';
import type { Sent } from '../../../src/domain/questions/question.ts';
import type { Refilled } from '../../../src/presentation/forms/asking.ts';
import { formOf } from '../../../src/presentation/forms/index.ts';
import type { AdaptiveCard, CardElement } from '../../../src/presentation/message.ts';
import { inputsOf, mapButtons } from '../../../src/presentation/render.ts';
import { anEvidenceAnswer, anEvidenceRequest } from '../../support/builders.ts';
import { SAMPLES, type Sample } from './samples.ts';

const sampleOf = (name: string): Sample => {
  const found = SAMPLES[name];
  if (!found) throw new Error(`no sample ${name}`);
  return found;
};
const shown = ({ form, subject }: Sample, again?: Refilled) =>
  formOf(form).show(subject, 'once1', again).card;

const inside = (one: CardElement) => (one.items ?? []) as CardElement[];
const idsIn = (elements: readonly CardElement[]): string[] =>
  elements.flatMap((one) => [
    ...(one.type.startsWith('Input.') ? [String(one.id)] : []),
    ...idsIn(inside(one)),
  ]);
const isHidden = (one: CardElement) => one.isVisible === false;
/** The ids of the questions somebody sees before they open anything. */
const inSight = (card: AdaptiveCard) => {
  const seen = (elements: readonly CardElement[]): CardElement[] =>
    elements
      .filter((one) => !isHidden(one))
      .map((one) => (one.items ? { ...one, items: seen(inside(one)) } : one));
  return idsIn(seen(card.body));
};
const turnsOf = (card: AdaptiveCard) =>
  card.body.flatMap((one) =>
    ((one.actions ?? []) as CardElement[]).flatMap(({ type, title }) =>
      type === 'Action.ToggleVisibility' ? [String(title)] : [],
    ),
  );
const again = (values: Sent, errors: Sent = {}): Refilled => ({
  values,
  errors,
  notice: 'Please look again.',
});

describe('the form for a colleague’s evidence', () => {
  const evidence = sampleOf('evidence');
  const FEW = ['strengths', 'progress_target-1', 'progress_target-2', 'delivered', 'whyNot'];

  it('asks for strengths, a rating a target, whether the support was given and what got in the way; the rest stands under “Add more”', () => {
    const card = shown(evidence);
    expect(inSight(card)).toEqual(FEW);
    expect(turnsOf(card)).toEqual(['Add more']);
    expect(inputsOf(card).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['evidence_target-1', 'worked', 'didNotWork', 'changed', 'sources', 'link']),
    );
  });

  it('keeps the rest of what was said behind one button when it is changed, and shows what somebody is typing', () => {
    const said = anEvidenceAnswer({ worked: 'Short books' });
    const { review } = evidence.subject;
    const answer = { at: '2026-11-12T16:20:00.000Z', late: false, said };
    const subject = {
      ...evidence.subject,
      review: { ...review, evidence: [anEvidenceRequest({ revision: 1, answer })] },
    };
    const card = shown({ ...evidence, subject });
    expect(inSight(card)).toEqual(FEW);
    expect(turnsOf(card)).toEqual(['See the rest']);
    const typing = shown({ ...evidence, subject }, again({ worked: 'Long books' }));
    expect(inSight(typing)).toContain('worked');
    expect(turnsOf(typing)).toEqual([]);
  });

  it('shows one that is at fault, though nothing else of the rest was answered', () => {
    const card = shown(evidence, again({ link: 'no link' }, { link: 'That is not a link.' }));
    expect(inSight(card)).toContain('link');
  });
});

describe('the form that sets a meeting', () => {
  const plan = sampleOf('plan-meeting');

  it('says what is proposed in a few lines, with one button that sends it and “Change” for all of it', () => {
    const card = shown(plan);
    expect(inSight(card)).toEqual([]);
    expect(turnsOf(card)).toEqual(['Change']);
    expect(JSON.stringify(card.body)).toContain(
      'Tom Teacher and Ann Assistant are asked for evidence by Tue 24 Nov 2026.',
    );
    expect(JSON.stringify(card.body)).toContain(
      'Invited: Mel Senco, Tom Teacher, Ann Assistant, Parents or carers.',
    );
    const main: string[] = [];
    mapButtons(card, (one) => {
      if (one.style === 'positive') main.push(String(one.title));
      return one;
    });
    expect(main).toEqual(['Set it and ask']);
  });

  it('is whole where nobody is there to be asked: that is for the SENCO to say', () => {
    const subject = { ...plan.subject, pupil: { ...plan.subject.pupil, keyStaff: [] } };
    const card = shown({ ...plan, subject });
    expect(inSight(card)).toEqual(expect.arrayContaining(['date', 'ask']));
    expect(turnsOf(card)).toEqual([]);
  });

  it('is whole when it comes back, and when it moves a meeting that is set', () => {
    expect(inSight(shown(plan, again({ date: '2020-01-01' }, { date: 'That day has passed.' })))).toContain(
      'date',
    );
    expect(inSight(shown(sampleOf('plan-meeting-again')))).toContain('date');
  });
});

describe('what stands under “Add more”, in every form', () => {
  it.each(Object.entries(SAMPLES))('is nothing that must be filled in first: %s', (_name, sample) => {
    const card = shown(sample);
    const seen = new Set(inSight(card));
    const missing = inputsOf(card).filter((one) => one.isRequired && !one.value && !seen.has(String(one.id)));
    expect(missing.map(({ id }) => id)).toEqual([]);
  });

  it.each(Object.entries(SAMPLES))(
    'is opened once and for all, and nothing else then hides: %s',
    (_name, sample) => {
      const card = shown(sample, { values: {}, errors: {} });
      expect(turnsOf(card)).toEqual([]);
      expect(inSight(card)).toEqual(inputsOf(card).map(({ id }) => id));
    },
  );
});

/** Two screens of a phone, less the head of the page and the line to type in: pixels. */
const TWO_SCREENS = 2 * 844;

/** Roughly how tall what is in sight is on a phone: pixels, generously. */
function tall(elements: readonly CardElement[]): number {
  const text = (length: number) => 22 * Math.max(1, Math.ceil(length / 42));
  return elements
    .filter((one) => !isHidden(one))
    .reduce((sum, one) => {
      const label = one.label ? text(String(one.label).length) + 16 : 0;
      if (one.type === 'Input.ChoiceSet' && one.style === 'expanded')
        return sum + label + (one.choices as unknown[]).length * 30;
      if (one.type === 'Input.Text' && one.isMultiline) return sum + label + 90;
      if (one.type.startsWith('Input.')) return sum + label + 40;
      if (one.type === 'RichTextBlock')
        return sum + text((one.inlines as { text: string }[]).reduce((all, run) => all + run.text.length, 0));
      if (one.type === 'TextBlock') return sum + text(String(one.text).length) + 8;
      if (one.type === 'ActionSet') return sum + 48 * (one.actions as unknown[]).length;
      return sum + 16 + tall(inside(one));
    }, 0);
}

describe('what another answer makes needed', () => {
  const ahead = (name: string) =>
    JSON.stringify(shown(sampleOf(name)).body).includes('is asked below, under “Add more”.');

  it.each(['target-review', 'outcome', 'provision-review'])(
    'is said at that answer while it stands under “Add more”: %s',
    (name) => {
      expect(ahead(name)).toBe(true);
    },
  );

  it('needs no word where it stands there to be answered', () => {
    const form = sampleOf('target-review');
    const card = shown(form, { values: {}, errors: {} });
    expect(JSON.stringify(card.body)).not.toContain('is asked below');
  });
});

describe('a form on a phone', () => {
  it.each(Object.entries(SAMPLES))('is no longer than two screens before “Add more”: %s', (_name, sample) => {
    expect(tall(shown(sample).body)).toBeLessThanOrEqual(TWO_SCREENS);
  });
});
