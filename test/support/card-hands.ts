import type { ActionData, AdaptiveCard, CardElement } from '../../src/presentation/message.ts';
import { inputsOf, withoutMark } from '../../src/presentation/render.ts';
import type { Answers } from '../journeys/story.ts';

/** A card in front of somebody: what stands in its inputs, and what their client asks them to put right. */
export interface OpenCard {
  readonly card: AdaptiveCard;
  readonly inputs: Map<string, string>;
  /** Said by the client itself, which sends nothing while an input that must be filled in is empty. */
  readonly asked: string[];
}

/** What a client sends when a button is pressed. */
export interface Pressed {
  readonly send: ActionData;
  readonly values: Readonly<Record<string, string>>;
}

/** One that can be chosen. */
export interface Choice {
  readonly title: string;
  readonly value: string;
}

/** A card as it comes, with its own values in its inputs. */
export function openCard(card: AdaptiveCard): OpenCard {
  const inputs = inputsOf(card).map(({ id, value }) => [String(id), String(value ?? '')] as const);
  return { card, inputs: new Map(inputs), asked: [] };
}

const list = (value: unknown) => (value ?? []) as CardElement[];

function within(element: CardElement): CardElement[] {
  const parts = [element.items, element.columns].flatMap(list);
  return [element, ...parts.flatMap(within)];
}
const elementsOf = (elements: readonly CardElement[]) => elements.flatMap(within);

function linesOf(element: CardElement): string[] {
  if (element.type === 'TextBlock') return [String(element.text)];
  if (element.type === 'RichTextBlock')
    return [
      list(element.inlines)
        .map(({ text }) => text)
        .join(''),
    ];
  if (element.type === 'FactSet') return list(element.facts).map(({ title, value }) => `${title} ${value}`);
  return element.label ? [String(element.label)] : [];
}

/** All that can be read on it but what stands on buttons, in choices and in inputs: a line for each element. */
export function wordsOf({ card, asked }: OpenCard): string {
  return [...elementsOf(card.body).flatMap(linesOf), ...asked].join('\n');
}

const actionsOf = (elements: readonly CardElement[]) =>
  elements.filter(({ type }) => type === 'ActionSet').flatMap(({ actions }) => list(actions));

function buttonsOf({ card }: OpenCard, beside: string | undefined): CardElement[] {
  const all = elementsOf(card.body);
  if (beside === undefined) return [...actionsOf(all), ...list(card.actions)];
  const rows = all.filter(({ type }) => type === 'ColumnSet');
  const saying = rows.filter((row) => within(row).flatMap(linesOf).join('\n').includes(beside));
  return actionsOf(saying.flatMap(within));
}

/** The titles of its buttons, in order. */
export const buttonTitles = (open: OpenCard) => buttonsOf(open, undefined).map(({ title }) => String(title));

export const hasButton = (open: OpenCard, title: string, beside?: string) =>
  buttonsOf(open, beside).some((one) => one.title === title);

/** Whether it has an input of each label. */
export function asks(open: OpenCard, labels: readonly string[]): boolean {
  const own = inputsOf(open.card).map(({ label }) => withoutMark(String(label)));
  return labels.every((label) => own.includes(label));
}

/** What a search on it carries; undefined of an input that is none. */
export function searchOf({ card }: OpenCard, label: string): string | undefined {
  const input = inputsOf(card).find((one) => withoutMark(String(one.label)) === label);
  return (input?.['choices.data'] as { readonly dataset: string } | undefined)?.dataset;
}

/** Looks up whoever is to be chosen in a search, by the whole name: their values, in the place of their names. */
export async function lookedUp(
  open: OpenCard,
  answers: Answers,
  look: (label: string, typed: string) => Promise<readonly Choice[]>,
): Promise<Answers> {
  const found: Record<string, Answers[string]> = {};
  for (const [label, answer] of Object.entries(answers)) {
    const all = searchOf(open, label) === undefined ? undefined : [answer].flat();
    found[label] = answer;
    for (const [at, title] of (all ?? []).entries()) {
      const one = (await look(label, title)).find((match) => match.title === title);
      if (!one) throw new Error(`“${label}” offers nobody called “${title}”`);
      found[label] = [...(at === 0 ? [] : [found[label] ?? []].flat()), one.value];
    }
  }
  return found;
}

function answerOf(input: CardElement, answer: string | readonly string[]): string {
  const choices = input.choices as readonly Choice[] | undefined;
  if (!choices) return String(answer);
  if (input.style === 'filtered') return [answer].flat().join(',');
  const chosen = [answer].flat().map((title) => {
    const choice = choices.find((one) => one.title === title);
    if (!choice) throw new Error(`“${input.label}” has no choice “${title}”`);
    return choice.value;
  });
  if (chosen.length > 1 && !input.isMultiSelect) throw new Error(`“${input.label}” takes one choice`);
  return chosen.join(',');
}

/** Fills inputs in, by label; choices by their words. @throws when there is no such input, or no room for the text */
export function fillIn(open: OpenCard, answers: Answers): void {
  for (const [label, answer] of Object.entries(answers)) {
    const input = inputsOf(open.card).find((one) => withoutMark(String(one.label)) === label);
    if (!input) throw new Error(`the card has no input “${label}”`);
    const value = answerOf(input, answer);
    if (value.length > Number(input.maxLength ?? 3000)) throw new Error(`“${label}” has no room for that`);
    open.inputs.set(String(input.id), value);
  }
}

/**
 * Presses a button. Undefined when the client sends nothing, since something that must be filled in is not: the card
 * then says so.
 */
export function pressOn(open: OpenCard, title: string, beside?: string): Pressed | undefined {
  const button = buttonsOf(open, beside).find((one) => one.title === title);
  if (!button) throw new Error(`the card has no button “${title}”`);
  const { send } = button.data as { readonly send: ActionData };
  if (button.associatedInputs === 'none') return { send, values: {} };
  const missing = inputsOf(open.card).filter(
    ({ id, isRequired }) => isRequired && !open.inputs.get(String(id)),
  );
  open.asked.splice(0, Number.POSITIVE_INFINITY, ...missing.map(({ errorMessage }) => String(errorMessage)));
  return missing.length > 0 ? undefined : { send, values: Object.fromEntries(open.inputs) };
}
