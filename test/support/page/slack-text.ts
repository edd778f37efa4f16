import type { Block } from '../slack-block-kit.ts';
import { nothingLeft, type Run } from './lines.ts';

type Text = Extract<Block, { type: 'section' }>['text'];

const UNESCAPED = { '&lt;': '<', '&gt;': '>', '&amp;': '&' } as const;
const isEscape = (text: string): text is keyof typeof UNESCAPED => Object.hasOwn(UNESCAPED, text);
const unescaped = (text: string) =>
  text.replaceAll(/&\w+;/g, (found) => {
    if (!isEscape(found)) throw new Error(`${found} in markup: no page shows that`);
    return UNESCAPED[found];
  });

/** Slack's markup as runs of words: bold and nothing else. */
function markupRuns(markup: string): Run[] {
  if (/[_~`<>]/.test(markup)) throw new Error('markup that is more than bold: no page shows that');
  return markup.split('*').map((text, at) => ({ text: unescaped(text), bold: at % 2 === 1 }));
}

/** Words to the letter: with `emoji`, Slack would make pictures of some. */
export function plainWords({ type, text, emoji, ...rest }: Extract<Text, { type: 'plain_text' }>): string {
  nothingLeft(type, { ...rest, emoji: emoji === false ? undefined : 'read' });
  return text;
}

export function textRuns(one: Text): Run[] {
  if (one.type === 'plain_text') return [{ text: plainWords(one) }];
  const { type, text, verbatim, ...rest } = one;
  nothingLeft(type, { ...rest, verbatim: verbatim === true ? undefined : 'read' });
  return markupRuns(text);
}
