import type { Block, Input, ShownLine } from '../domain/questions/question.ts';
import type { CardElement } from './message.ts';
import { elements } from './render.ts';

/** What a question's template needs besides what every input has. */
function ofKind(input: Input): object {
  if (input.kind === 'text') return { longest: input.longest, many: input.lines === 'many' };
  if (input.kind !== 'choice') return {};
  const { options, listed = options, several, list } = input;
  if (list === 'search') return { options: [], several, list: 'filtered' };
  return { options: listed, several, list };
}

/** A property a template has for all, left out where this question says nothing by it. */
const isSaid = ([, value]: readonly [string, unknown]) => value !== '' && value !== false;

const trimmed = (element: CardElement): CardElement => ({
  type: element.type,
  ...Object.fromEntries(Object.entries(element).filter(isSaid)),
});

function lineElements(lines: readonly ShownLine[]): readonly CardElement[] {
  const data = lines.map((runs, at) => ({
    spacing: at === 0 ? '' : 'None',
    runs: runs.map(({ text, weight }) => ({
      text,
      weight: weight === 'bold' ? 'Bolder' : '',
      isSubtle: weight === 'subtle',
    })),
  }));
  return elements('question-lines', { lines: data }).map((line) => ({
    ...trimmed(line),
    inlines: (line.inlines as readonly CardElement[]).map(trimmed),
  }));
}

/** The card elements of what questions show and ask: one template a kind, `cards/question-<kind>.json`. */
export function questionElements(blocks: readonly Block[]): readonly CardElement[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'lines') return lineElements(block.lines);
    if (block.kind === 'group') {
      const group = elements('question-group', { separator: block.separator });
      return group.map((one) => ({ ...trimmed(one), items: questionElements(block.blocks) }));
    }
    const { id, label, hint, needed } = block;
    const data = { id, label, hint, needed, isNeeded: needed !== '', ...ofKind(block) };
    return elements(`question-${block.kind}`, data).map(trimmed);
  });
}
