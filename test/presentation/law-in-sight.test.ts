import { describe, expect, it } from 'vitest';
import { run } from '../../src/domain/review/run.ts';
import { formOf } from '../../src/presentation/forms/index.ts';
import type { AdaptiveCard, CardElement, CardMessage } from '../../src/presentation/message.ts';
import { GOLDENS } from '../golden-samples.ts';
import { buttonsOf } from '../support/adaptive.ts';
import { PUPIL_SAMPLES } from './forms/pupil-samples.ts';
import { newIds } from './forms/sample.ts';
import { SAMPLES } from './forms/samples.ts';

/*
 * What is law, or in the Code, is one line on a phone: what to do and by when. Whence it comes stands behind "Why". Free are what "Why" itself shows,
 * and a letter that is to be copied, whose reader is to have the law in it.
 */

/** So many letters stand in a line of a card on a phone 390 wide: 336 for the text, at 7.4 a letter. */
const LINE = 45;

const LAW =
  /\bthe regulations?\b|\bregs? \d|\bregulation \d|\bthe Code\b|\bCode of Practice\b|\bthe Act\b|\bAct \d|\bss?\.\d|\bsection \d|\bEWHC\b|\b\d{1,2}\.\d{2,3}\b|\bRules \d{4}/i;

const sentencesOf = (text: string) => text.split(/(?<=[.!?]) (?=\p{Lu})/u);

/** The sentences that name the law, or the Code, at more than a line. */
const tooLong = (texts: readonly string[]): string[] =>
  texts.flatMap(sentencesOf).filter((one) => one.length > LINE && LAW.test(one));

type Fact = { readonly title: string; readonly value: string };

/** The texts of an element: a block is one, whatever its runs. */
function textsOf(element: CardElement): string[] {
  const { type, text, inlines, facts, label, placeholder, errorMessage, choices, title } = element;
  if (type === 'TextBlock') return [String(text)];
  if (type === 'RichTextBlock') return [(inlines as { text: string }[]).map((one) => one.text).join('')];
  if (type === 'FactSet') return (facts as Fact[]).map((one) => `${one.title} ${one.value}`);
  const chosen = ((choices ?? []) as { title: string }[]).map((one) => one.title);
  return [label, placeholder, errorMessage, title, ...chosen].flatMap((one) => (one ? [String(one)] : []));
}

const isHeading = ({ type, style }: CardElement) => type === 'TextBlock' && style === 'heading';
const saysToCopy = (element: CardElement) => textsOf(element).some((text) => /\bCopy it\b/.test(text));

/** All elements from top to bottom, without those of a letter: from where a card says to copy it, to the end of that section; of a card that is all letter, to its end. */
function inSight({ body, actions = [] }: AdaptiveCard): CardElement[] {
  const all: CardElement[] = [];
  const look = (element: CardElement) => {
    all.push(element);
    for (const part of ['items', 'columns', 'actions'] as const)
      for (const inside of (element[part] ?? []) as CardElement[]) look(inside);
  };
  for (const element of [...body, ...actions]) look(element);
  const from = all.findIndex(saysToCopy);
  if (from < 0) return all;
  const isWhole = all.slice(0, from).filter(isHeading).length <= 1;
  const end = isWhole ? -1 : all.findIndex((one, at) => at > from && isHeading(one));
  return [...all.slice(0, from), ...(end < 0 ? [] : all.slice(end))];
}

/** It is what "Why" brought into sight. */
const isAnswerToWhy = ({ card }: CardMessage) =>
  buttonsOf(card).some(({ title }) => title === 'Without reasons');

describe('the law is one line in sight', () => {
  it('on every card, question and form', () => {
    const found = GOLDENS.filter(([, message]) => !isAnswerToWhy(message)).flatMap(
      ([name, { card, notification }]) =>
        tooLong([...inSight(card).flatMap(textsOf), notification]).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });

  it('in what is said once a form about a review was taken', () => {
    const found = Object.entries(SAMPLES).flatMap(([name, { form, subject, becomes }]) => {
      const { review, school, who, today, about } = subject;
      const ran = run(review, becomes, { who, at: `${today}T12:00:00.000Z` }, school, newIds());
      // An outcome wants more to be in its place than there is in a sample of its form.
      const after = ran.ok ? ran.review : review;
      const taken = {
        ...{ ...subject, about, review: after, answers: {}, told: {} },
        ...{ whenTold: 'now', laLate: 0 },
      };
      return tooLong([formOf(form).row.said(taken)]).map((text) => `${name}: ${text}`);
    });
    expect(found).toEqual([]);
  });

  it('in what is said once a form about a pupil was taken', () => {
    const found = Object.entries(PUPIL_SAMPLES).flatMap(([name, { form, about }]) =>
      tooLong([form.row.said(about)]).map((text) => `${name}: ${text}`),
    );
    expect(found).toEqual([]);
  });
});
