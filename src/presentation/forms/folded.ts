import { createHash } from 'node:crypto';
import type { Block, Input, ShownLine } from '../../domain/questions/question.ts';
import type { Saying } from '../../domain/questions/saying.ts';
import { FOLD, type Fold, INNER_FOLD, PROPOSED } from '../in-sight.ts';
import type { CardElement } from '../message.ts';
import { questionElements } from '../questions.ts';
import { elements } from '../render.ts';

/*
 * A form shows the few questions that matter; the others stand under "Add more", in the card though not in sight. One of
 * proposals says what is proposed, and all of its questions stand under "Change".
 */

/** What is known of an input, by its id, when a form is shown. */
export interface Standing {
  /** It is to be in sight: somebody has just typed it, or something is to be said of it. */
  isInSight(id: string): boolean;
  /** Something stands in it. */
  isFilled(id: string): boolean;
  /** That is more than a suggestion. */
  isAnswered(id: string): boolean;
}

const isInput = (block: Block): block is Input => block.kind !== 'lines' && block.kind !== 'group';

/** Whether an input that is not among the few that matter stands where it is asked all the same: its answer is needed, or was. */
function isInPlace({ id, more, needed }: Input, { isInSight, isFilled, isAnswered }: Standing): boolean {
  if (more === 'in-place') return isInSight(id) || isAnswered(id);
  return needed !== '' && !isFilled(id);
}

/** The inputs that stand under "Add more", in order. */
function belowIn(blocks: readonly Block[], standing: Standing): readonly Input[] {
  return blocks.flatMap((block): readonly Input[] => {
    if (block.kind === 'group') return belowIn(block.blocks, standing);
    return !isInput(block) || block.more === undefined || isInPlace(block, standing) ? [] : [block];
  });
}

/** The blocks but for those below "Add more"; where one of those may turn out to be needed, that is said at what makes it so. */
function without(blocks: readonly Block[], below: ReadonlySet<Block>, aheads: Aheads): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (below.has(block)) return [];
    if (block.kind === 'group') return [{ ...block, blocks: without(block.blocks, below, aheads) }];
    const said = isInput(block) ? (aheads.get(block.id) ?? []) : [];
    return said.length === 0
      ? [block]
      : [block, { kind: 'lines', lines: said.map((text) => [{ text, weight: 'subtle' as const }]) }];
  });
}

/** What is said below an input, by its id. */
type Aheads = ReadonlyMap<string, readonly string[]>;

const aheadsIn = (below: readonly Input[]): Aheads =>
  new Map(
    [...Map.groupBy(below, ({ ahead }) => ahead?.below ?? '')].map(([id, some]) => [
      id,
      [...new Set(some.flatMap(({ ahead }) => ahead?.say ?? []))],
    ]),
  );

const turned = (title: string, fold: Fold, turns: readonly string[], inside: readonly CardElement[]) =>
  elements('more', { title, ...fold, turns: [fold.turn, ...turns, fold.more] }).map((one) =>
    one.id === fold.more ? { ...one, items: inside } : one,
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
 * What a form asks, with what is not among the few that matter under "Add more": under "See the rest" where it was answered before.
 * Where one of those is to be in sight, they all are, and there is nothing to open.
 */
export function withMoreBelow(
  blocks: readonly Block[],
  standing: Standing,
  fold: Fold = FOLD,
): readonly CardElement[] {
  const below = belowIn(blocks, standing);
  const isOpen = below.some(({ id }) => standing.isInSight(id));
  const aheads = aheadsIn(isOpen ? [] : below);
  const first = questionElements(without(blocks, new Set(below), aheads));
  if (below.length === 0) return first;
  const more = questionElements(below);
  if (isOpen) return [...first, ...more];
  const isAnswered = below.some(({ id }) => standing.isAnswered(id));
  return [...first, ...turned(isAnswered ? 'See the rest' : 'Add more', fold, [], more)];
}

/** What is proposed, in lines to read; what is asked stands under "Change", in the place of these lines. */
export function asProposed(
  lines: readonly ShownLine[],
  blocks: readonly Block[],
  standing: Standing,
): readonly CardElement[] {
  const proposed: CardElement = {
    type: 'Container',
    id: PROPOSED,
    items: questionElements([{ kind: 'lines', lines }]),
  };
  return [proposed, ...turned('Change', FOLD, [PROPOSED], withMoreBelow(blocks, standing, INNER_FOLD))];
}
