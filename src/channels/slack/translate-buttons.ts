import type { Button, KnownBlock } from '@slack/types';
import type { Row, Submit, Turn } from './card.ts';
import { LIMITS, within } from './limits.ts';
import { type Paragraph, paragraphOf, plain, type Run, richBlock, wordsOf } from './translate-text.ts';

/** The button that opens a form from its own message has this as its action_id; the others are numbered. */
export const OPEN_FORM = 'open-form';

/** The button that brings into its window what is not in sight has this as its action_id. */
const SHOW_MORE = 'show-more';

/** The action_ids of the buttons that take along what stands in their window begin with this. */
const WITH_INPUTS = 'with-inputs-';

/** Whether what stands in its window comes with a press of this button. */
export const takesInputs = (actionId: string): boolean =>
  actionId === SHOW_MORE || actionId.startsWith(WITH_INPUTS);

/** A button. `actionId` tells it from the others of its row; what it does is in its value. */
export function buttonOf(
  title: string,
  send: Readonly<Record<string, string>>,
  style: Submit['style'],
  actionId: string,
): Button {
  const value = JSON.stringify(send);
  within('buttonText', title.length, 'button title');
  within('buttonValue', value.length, 'button data');
  return {
    type: 'button',
    text: plain(title),
    value,
    action_id: actionId,
    ...(style === 'positive' ? { style: 'primary' } : {}),
    ...(style === 'destructive' ? { style: 'danger' } : {}),
  };
}

/** A row of buttons; none when there is none. */
export function buttonsBlock(buttons: readonly Button[]): KnownBlock[] {
  if (buttons.length === 0) return [];
  within('actions', buttons.length, 'buttons in a row');
  return [{ type: 'actions', elements: [...buttons] }];
}

/** What is read out for a button; of one whose words are too long, its title is, as of any other. */
const labelled = (one: Button, label: string | undefined): Button =>
  label === undefined || label.length > LIMITS.buttonLabel ? one : { ...one, accessibility_label: label };

/** The buttons as Slack’s, in order. */
export const buttonsOf = (submits: readonly Submit[]): Button[] =>
  submits.map(({ title, data, style, tooltip, associatedInputs }, index) => {
    const actionId = `${associatedInputs === 'auto' ? WITH_INPUTS : 'press-'}${index}`;
    return labelled(buttonOf(title, data.send, style, actionId), tooltip);
  });

/** The button of a window that brings into it what is not in sight; what stands in its inputs goes with it. */
export const turnBlock = ({ actions: [{ title }] }: Turn): KnownBlock[] =>
  buttonsBlock([buttonOf(title, { do: 'more' }, 'default', SHOW_MORE)]);

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// What Slack's markup would read as something else than words; and a bold stretch needs a space at either side.
const MARKUP = /[*_~`]|:[\w+'-]+:|^[>•]|^[^\S\r\n\u2028\u2029]*&gt;/m;
const EDGED = /^\s|\s$/;

/** One line with bold stretches in Slack's markup, if that says it to the letter; else undefined. */
function boldLine(runs: readonly Run[]): string | undefined {
  let line = '';
  for (const [index, { text, bold, italic }] of runs.entries()) {
    if (italic || MARKUP.test(text) || text.includes('\n')) return undefined;
    if (!bold) {
      line += escaped(text);
      continue;
    }
    const before = runs[index - 1]?.text ?? ' ';
    const after = runs[index + 1]?.text ?? ' ';
    if (EDGED.test(text) || !/\s$/.test(before) || !/^\s/.test(after)) return undefined;
    line += `*${escaped(text)}*`;
  }
  return line;
}

/** A row's words as the text of a section, if its markup can say them to the letter; else undefined. */
function sectionText(paragraphs: readonly Paragraph[]) {
  const styled = paragraphs.some(({ runs }) => runs.some(({ bold, italic }) => bold || italic));
  if (!styled) return plain(paragraphs.map(wordsOf).join('\n'));
  const lines = paragraphs.map(({ runs }) => boldLine(runs));
  if (lines.some((line) => line === undefined)) return undefined;
  return { type: 'mrkdwn' as const, text: lines.join('\n'), verbatim: true };
}

/** A row of words and perhaps a button: side by side where Slack can, else one below the other. */
export function rowBlocks(row: Row): KnownBlock[] {
  const [words, side] = row.columns;
  const paragraphs = words.items.map(paragraphOf).filter((one) => wordsOf(one).trim() !== '');
  const buttons = side ? buttonsOf(side.items[0].actions) : [];
  const text = sectionText(paragraphs);
  if (paragraphs.length > 0 && text && text.text.length <= LIMITS.sectionText) {
    return [{ type: 'section', text, ...(buttons[0] ? { accessory: buttons[0] } : {}) }];
  }
  const lines = paragraphs.flatMap(({ runs }, index) =>
    index === 0 ? runs : [{ text: '\n', bold: false, italic: false, subtle: false }, ...runs],
  );
  return [...(lines.length > 0 ? [richBlock(lines)] : []), ...buttonsBlock(buttons)];
}
