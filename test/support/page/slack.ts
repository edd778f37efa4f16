import { z } from 'zod';
import { type Block, checkMessage, checkModal } from '../slack-block-kit.ts';
import { buttonLine, headingLines, nothingLeft, SEPARATOR, textLines } from './lines.ts';
import { slackQuestion } from './slack-questions.ts';
import { plainWords, textRuns } from './slack-text.ts';

type Of<Type extends Block['type']> = Extract<Block, { type: Type }>;
type Accessory = NonNullable<Of<'section'>['accessory']>;

const STYLES = { primary: 'main', danger: 'destructive' } as const;

function button(one: Accessory, inWindow: boolean): string {
  const { type, text, action_id, value, style, accessibility_label: label, ...rest } = one;
  nothingLeft(type, rest);
  const opens = action_id === 'open-form';
  // The others are told apart by a number, and found by what they carry.
  const takes = action_id === 'show-more' || /^with-inputs-\d$/.test(action_id);
  if (!opens && !takes && !/^press-\d$/.test(action_id)) throw new Error(`${action_id}: no page shows that`);
  return buttonLine({
    title: plainWords(text),
    send: JSON.parse(value),
    style: style && STYLES[style],
    label,
    notes: [
      ...(opens ? ['opens the window'] : []),
      ...(inWindow ? [takes ? 'with the answers' : 'without the answers'] : []),
    ],
  });
}

function richLines(elements: Of<'rich_text'>['elements']): string[] {
  return elements.flatMap(({ type, elements: runs, ...rest }) => {
    nothingLeft(type, rest);
    const words = runs.map(({ type: run, text, style = {}, ...more }) => {
      const { bold, italic, ...others } = style;
      nothingLeft(run, { ...more, ...others });
      return { text, bold, italic };
    });
    return textLines(words).map((line) => (type === 'rich_text_quote' ? `> ${line}` : line));
  });
}

/** What a block shows, and what of it no line would show. */
function shownOf(block: Exclude<Block, Of<'input'>>, inWindow: boolean): [lines: string[], rest: object] {
  switch (block.type) {
    case 'header': {
      const { type, text, ...rest } = block;
      return [headingLines(plainWords(text)), rest];
    }
    case 'divider': {
      const { type, ...rest } = block;
      return [[SEPARATOR], rest];
    }
    case 'section': {
      const { type, text, accessory, ...rest } = block;
      return [[...textLines(textRuns(text)), ...(accessory ? [button(accessory, inWindow)] : [])], rest];
    }
    case 'context': {
      const { type, elements, ...rest } = block;
      return [elements.flatMap((text) => textLines(textRuns(text))), rest];
    }
    case 'actions': {
      const { type, elements, ...rest } = block;
      return [elements.map((one) => button(one, inWindow)), rest];
    }
    case 'rich_text': {
      const { type, elements, ...rest } = block;
      return [richLines(elements), rest];
    }
  }
}

function blockLines(block: Block, inWindow: boolean): string[] {
  if (block.type === 'input') return slackQuestion(block);
  const [lines, rest] = shownOf(block, inWindow);
  nothingLeft(block.type, rest);
  return lines;
}

/**
 * What Slack shows of a message, from top to bottom.
 * @throws {Error} for anything in it that Slack refuses, or that no line would show
 */
export function messageLines(candidate: unknown): {
  readonly notification: string;
  readonly lines: string[];
} {
  const { text, blocks, ...rest } = checkMessage(candidate);
  nothingLeft('message', rest);
  return { notification: text, lines: blocks.flatMap((block) => blockLines(block, false)) };
}

const metadata = z.strictObject({ send: z.unknown(), origin: z.strictObject({}) });

/**
 * What Slack shows of a form's window, from top to bottom.
 * @throws {Error} for anything in it that Slack refuses, or that no line would show
 */
export function windowLines(candidate: unknown): string[] {
  const { type, callback_id, title, submit, close, private_metadata, blocks, ...rest } =
    checkModal(candidate);
  nothingLeft(type, { ...rest, callback_id: callback_id === 'card' ? undefined : 'another' });
  if (!submit || !close || !private_metadata)
    throw new Error('a window that sends nothing: no page shows that');
  const { send } = metadata.parse(JSON.parse(private_metadata));
  return [
    `Window “${plainWords(title)}”, left by [${plainWords(close)}]`,
    ...blocks.flatMap((block) => blockLines(block, true)),
    buttonLine({ title: plainWords(submit), send, style: 'main', notes: ['with the answers'] }),
  ];
}
