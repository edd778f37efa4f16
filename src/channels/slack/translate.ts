import type { KnownBlock, ModalView } from '@slack/types';
import type { ActionData, CardMessage } from '../../presentation/message.ts';
import {
  type Container,
  type Element,
  holdsFolded,
  holdsInput,
  isContainer,
  isInput,
  isTextual,
  isTurn,
  type ReadCard,
  readCard,
  type Submit,
} from './card.ts';
import { withCommands } from './command.ts';
import { Untranslatable, within } from './limits.ts';
import { buttonOf, buttonsBlock, buttonsOf, OPEN_FORM, rowBlocks, turnBlock } from './translate-buttons.ts';
import { inputBlock } from './translate-inputs.ts';
import { paragraphOf, plain, quoteBlock, textBlocks } from './translate-text.ts';

/** A message as Slack's methods take it. `text` is what a locked phone shows. */
export interface SlackMessage {
  readonly text: string;
  readonly blocks: KnownBlock[];
}

/** What a window carries along, besides its card. */
export interface ModalContext {
  /** Where its answer belongs; comes back with the answer as `origin` of `Metadata`. */
  readonly origin: unknown;
  /** Whether a form's other buttons stand in its message, and so not in the window. */
  readonly sideInMessage?: boolean;
  /** Closing it closes what lies beneath it too. */
  readonly closesAll?: boolean;
  /**
   * Ends its inputs' block ids. In a window that takes another's place Slack keeps what was typed in blocks of the same
   * id, so a further form needs ids of its own to begin empty.
   */
  readonly blockSuffix?: string;
  /** A name of our own to update it by. */
  readonly externalId?: string;
}

/** What sends a window’s form. */
interface Sending {
  readonly title: string;
  readonly send: ActionData;
}

/** What `private_metadata` holds, as JSON: what sending the window's form does, and where its answer belongs. */
interface Metadata {
  readonly send?: ActionData;
  readonly origin: unknown;
}

function containerBlocks(container: Container): KnownBlock[] {
  const { style = 'default', items, isVisible = true } = container;
  // Slack can hide nothing: its window gets it when it is asked for.
  if (!isVisible) return [];
  const headed = items.some((one) => one.type === 'TextBlock' && one.style === 'heading');
  // A heading sets a container off as well as a bar would, and Slack has no heading beside a bar.
  if (style === 'default' || (headed && ['emphasis', 'accent'].includes(style))) return blocksOf(items);
  const blocks: KnownBlock[] = [];
  for (let index = 0; index < items.length; ) {
    const rest = items.slice(index);
    const end = rest.findIndex((one) => !isTextual(one));
    const texts = (end === -1 ? rest : rest.slice(0, end)).filter(isTextual);
    blocks.push(...quoteBlock(texts.map(paragraphOf), style));
    const other = rest[texts.length];
    if (other) blocks.push(...blocksOf([other]));
    index += texts.length + (other ? 1 : 0);
  }
  return blocks;
}

function elementBlocks(one: Element): KnownBlock[] {
  if (isContainer(one)) return containerBlocks(one);
  if (isInput(one)) return [inputBlock(one)];
  if (isTextual(one)) return textBlocks(paragraphOf(one));
  if (isTurn(one)) return turnBlock(one);
  return one.type === 'ColumnSet' ? rowBlocks(one) : buttonsBlock(buttonsOf(one.actions));
}

function blocksOf(elements: readonly Element[]): KnownBlock[] {
  const blocks: KnownBlock[] = [];
  for (const one of elements) {
    const made = elementBlocks(one);
    if (one.separator && made.length > 0 && blocks.length > 0) blocks.push({ type: 'divider' });
    blocks.push(...made);
  }
  return blocks;
}

/** The button that sends a form's inputs, and those that stand beside it. */
function formActions({ actions }: ReadCard): { main: Submit; side: Submit[] } {
  const [main, ...side] = actions;
  if (!main || main.associatedInputs === 'none')
    throw new Untranslatable('form: its first button sends the inputs');
  if (side.some(({ associatedInputs }) => associatedInputs === undefined)) {
    throw new Untranslatable('form: a button beside its first says whether it takes the inputs along');
  }
  return { main, side };
}

function readForm(message: CardMessage): ReadCard & { readonly isForm: boolean } {
  const card = readCard(message.card);
  const isForm = card.body.some(holdsInput);
  if (isForm !== (message.form !== undefined)) {
    throw new Untranslatable(isForm ? 'a card with inputs has a form' : 'a card without inputs has no form');
  }
  return { ...card, isForm };
}

/** All text in blocks, and 50 for each: as near as is known to how Slack weighs a message. */
function weightOf(blocks: readonly KnownBlock[]): number {
  const text = (value: unknown): number => {
    if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + text(one), 0);
    if (typeof value !== 'object' || value === null) return 0;
    return Object.entries(value).reduce(
      (sum, [key, inner]) => sum + (key === 'text' && typeof inner === 'string' ? inner.length : text(inner)),
      0,
    );
  };
  return text(blocks) + 50 * blocks.length;
}

/**
 * A card as a Slack message. A form becomes the text above its first input, and a button that opens it.
 * @throws {Untranslatable} for anything outside docs/cards.md or over a limit of Slack's
 */
export function toMessage(message: CardMessage): SlackMessage {
  const card = readForm(message);
  const blocks = message.form ? formMessage(card, message.form) : cardBlocks(card);
  within('messageBlocks', blocks.length, 'message blocks');
  within('messageWeight', weightOf(blocks), 'message');
  within('messageText', message.notification.length, 'notification');
  return { text: withCommands(message.notification), blocks };
}

/**
 * A card without inputs, as blocks.
 * @throws {Untranslatable} for a form, or anything outside docs/cards.md
 */
export function blocksIn(message: CardMessage): KnownBlock[] {
  const card = readForm(message);
  if (card.isForm) throw new Untranslatable('a form is shown in a window');
  return cardBlocks(card);
}

const cardBlocks = (card: ReadCard) => [...blocksOf(card.body), ...buttonsBlock(buttonsOf(card.actions))];

function formMessage(card: ReadCard, form: NonNullable<CardMessage['form']>): KnownBlock[] {
  const { side } = formActions(card);
  const above = card.body.slice(0, card.body.findIndex(holdsInput)).filter((one) => !isTurn(one));
  const open = buttonOf(form.open, form.data, 'positive', OPEN_FORM);
  return [...blocksOf(above), ...buttonsBlock([open, ...buttonsOf(side)])];
}

/**
 * A card as a Slack window: a form with its button to send, or any other card with only a button to close.
 * @throws {Untranslatable} for anything outside docs/cards.md or over a limit of Slack's
 */
export function toModal(message: CardMessage, context: ModalContext): ModalView {
  const card = readForm(message);
  const { main, side } = card.isForm ? formActions(card) : { main: undefined, side: card.actions };
  distinctInputs(card.body);
  const title = message.form?.title ?? 'Review';
  // A window is left by its own Cancel.
  const beside = main ? side.filter(({ data }) => data.send.leaves !== 'form') : side;
  const buttons = main && context.sideInMessage ? [] : buttonsOf(beside);
  const body = suffixed(blocksOf(card.body), context.blockSuffix ?? '');
  const blocks = [...body, ...buttonsBlock(buttons)];
  const folded = card.body.some(holdsFolded);
  if (main) within('submit', main.title.length, 'form: its button to send');
  return window(title, blocks, context, main && sentOf(main, folded));
}

/** What sends a window; with a word that some of its inputs are not in it, so that they are not taken for empty. */
function sentOf({ title, data }: Submit, folded: boolean): Sending {
  const { folded: _, ...send } = data.send;
  return { title, send: { ...send, ...(folded && { folded: 'yes' }) } as ActionData };
}

function suffixed(blocks: readonly KnownBlock[], suffix: string): KnownBlock[] {
  return blocks.map((block) => {
    if (block.type !== 'input') return block;
    const id = `${block.block_id}${suffix}`;
    within('id', id.length, 'input id');
    return { ...block, block_id: id };
  });
}

function distinctInputs(elements: readonly Element[], seen = new Set<string>()): void {
  for (const one of elements) {
    if (isContainer(one)) distinctInputs(one.items, seen);
    else if (isInput(one)) {
      if (seen.has(one.id)) throw new Untranslatable(`${one.id}: two inputs have this id`);
      seen.add(one.id);
    }
  }
}

/** A message of one sentence in our own words, about nobody. */
export function noticeMessage(sentence: string): SlackMessage {
  return { text: sentence, blocks: [{ type: 'section', text: plain(sentence) }] };
}

/** A window that says one thing in our own words. */
export function noticeModal(title: string, words: readonly string[], context: ModalContext): ModalView {
  const blocks = words.map((text): KnownBlock => ({ type: 'section', text: plain(text) }));
  return window(title, blocks, context);
}

function window(title: string, blocks: KnownBlock[], context: ModalContext, main?: Sending): ModalView {
  const metadata: Metadata = {
    ...(main ? { send: main.send } : {}),
    origin: context.origin,
  };
  const view: ModalView = {
    type: 'modal',
    callback_id: 'card',
    title: plain(title),
    ...(main ? { submit: plain(main.title) } : {}),
    close: plain(main ? 'Cancel' : 'Close'),
    blocks,
    private_metadata: JSON.stringify(metadata),
    ...(context.closesAll ? { clear_on_close: true } : {}),
    ...(context.externalId ? { external_id: context.externalId } : {}),
  };
  within('title', title.length, 'form title');
  within('viewBlocks', blocks.length, 'window blocks');
  within('privateMetadata', view.private_metadata?.length ?? 0, 'window metadata');
  within('viewBytes', Buffer.byteLength(JSON.stringify(view)), 'window');
  return view;
}
