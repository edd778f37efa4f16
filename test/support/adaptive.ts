import { createRequire } from 'node:module';
import type * as Adaptive from 'adaptivecards';
import { expect } from 'vitest';
import type { AdaptiveCard, CardElement } from '../../src/presentation/message.ts';
import { closed, hasMore, opened } from '../../src/presentation/more.ts';
import { onceEach } from './once-each.ts';

// The library's own entry is made for bundlers; its bundle runs in Node, without a document.
const {
  AdaptiveCard: Parsed,
  SerializationContext,
  Versions,
} = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js') as typeof Adaptive;

const PLACE = ['spacing', 'separator'];
const LOOK = ['size', 'weight', 'color', 'isSubtle'];
const INPUT = ['id', 'label', 'value', 'isRequired', 'errorMessage', ...PLACE];

/** The subset of docs/cards.md: which elements there are, and what each may have. */
const SUBSET: Readonly<Record<string, readonly string[]>> = {
  TextBlock: ['text', 'wrap', 'style', ...LOOK, ...PLACE],
  RichTextBlock: ['inlines', ...PLACE],
  TextRun: ['text', 'italic', ...LOOK],
  FactSet: ['facts', ...PLACE],
  Container: ['items', 'style', 'id', 'isVisible', ...PLACE],
  ColumnSet: ['columns', ...PLACE],
  Column: ['items', 'width', 'spacing', 'verticalContentAlignment'],
  ActionSet: ['actions', 'id', ...PLACE],
  'Input.Text': ['isMultiline', 'maxLength', 'placeholder', ...INPUT],
  'Input.Date': INPUT,
  'Input.Time': INPUT,
  'Input.ChoiceSet': ['choices', 'choices.data', 'style', 'isMultiSelect', 'placeholder', 'wrap', ...INPUT],
  'Action.ToggleVisibility': ['title', 'targetElements'],
  'Action.Submit': ['title', 'data', 'style', 'associatedInputs', 'tooltip', 'mode'],
};
const PARTS = ['inlines', 'items', 'columns', 'actions'] as const;

/** Clients drop the buttons after these without a word. */
const BUTTONS_IN_A_ROW = 5;
const BLOCKS = 50;
/** A form stands in a window, which holds more. */
const WINDOW_BLOCKS = 100;

/** Every element of the card, from top to bottom; its buttons last. */
export function elementsOf(card: AdaptiveCard): CardElement[] {
  const all: CardElement[] = [];
  const look = (element: CardElement) => {
    all.push(element);
    for (const part of PARTS) for (const inside of (element[part] ?? []) as CardElement[]) look(inside);
  };
  for (const element of [...card.body, ...(card.actions ?? [])]) look(element);
  return all;
}

/** All text a card shows to the letter: each stretch, in order. */
export const lettersOf = (card: AdaptiveCard): string[] =>
  elementsOf(card).flatMap((one) => (one.type === 'TextRun' ? [String(one.text)] : []));

// The button that says to whom it gives something: every client shows a button's words to the letter.
const namesColleague = ({ type, data }: CardElement) =>
  type === 'Action.Submit' && (data as { send: { do: string } }).send.do === 'give-to';

// Who took part is asked of each by their name, from which all that a client would read as a mark has been taken.
const namesInvited = ({ type, id }: CardElement) =>
  type === 'Input.ChoiceSet' && /^(?:staff|other)_/.test(String(id));

/** All other text, in which clients may read Markdown, or which is read out or shown on a locked phone. */
export function ourWordsOf(card: AdaptiveCard): string[] {
  const facts = (one: CardElement) =>
    ((one.facts ?? []) as { title: string; value: string }[]).flatMap(({ title, value }) => [title, value]);
  const texts = elementsOf(card).flatMap((one) => {
    if (namesColleague(one)) return [];
    if (one.type === 'TextBlock') return [String(one.text)];
    if (one.type === 'FactSet') return facts(one);
    const label = namesInvited(one) ? undefined : one.label;
    return [one.title, label, one.placeholder, one.errorMessage].filter((text) => text !== undefined);
  });
  return [...texts.map(String), String(card.speak ?? ''), String(card.fallbackText ?? '')];
}

/** The card's buttons, in order. */
export const buttonsOf = (card: AdaptiveCard) =>
  elementsOf(card)
    .filter(({ type }) => type === 'Action.Submit')
    .map((one) => ({
      title: String(one.title),
      style: one.style,
      send: (one.data as { send: Record<string, string> }).send,
    }));

/** How many blocks the card could become in Slack, at most. */
function blocksOf(elements: readonly CardElement[]): number {
  return elements.reduce((sum, element) => {
    const line = element.separator ? 1 : 0;
    // Words and a button that stand in one section, or at worst below one another.
    if (element.type === 'ColumnSet') return sum + line + (element.columns as CardElement[]).length;
    const inside = element.items as CardElement[] | undefined;
    return sum + line + (inside ? blocksOf(inside) : 1);
  }, 0);
}

/**
 * The card with each search as a list: Teams takes what asks who fits on any card, and nothing to choose from at first
 * (learn.microsoft.com, dynamic-search and people-picker), where the library's schema has it as of 1.6.
 */
function withoutSearches(card: AdaptiveCard): AdaptiveCard {
  const json = JSON.stringify(card);
  // Most cards ask for nobody, and a look at each value takes its time.
  if (!json.includes('"style":"filtered"')) return JSON.parse(json);
  return JSON.parse(json, (_, value) => {
    if (value?.style !== 'filtered') return value;
    const { 'choices.data': asks, choices, ...list } = value;
    expect(asks).toEqual({ type: 'Data.Query', dataset: expect.stringMatching(/^do=find&input=/) });
    return { ...list, choices: choices.length > 0 ? choices : [{ title: 'One who fits', value: 'one' }] };
  });
}

function parsed(card: AdaptiveCard): void {
  const context = new SerializationContext(Versions.v1_5);
  const whole = new Parsed();
  whole.parse(withoutSearches(card), context);
  const events = Array.from({ length: context.eventCount }, (_, at) => context.getEventAt(at).message);
  expect(events).toEqual([]);
  expect(whole.validateProperties().validationEvents.map(({ message }) => message)).toEqual([]);
}

function outsideSubset(element: CardElement): string[] {
  const known = SUBSET[element.type];
  if (!known) return [`${element.type} is outside the subset`];
  const others = Object.keys(element).filter((key) => key !== 'type' && !known.includes(key));
  const empty = PARTS.filter((part) => Array.isArray(element[part]) && element[part].length === 0);
  return [
    ...others.map((key) => `${element.type} has ${key}, which the subset does not`),
    ...empty.map((part) => `${element.type} has ${part}, and nothing in it`),
  ];
}

function wrongIn(button: CardElement): string[] {
  const { send, ...others } = button.data as { send: Record<string, unknown> };
  const title = String(button.title);
  const wrong = [
    ...Object.keys(others).map((key) => `has ${key} beside what it sends`),
    ...(title.length > 0 && title.length <= 75 ? [] : ['has no title, or one of more than 75 characters']),
    ...(typeof send.do === 'string' ? [] : ['does nothing']),
    ...Object.keys(send).flatMap((key) =>
      typeof send[key] === 'string' ? [] : `sends ${key}, which is no text`,
    ),
  ];
  return wrong.map((what) => `the button "${title}" ${what}`);
}

/** What is left of `text` when all that people typed is taken out of it. */
const without = (text: string, typed: readonly string[]) =>
  typed.reduce((left, one) => (one ? left.replaceAll(one, '') : left), text);

/**
 * Expects the card to be a faultless Adaptive Card 1.5 of the subset in docs/cards.md, with nothing of its template
 * left in it. `typed` are the texts it shows that people typed, which may look like a template.
 */
export function validateAdaptive(card: AdaptiveCard, typed: readonly string[] = []): void {
  lookedAt(card, typed);
}

const lookedAt = onceEach((card: AdaptiveCard, typed: readonly string[]) => {
  for (const look of looksOf(card)) validateLook(look, typed);
});

/** The card as it is first shown, and with what is under its "More", where it has one. */
export const looksOf = (card: AdaptiveCard): readonly [AdaptiveCard, ...AdaptiveCard[]] =>
  hasMore(card) ? [closed(card, { do: 'more' }), opened(card)] : [card];

function validateLook(card: AdaptiveCard, typed: readonly string[]): void {
  expect(card).toMatchObject({ type: 'AdaptiveCard', version: '1.5' });
  parsed(card);
  const elements = elementsOf(card);
  const buttons = elements.filter(({ type }) => type === 'Action.Submit');
  // Gathered, and expected once: each expect() costs more than what it looks at.
  expect([...elements.flatMap(outsideSubset), ...buttons.flatMap(wrongIn)]).toEqual([]);
  for (const set of [card, ...elements.filter(({ type }) => type === 'ActionSet')]) {
    expect((set.actions as unknown[] | undefined)?.length ?? 0).toBeLessThanOrEqual(BUTTONS_IN_A_ROW);
  }
  const texts = [...ourWordsOf(card), ...lettersOf(card).map((text) => without(text, typed))];
  expect(texts.filter((text) => text.includes('${'))).toEqual([]);
  const isForm = elements.some(({ type }) => type.startsWith('Input.'));
  const most = isForm ? WINDOW_BLOCKS : BLOCKS;
  expect(blocksOf(card.body) + (card.actions ? 1 : 0)).toBeLessThanOrEqual(most);
}
