import { createHash } from 'node:crypto';
import type { Block, Input, ShownLine } from '../../domain/questions/question.ts';
import type { Saying } from '../../domain/questions/saying.ts';
import { MORE, PROPOSED, TURN } from '../in-sight.ts';
import type { CardElement } from '../message.ts';
import { questionElements } from '../questions.ts';
import { elements } from '../render.ts';

/*
 * A form shows the few questions that matter; the others stand under "Add more", in the card though not in sight. One of
 * proposals says what is proposed, and all of its questions stand under "Change".
 */

/** Says of an input, by its id, that something stands in it or is to be said of it: then it is in sight. */
export type IsInSight = (id: string) => boolean;

const isInput = (block: Block): block is Input => block.kind !== 'lines' && block.kind !== 'group';

/** The inputs that stand under "Add more", in order. */
function belowIn(blocks: readonly Block[], inSight: IsInSight): readonly Input[] {
  return blocks.flatMap((block): readonly Input[] => {
    if (block.kind === 'group') return belowIn(block.blocks, inSight);
    if (!isInput(block) || block.more === undefined) return [];
    return block.more === 'in-place' && inSight(block.id) ? [] : [block];
  });
}

function without(blocks: readonly Block[], some: ReadonlySet<Block>): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (some.has(block)) return [];
    return block.kind === 'group' ? [{ ...block, blocks: without(block.blocks, some) }] : [block];
  });
}

const turned = (title: string, turns: readonly string[], inside: readonly CardElement[]) =>
  elements('more', { title, turns: [TURN, ...turns, MORE] }).map((one) =>
    one.id === MORE ? { ...one, items: inside } : one,
  );

/** What a form proposes, as a print that says nothing of what it is of. */
export function proposalPrint<Subject>(
  { suggests, values }: Pick<Saying<Subject>, 'suggests' | 'values'>,
  subject: Subject,
  once = '',
): string {
  const standing = Object.entries({ ...suggests?.(subject), ...values?.(subject) });
  return createHash('sha256')
    .update(JSON.stringify([once, standing]))
    .digest('base64url')
    .slice(0, 12);
}

/**
 * What a form asks, with what is not among the few that matter under "Add more". Where one of those is to be in sight, they all
 * are, and there is nothing to open.
 */
export function withMoreBelow(blocks: readonly Block[], inSight: IsInSight): readonly CardElement[] {
  const below = belowIn(blocks, inSight);
  const first = questionElements(without(blocks, new Set(below)));
  if (below.length === 0) return first;
  const more = questionElements(below);
  return below.some(({ id }) => inSight(id))
    ? [...first, ...more]
    : [...first, ...turned('Add more', [], more)];
}

/** What is proposed, in lines to read; all that is asked stands under "Change", in the place of these lines. */
export function asProposed(lines: readonly ShownLine[], blocks: readonly Block[]): readonly CardElement[] {
  const proposed: CardElement = {
    type: 'Container',
    id: PROPOSED,
    items: questionElements([{ kind: 'lines', lines }]),
  };
  return [proposed, ...turned('Change', [PROPOSED], questionElements(blocks))];
}
