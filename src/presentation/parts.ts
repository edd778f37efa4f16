import type { Review } from '../domain/review/review.ts';
import type { Pupil } from '../domain/school/pupil.ts';
import type { School } from '../domain/school/school.ts';
import type { LocalDate } from '../domain/time.ts';
import type { Button } from './buttons.ts';
import { paragraphs } from './labels.ts';
import type { AdaptiveCard, CardElement } from './message.ts';
import { arranged } from './more.ts';
import { type Frame, mapButtons, render } from './render.ts';

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
  /** It says why a day is what it is, in law or guidance: out of sight where a card is `explained`. */
  readonly isReason?: true;
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
  /** Why, where a rule says so: it follows the value, as `reason` does. */
  readonly reason?: string;
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
/** Why a day is what it is, and the source: a card that is `explained` has it in sight only once it is asked for. */
export const reason = (text: string): Run => ({ ...run(text, { subtle: true }), isReason: true });
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

/** What a card made of sections shows. */
export interface Sheet {
  readonly frame: Frame;
  /** Shown on the first page, above the sections. */
  readonly facts?: readonly Fact[];
  readonly sections: readonly Section[];
  /** To the pages before and after this one. */
  readonly paging?: readonly Button[];
  /** What can be done, the main thing first: the first few are shown, the others stand under "More". */
  readonly buttons: readonly Button[];
}

/** A button as the template takes it. */
const asAction = ({ away, ...one }: Button) => ({
  ...one,
  says: one.says ?? one.title,
  mode: away ? 'secondary' : 'primary',
});

const withActions = ({ parts, ...rest }: Section) => ({
  ...rest,
  parts: parts.map(({ lines, beside, below }) => ({
    lines,
    beside: beside.map(asAction),
    below: below.map(asAction),
  })),
});

/** An action without what every client takes for granted. */
function plainAction({ mode, tooltip, ...action }: CardElement): CardElement {
  return {
    ...(action as CardElement),
    ...(tooltip === action.title ? {} : { tooltip }),
    ...(mode === 'secondary' && { mode }),
  };
}

const factInFull = ({ title, value, reason: why }: Fact): Fact => ({
  title,
  value: why === undefined ? value : `${value}: ${why}`,
});

/** The lines without what gives a reason; none is left of a line that is nothing else. */
export function withoutReasons(lines: Part['lines']): Part['lines'] {
  return lines
    .map(({ runs }) => ({ runs: runs.filter(({ isReason }) => !isReason) }))
    .filter(({ runs }, at) => runs.length > 0 || lines[at]?.runs.length === 0);
}

const withoutAnyReason = (sheet: Sheet): Sheet => ({
  ...sheet,
  facts: (sheet.facts ?? []).map(({ title, value }) => ({ title, value })),
  sections: sheet.sections.map((one) => ({
    ...one,
    parts: one.parts.map((each) => ({ ...each, lines: withoutReasons(each.lines) })),
  })),
});

const hasReasons = ({ facts = [], sections }: Sheet): boolean =>
  facts.some(({ reason: why }) => why !== undefined) ||
  sections.some(({ parts }) =>
    parts.some(({ lines }) => lines.some(({ runs }) => runs.some(({ isReason }) => isReason))),
  );

/** The card in short, and in full where there are reasons to leave out: “Why” shows those. */
export function explained(sheet: Sheet): { readonly card: AdaptiveCard; readonly inFull?: AdaptiveCard } {
  const card = sheetCard(withoutAnyReason(sheet));
  return hasReasons(sheet) ? { card, inFull: sheetCard(sheet) } : { card };
}

/** The card of sections that `sheet` describes, on one page. */
export function sheetCard({ frame, facts = [], sections, paging = [], buttons }: Sheet): AdaptiveCard {
  const pages = paging.length > 0 ? [section('', [part([], { below: paging })])] : [];
  const card = render('sections', frame, {
    facts: facts.map(factInFull),
    sections: [...sections, ...pages].map(withActions),
    buttons: arranged(buttons).map(asAction),
  });
  return mapButtons(card, plainAction);
}

/** `notice` as an entry of a frame, where there is one. */
export const noticed = (notice: Notice | undefined): { notice?: Notice } => (notice ? { notice } : {});
