import type { DueRow } from './due-row.ts';

/*
 * Twenty rows a page, and what a Slack message holds with them: 50 blocks, of which the head, a notice, what is counted and the
 * buttons need up to eight. A row is one of them, or two where its words can't be written beside a button to the letter.
 */
const ROWS = 20;
const BLOCKS = 42;

/** A row, and what stands above it: rows under one heading, of one school, follow each other. */
interface Placed {
  readonly row: DueRow;
  readonly heading: string;
  readonly school: string;
}

const SIMPLE = /^[\p{L}\p{M}\p{N}\s'’.,()&/·:;–-]*$/u;
const blocksOf = ({ head, lines }: DueRow): number =>
  [...head, ...lines.flatMap(({ runs }) => runs)].every(({ text }) => SIMPLE.test(text)) ? 1 : 2;

/** How many blocks come with `one` after `before`: its row, and what heads it where that is something new. */
function added(one: Placed, before: Placed | undefined): number {
  const ofSchool = one.school && one.school !== before?.school ? 1 : 0;
  const headed = one.heading && (ofSchool || one.heading !== before?.heading) ? 1 : 0;
  return blocksOf(one.row) + headed + ofSchool;
}

/** The rows on as few pages as hold them, `most` at most on each; none are no page. */
export function duePages<One extends Placed>(all: readonly One[], most = ROWS): One[][] {
  const pages: One[][] = [];
  let blocks = 0;
  for (const one of all) {
    const here = pages.at(-1);
    const more = added(one, here?.at(-1));
    if (here && here.length < most && blocks + more <= BLOCKS) {
      here.push(one);
      blocks += more;
    } else {
      pages.push([one]);
      blocks = added(one, undefined);
    }
  }
  return pages;
}
