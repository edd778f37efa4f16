import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Button } from './buttons.ts';
import { paragraphs } from './labels.ts';
import type { ActionData, AdaptiveCard } from './message.ts';
import { type Frame, render } from './render.ts';

/** The result of what was just done, shown at the top of a card. */
export type Notice = NonNullable<Frame['notice']>;

/** A review as a card shows it: `today` is the day at school. */
export interface OfReview {
  readonly review: Review;
  readonly pupil: Pupil;
  readonly school: School;
  readonly today: LocalDate;
  /** All reviews of the pupil; left out, only this one is known. */
  readonly reviews?: readonly Review[];
  readonly notice?: Notice | undefined;
  /** What is to be done at once because of what was just done: it stands above all else. */
  readonly first?: readonly Section[] | undefined;
}

/** A stretch of text in one style. Names and what people typed go here: it is shown to the letter. */
export interface Run {
  readonly text: string;
  readonly weight: 'Default' | 'Bolder';
  readonly subtle: boolean;
  readonly color: 'Default' | 'Attention' | 'Good';
}

/** Lines that belong together, with the buttons that belong to them: one beside, or several below. */
export interface Part {
  readonly lines: readonly { readonly runs: readonly Run[] }[];
  readonly beside: readonly Button[];
  readonly below: readonly Button[];
}

/** A heading (our words), whom it is about where that is a person, and its parts. */
export interface Section {
  readonly heading: string;
  readonly name: string;
  readonly parts: readonly Part[];
}

/** A title and its value, both our own words. */
export interface Fact {
  readonly title: string;
  readonly value: string;
}

const run = (text: string, style: Partial<Run> = {}): Run => ({
  text,
  weight: 'Default',
  subtle: false,
  color: 'Default',
  ...style,
});

/** Words as they are. */
export const plain = (text: string) => run(text);
/** Words that stand out. */
export const bold = (text: string) => run(text, { weight: 'Bolder' });
/** Words that stand back: a label, a reason. */
export const subtle = (text: string) => run(text, { subtle: true });
/** Words in the colour of what is overdue. */
export const urgent = (text: string) => run(text, { color: 'Attention', weight: 'Bolder' });

/** A part of lines, each of one or more runs. */
export function part(
  lines: readonly (readonly Run[])[],
  buttons: Partial<Pick<Part, 'beside' | 'below'>> = {},
): Part {
  return { lines: lines.map((runs) => ({ runs })), beside: [], below: [], ...buttons };
}

/** A section of parts; `name` says whom it is about. */
export const section = (heading: string, parts: readonly Part[], name = ''): Section => ({
  heading,
  name,
  parts,
});

// A client may refuse a longer stretch of text in one block.
const LONGEST_PARAGRAPH = 2800;

function pieces(paragraph: string): string[] {
  if (paragraph.length <= LONGEST_PARAGRAPH) return [paragraph];
  const space = paragraph.lastIndexOf(' ', LONGEST_PARAGRAPH);
  // Without a space to part it at: not between the halves of one character.
  const half = /[\uD800-\uDBFF]/.test(paragraph.charAt(LONGEST_PARAGRAPH - 1)) ? 1 : 0;
  const at = space > 0 ? space + 1 : LONGEST_PARAGRAPH - half;
  return [paragraph.slice(0, at), ...pieces(paragraph.slice(at))];
}

/** What a person typed as lines, a paragraph each; none of it lost, however long. */
export function typed(text: string): Run[][] {
  return paragraphs(text)
    .flatMap(pieces)
    .map((one) => [plain(one)]);
}

/** A person's text with its first paragraph bold, after `before`. */
export function headed(before: string, text: string): Run[][] {
  const [first = [], ...rest] = typed(text);
  return [[bold(`${before}${first.map((one) => one.text).join('')}`)], ...rest];
}

/** A question or label of ours and what a person said to it; nothing where they said nothing. */
export function said(label: string, text: string): Part[] {
  const lines = typed(text);
  return lines.length ? [part([[bold(label)], ...lines])] : [];
}

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
export function pageNumber(about: string | undefined, pages: number): number {
  const asked = Number(/-(\d+)$/.exec(about ?? '')?.[1] ?? 1);
  return Math.min(Math.max(1, asked), Math.max(1, pages));
}

/** Buttons to the pages before and after `page`, where there are any. */
export function pageButtons(page: number, pages: number, to: (page: number) => ActionData): Button[] {
  const previous: Button = { title: 'Previous page', send: to(page - 1), style: 'default' };
  const next: Button = { title: 'Next page', send: to(page + 1), style: 'default' };
  return [...(page > 1 ? [previous] : []), ...(page < pages ? [next] : [])];
}

/** What a card made of sections shows. */
export interface Sheet {
  readonly frame: Frame;
  /** Shown on the first page, above the sections. */
  readonly facts?: readonly Fact[];
  readonly sections: readonly Section[];
  readonly buttons: readonly Button[];
}

/** The card of sections that `sheet` describes, on one page. */
export function sheetCard({ frame, facts = [], sections, buttons }: Sheet): AdaptiveCard {
  return render('sections', frame, { facts, sections, buttons });
}

/** `text` with "Page 2 of 3" after it, where there is more than one page. */
export function withPage(text: string, page: number, pages: number): string {
  return pages > 1 ? `${text} Page ${page} of ${pages}.`.trim() : text;
}

/** `notice` as an entry of a frame, where there is one. */
export const noticed = (notice: Notice | undefined): { notice?: Notice } => (notice ? { notice } : {});

const YEAR: Readonly<Record<string, string>> = {
  N: 'Nursery',
  N1: 'Nursery',
  N2: 'Nursery',
  R: 'Reception',
};

/** "Year 4", "Reception"; anything else as the school writes it. */
export function yearWords(yearGroup: string): string {
  return YEAR[yearGroup.toUpperCase()] ?? (/^\d+$/.test(yearGroup) ? `Year ${yearGroup}` : yearGroup);
}
