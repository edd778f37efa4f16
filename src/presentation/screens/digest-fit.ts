import type { Button } from '../buttons.ts';
import type { Run } from '../parts.ts';
import { type DigestLine, headOf } from './digest-line.ts';

/** A digest is read between two lessons: it has so many words, with its head and without its buttons. */
const MOST_WORDS = 120;
/** Kept free for what there is more of. */
const FOR_MORE = 14;
/** Few buttons can be pressed at a time; what has none here has them in the list of all. */
const MOST_BUTTONS = 6;

/** How many words there are in `text`: what has a letter or a digit in it. */
export const wordsIn = (text: string): number =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

const wordsOf = (runs: readonly Run[]): number => wordsIn(runs.map(({ text }) => text).join(''));

interface Fitted<Line> {
  readonly shown: readonly Line[];
  readonly left: readonly Line[];
}

/**
 * Which of `lines`, the most pressing first, there is room for beside `taken` words: the first in any case, then what is told
 * once, then the others as long as they fit. `left` has the rest: none is lost.
 */
export function fitting(
  lines: readonly DigestLine[],
  taken: number,
  manySchools: boolean,
): Fitted<DigestLine> {
  const shown = new Set<DigestLine>();
  const heads = new Set<string>();
  let room = MOST_WORDS - FOR_MORE - taken;
  const take = (line: DigestLine, anyway: boolean) => {
    const head = headOf(line, manySchools);
    const words = wordsOf(line.runs) + (heads.has(head) ? 0 : wordsIn(head));
    if (!anyway && words > room) return false;
    room -= words;
    heads.add(head);
    shown.add(line);
    return true;
  };
  for (const line of lines.slice(0, 1)) take(line, true);
  for (const line of lines.slice(1).filter(({ once }) => once)) if (!take(line, false)) break;
  // Not a less pressing one that is shorter in the place of one that is not said.
  for (const line of lines.slice(1).filter(({ once }) => !once)) if (!take(line, false)) break;
  return {
    shown: lines.filter((line) => shown.has(line)),
    left: lines.filter((line) => !shown.has(line)),
  };
}

/** Of lines without buttons to weigh, as many as there is room for beside `taken` words. */
export function asManyAsFit<Line extends { readonly runs: readonly Run[] }>(
  lines: readonly Line[],
  taken: number,
): Fitted<Line> {
  let room = MOST_WORDS - FOR_MORE - taken;
  const until = lines.findIndex(({ runs }) => {
    room -= wordsOf(runs);
    return room < 0;
  });
  return until < 0 ? { shown: lines, left: [] } : { shown: lines.slice(0, until), left: lines.slice(until) };
}

/** How many words lines and the heads above them have. */
export const wordsShown = (lines: readonly DigestLine[], manySchools: boolean): number =>
  [...new Set(lines.map((line) => headOf(line, manySchools)))]
    .map(wordsIn)
    .concat(lines.map(({ runs }) => wordsOf(runs)))
    .reduce((sum, words) => sum + words, 0);

/**
 * The buttons of each line, by its place: all, or few, or one of each, as there is room beside `taken` of them; and if that is
 * still too many, only the most pressing have theirs.
 */
export function buttonsFor(lines: readonly DigestLine[], taken: number): readonly (readonly Button[])[] {
  const room = MOST_BUTTONS - taken;
  const number = (level: 0 | 1 | 2) => lines.reduce((sum, { buttons }) => sum + buttons[level].length, 0);
  const level = ([0, 1] as const).find((one) => number(one) <= room) ?? 2;
  let free = Math.max(1, room);
  return lines.map(({ buttons }) => {
    const own = buttons[level];
    const given = own.length <= free ? own : own.slice(0, free);
    free -= given.length;
    return given;
  });
}
