import { readFileSync } from 'node:fs';
import { Template } from 'adaptivecards-templating';
import { isLocalDate, isLocalTime } from '../domain/time.ts';
import { isolateIn } from './isolated.ts';
import type { AdaptiveCard, CardElement } from './message.ts';

/** What stands at the head of every card. */
export interface Frame {
  /** What this is. */
  readonly title: string;
  /** Pupil · plan · stage; left out where the card is about no one pupil. */
  readonly line?: string;
  /** What is asked and by when. */
  readonly ask?: string;
  /** The result of what was just done, or what needs another look. */
  readonly notice?: { readonly text: string; readonly style: 'good' | 'attention' | 'warning' };
}

// A Template takes 17 ms to build and a quarter of one to expand.
const templates = new Map<string, Template>();

function sourceOf(name: string): AdaptiveCard {
  const path = new URL(`../../cards/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'));
}

function template(name: string): Template {
  const known = templates.get(name);
  if (known) return known;
  const made = new Template(sourceOf(name));
  templates.set(name, made);
  return made;
}

function expand(name: string, data: object): { body: CardElement[]; actions?: CardElement[] } {
  const expanded = template(name).expand({ $root: data });
  // The one way by which people's text comes onto a card.
  isolateIn(expanded);
  return expanded;
}

/**
 * The card `cards/<name>.json` with `data` in it, under the head that all cards share.
 * People's text goes in as data, never into a template, so nothing in it is evaluated.
 * @throws {Error} when the template asks for data it was not given
 */
export function render(name: string, frame: Frame, data: object): AdaptiveCard {
  const card = expand(name, data);
  const whole = cardOf(frame, card.body);
  return card.actions?.length ? { ...whole, actions: card.actions } : whole;
}

/** The elements of the template `cards/<name>.json` with `data` in it. */
export const elements = (name: string, data: object): readonly CardElement[] => expand(name, data).body;

/** A card of these elements, under the head that all cards share. */
export function cardOf(frame: Frame, body: readonly CardElement[]): AdaptiveCard {
  const head = expand('frame', {
    title: frame.title,
    sentence: /[.!?]$/.test(frame.title) ? frame.title : `${frame.title}.`,
    line: frame.line ?? '',
    ask: frame.ask ?? '',
    notice: frame.notice?.text ?? '',
    noticeStyle: frame.notice?.style ?? 'default',
  });
  return { ...head, body: [...head.body, ...body] } as unknown as AdaptiveCard;
}

/** What is stored, as it is: none of it is read as a link or as bold. */
const asItIs = (text: string): CardElement => ({
  type: 'RichTextBlock',
  inlines: [{ type: 'TextRun', text }],
  spacing: 'None',
});

/** A card made already, with a sentence under its head on what was just done; below it lines that may name pupils. */
export function withNotice(
  card: AdaptiveCard,
  { text, style }: NonNullable<Frame['notice']>,
  lines: readonly string[] = [],
): AdaptiveCard {
  const [head, ...rest] = card.body;
  const notice = {
    type: 'Container',
    style,
    items: [{ type: 'TextBlock', text, wrap: true, weight: 'Bolder' }, ...lines.map(asItIs)],
  };
  return { ...card, body: head ? [head, notice, ...rest] : [notice] };
}

const isInput = (element: CardElement) => element.type.startsWith('Input.');

/** Every element of `elements` passed through `change`, parts of containers and columns first. */
export function mapElements(
  elements: readonly CardElement[],
  change: (element: CardElement) => CardElement[],
): CardElement[] {
  return elements.flatMap((element) => {
    const whole = { ...element } as Record<string, unknown> & CardElement;
    for (const part of ['items', 'columns'] as const) {
      const inside = whole[part];
      if (Array.isArray(inside)) (whole as Record<string, unknown>)[part] = mapElements(inside, change);
    }
    return change(whole);
  });
}

/** What of `value` can stand in an input: any text, but only a real day or time, and only what is there to choose. */
function fitting({ type, choices, isMultiSelect }: CardElement, value: string): string {
  if (type === 'Input.Date') return isLocalDate(value) ? value : '';
  if (type === 'Input.Time') return isLocalTime(value) ? value : '';
  if (type !== 'Input.ChoiceSet') return value;
  const offered = (choices as readonly { readonly value: string }[]).map((one) => one.value);
  const chosen = isMultiSelect ? value.split(',') : [value];
  return chosen.filter((one) => offered.includes(one)).join(',');
}

/**
 * The card with `values` standing in its inputs, by input id. A choice that is no longer there, or a date that is none,
 * is left out: a client would refuse the whole card for it.
 */
export function fill(card: AdaptiveCard, values: Readonly<Record<string, string>>): AdaptiveCard {
  const body = mapElements(card.body, (element) => {
    const id = String(element.id);
    const value = isInput(element) && Object.hasOwn(values, id) ? fitting(element, values[id] ?? '') : '';
    return [value === '' ? element : { ...element, value }];
  });
  return { ...card, body };
}

/** The card with a sentence above each input at fault, by input id; below that, what is stored there `now`. */
export function markErrors(
  card: AdaptiveCard,
  errors: Readonly<Record<string, string>>,
  now: Readonly<Record<string, string>> = {},
): AdaptiveCard {
  const body = mapElements(card.body, (element) => {
    const id = String(element.id);
    const sentence = isInput(element) && Object.hasOwn(errors, id) ? errors[id] : undefined;
    if (!sentence) return [element];
    const stored = Object.hasOwn(now, id) ? now[id] : undefined;
    return [
      { type: 'TextBlock', text: sentence, color: 'Attention', weight: 'Bolder', wrap: true },
      ...(stored ? [asItIs(stored)] : []),
      element,
    ];
  });
  return { ...card, body };
}

/** As clients mark a question that must be answered. */
const NEEDED_MARK = ' *';

/** A label without that mark, for a chat that has its own for what may be left out. */
export const withoutMark = (label: string): string =>
  label.endsWith(NEEDED_MARK) ? label.slice(0, -NEEDED_MARK.length) : label;

/**
 * The card whose inputs the client lets be left empty. What is said where one is stays: it tells which are needed, and so
 * does the mark, which the client itself sets only at what it insists on.
 */
export function withoutInsisting(card: AdaptiveCard): AdaptiveCard {
  const body = mapElements(card.body, ({ isRequired, ...element }) => [
    (isRequired ? { ...element, label: `${element.label}${NEEDED_MARK}` } : element) as CardElement,
  ]);
  return { ...card, body };
}

function inputsIn(elements: readonly CardElement[]): CardElement[] {
  const found: CardElement[] = [];
  mapElements(elements, (element) => {
    if (isInput(element)) found.push(element);
    return [element];
  });
  return found;
}

const changedActions = (actions: unknown, change: (action: CardElement) => CardElement) =>
  Array.isArray(actions) ? { actions: actions.map(change) } : {};

/** The card with each button that sends something passed through `change`; one that only turns something in sight is as it is. */
export function mapButtons(card: AdaptiveCard, change: (action: CardElement) => CardElement): AdaptiveCard {
  const changed = (action: CardElement) => (action.type === 'Action.Submit' ? change(action) : action);
  const body = mapElements(card.body, (element) => [
    { ...element, ...changedActions(element.actions, changed) },
  ]);
  return { ...card, body, ...changedActions(card.actions, changed) };
}

/** The card's buttons that send something, in order. */
export function buttonsOn(card: AdaptiveCard): readonly CardElement[] {
  const found: CardElement[] = [];
  mapButtons(card, (action) => {
    found.push(action);
    return action;
  });
  return found;
}

/** The card's inputs, in order. */
export const inputsOf = (card: AdaptiveCard): CardElement[] => inputsIn(card.body);
