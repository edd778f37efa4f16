import type { Button } from './buttons.ts';
import type { ActionData } from './message.ts';
import type { Part, Section } from './parts.ts';

/*
 * Pages. A Slack message holds 50 blocks and about 13,000 characters, each block counting for some. A part becomes one
 * block there, or two when its button cannot stand beside it; the head, the facts and the buttons need room too.
 */
const BLOCKS_A_PAGE = 34;
const CHARACTERS_A_PAGE = 8000;

interface Piece {
  readonly of: Section;
  readonly part: Part;
  readonly blocks: number;
  readonly characters: number;
}

function measured(of: Section, one: Part): Piece {
  const characters = one.lines.reduce(
    (sum, { runs }) => sum + runs.reduce((all, { text }) => all + text.length, 0),
    0,
  );
  const blocks = (one.lines.length ? 1 : 0) + (one.beside.length ? 1 : 0) + (one.below.length ? 1 : 0);
  return { of, part: one, blocks, characters };
}

/** A part too long for what is left of most pages, as several; its buttons stay with the last. */
function splitLong(of: Section, one: Part): Piece[] {
  const whole = measured(of, one);
  if (whole.characters <= CHARACTERS_A_PAGE / 2) return [whole];
  // The first two lines stay together: a label alone at the foot of a page helps nobody.
  const [first, second, ...rest] = one.lines;
  const groups = [[first, second].filter((line) => line !== undefined), ...rest.map((line) => [line])];
  return groups.map((lines, at) => {
    const last = at === groups.length - 1;
    return measured(of, { lines, beside: last ? one.beside : [], below: last ? one.below : [] });
  });
}

const headBlocks = (one: Section) => (one.heading ? 1 : 0) + (one.name ? 1 : 0);

function filled(on: readonly Piece[]): { blocks: number; characters: number } {
  const sections = new Set(on.map((piece) => piece.of));
  const heads = [...sections].reduce((sum, one) => sum + headBlocks(one), 0);
  return {
    blocks: heads + on.reduce((sum, piece) => sum + piece.blocks, 0),
    characters: on.reduce((sum, piece) => sum + piece.characters, 0),
  };
}

function fits(on: readonly Piece[], next: Piece): boolean {
  const { blocks, characters } = filled([...on, next]);
  return on.length === 0 || (blocks <= BLOCKS_A_PAGE && characters <= CHARACTERS_A_PAGE);
}

function asSections(on: readonly Piece[], begun: ReadonlySet<Section>): Section[] {
  const bySection = Map.groupBy(on, (piece) => piece.of);
  return [...bySection].map(([of, some]) => ({
    heading: of.heading && begun.has(of) ? `${of.heading} (continued)` : of.heading,
    name: of.name,
    parts: some.map((piece) => piece.part),
  }));
}

/** The sections on as few pages as hold them, at least one. A section that goes on says so on the next page. */
export function pagesOf(sections: readonly Section[]): Section[][] {
  const all = sections.flatMap((one) => one.parts.flatMap((each) => splitLong(one, each)));
  const pages: Piece[][] = [[]];
  for (const piece of all) {
    const here = pages.at(-1) ?? [];
    if (fits(here, piece)) here.push(piece);
    else pages.push([piece]);
  }
  const begun = new Set<Section>();
  return pages.map((on) => {
    const shown = asSections(on, begun);
    for (const piece of on) begun.add(piece.of);
    return shown;
  });
}

/** The page a button's `about` names ("page-2", "gathered-3"): from 1, the nearest there is. */
function pageNumber(about: string | undefined, pages: number): number {
  const asked = Number(/-(\d+)$/.exec(about ?? '')?.[1] ?? 1);
  return Math.min(Math.max(1, asked), Math.max(1, pages));
}

/** The rows of one page of a list of many, and where that stands. */
interface RowsOnPage<Row> {
  readonly page: number;
  readonly pages: number;
  readonly shown: readonly Row[];
  /** " Showing 11–20 of 31.", or nothing where all are shown. */
  readonly showing: string;
}

/** The rows of the page asked for, from 1, or of the nearest there is. */
export function rowsOnPage<Row>(rows: readonly Row[], asked: number, aPage: number): RowsOnPage<Row> {
  const pages = Math.max(1, Math.ceil(rows.length / aPage));
  const page = Math.min(Math.max(1, Math.trunc(asked) || 1), pages);
  const from = (page - 1) * aPage;
  const shown = rows.slice(from, from + aPage);
  const showing = pages > 1 ? ` Showing ${from + 1}–${from + shown.length} of ${rows.length}.` : '';
  return { page, pages, shown, showing };
}

/** Buttons to the pages before and after `page`, where there are any. */
export function pageButtons(page: number, pages: number, to: (page: number) => ActionData): Button[] {
  const previous: Button = { title: 'Previous page', send: to(page - 1), style: 'default' };
  const next: Button = { title: 'Next page', send: to(page + 1), style: 'default' };
  return [...(page > 1 ? [previous] : []), ...(page < pages ? [next] : [])];
}

/** `text` with "Page 2 of 3" after it, where there is more than one page. */
export function withPage(text: string, page: number, pages: number): string {
  return pages > 1 ? `${text} Page ${page} of ${pages}.`.trim() : text;
}

/** One page of a screen, with what goes with it. */
interface OnPage {
  readonly sections: readonly Section[];
  readonly isFirst: boolean;
  /** The buttons to the pages before and after it. */
  readonly paging: Button[];
  /** A text with the page's number after it, where there are several. */
  readonly numbered: (text: string) => string;
}

/** The page of `sections` that a button's `about` names ("page-2"), the first without one; `to` is what shows a page. */
export function onPage(
  sections: readonly Section[],
  about: string | undefined,
  to: (page: number) => ActionData,
): OnPage {
  const pages = pagesOf(sections);
  const page = pageNumber(about, pages.length);
  return {
    sections: pages[page - 1] ?? [],
    isFirst: page === 1,
    paging: pageButtons(page, pages.length, to),
    numbered: (text) => withPage(text, page, pages.length),
  };
}
