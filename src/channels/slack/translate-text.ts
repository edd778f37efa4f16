import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Textual } from './card.ts';
import { withCommands } from './command.ts';
import { LIMITS, Untranslatable, within } from './limits.ts';

/** Words in one look. */
export interface Run {
  readonly text: string;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly subtle: boolean;
}

/** A stretch of words that stands by itself. */
export interface Paragraph {
  readonly runs: readonly Run[];
  readonly heading: boolean;
  /** Whether its words are ours, so that Markdown in them would be meant. */
  readonly ours: boolean;
}

const run = (text: string, bold = false, italic = false, subtle = false): Run => ({
  text,
  bold,
  italic,
  subtle,
});

// Teams would make these bold, a link, a list; Slack shows them as they are, so our own words do without.
const MARKDOWN = /\*\*|__|\]\(|^[^\S\r\n\u2028\u2029]*(?:[-*+]|\d+\.)\s|^#/m;

function ourWords(text: string): string {
  if (MARKDOWN.test(text)) throw new Untranslatable('TextBlock: Markdown reads differently in each chat');
  return withCommands(text);
}

function factRuns(facts: readonly { title: string; value: string }[]): Run[] {
  return facts.flatMap(({ title, value }, index) => [
    run(`${index === 0 ? '' : '\n'}${title}: `, true),
    run(value),
  ]);
}

/** What a text element says, without its place. Runs without text are left out: Slack refuses them. */
export function paragraphOf(one: Textual): Paragraph {
  if (one.type === 'FactSet') return { runs: factRuns(one.facts), heading: false, ours: true };
  if (one.type === 'RichTextBlock') {
    const runs = one.inlines
      .filter(({ text }) => text !== '')
      .map(({ text, weight, italic, isSubtle }) =>
        run(text, weight === 'bolder', italic === true, isSubtle === true),
      );
    return { runs, heading: false, ours: false };
  }
  const heading = one.style === 'heading';
  const runs =
    one.text === '' ? [] : [run(ourWords(one.text), one.weight === 'bolder', false, one.isSubtle === true)];
  return { runs, heading, ours: true };
}

/** Words in which nothing is read as a sign. */
export const plain = (text: string) => ({ type: 'plain_text' as const, text, emoji: false });

/** A paragraph’s words, without their looks. */
export const wordsOf = ({ runs }: Paragraph) => runs.map(({ text }) => text).join('');

const isPlain = ({ runs }: Paragraph) => runs.every(({ bold, italic }) => !bold && !italic);

/** A run as rich text, which Slack shows to the letter: no Markdown, links, mentions or emoji are read in it. */
function richElement({ text, bold, italic }: Run): RichTextElement {
  const style = { ...(bold ? { bold } : {}), ...(italic ? { italic } : {}) };
  return Object.keys(style).length > 0 ? { type: 'text', text, style } : { type: 'text', text };
}

/** A paragraph as a block, each run in its look. */
export function richBlock(runs: readonly Run[]): KnownBlock {
  return {
    type: 'rich_text',
    elements: [{ type: 'rich_text_section', elements: runs.map(richElement) }],
  };
}

/** A paragraph as a block; none when it has no words. Nothing in it is read as markup. */
export function textBlocks(paragraph: Paragraph): KnownBlock[] {
  const words = wordsOf(paragraph);
  if (words.trim() === '') return [];
  if (paragraph.heading) {
    within('headerText', words.length, 'heading');
    return [{ type: 'header', text: plain(words) }];
  }
  const subtle = paragraph.runs.every((one) => one.subtle);
  if (subtle && isPlain(paragraph) && words.length <= LIMITS.contextText) {
    return [{ type: 'context', elements: [plain(words)] }];
  }
  if (paragraph.ours && isPlain(paragraph)) {
    within('sectionText', words.length, 'TextBlock');
    return [{ type: 'section', text: plain(words) }];
  }
  return [richBlock(paragraph.runs)];
}

/** A sign that stands for a container's colour, for those who don't see it. */
const SIGN: Readonly<Record<string, string>> = { good: '✓ ', warning: '▲ ', attention: '▲ ' };

/** Paragraphs set off from the rest by a bar at their left, as a coloured container sets them off in Teams. */
export function quoteBlock(paragraphs: readonly Paragraph[], style: string): KnownBlock[] {
  const said = paragraphs.filter((one) => wordsOf(one).trim() !== '');
  if (said.length === 0) return [];
  const runs = said.flatMap((one, index) => [
    ...(index === 0 ? [] : [run('\n')]),
    ...one.runs.map((each) => (one.heading ? { ...each, bold: true } : each)),
  ]);
  const sign = SIGN[style];
  const elements = (sign ? [run(sign, true), ...runs] : runs).map(richElement);
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_quote', elements }] }];
}
