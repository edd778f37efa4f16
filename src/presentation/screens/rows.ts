import type { Button } from '../buttons.ts';
import type { Run } from '../parts.ts';

/** Something to be done, or settled, as a list has it. */
export interface Row {
  /** Heads the rows from this one on; '' where nothing new begins. */
  readonly heading: string;
  readonly what: string;
  readonly lines: readonly { readonly runs: readonly Run[] }[];
  readonly buttons: readonly Button[];
}

// A page holds so many rows and so much text: what an action says is typed by people, up to 1,000 characters.
const CHARACTERS_A_PAGE = 8000;

const charactersOf = (rows: readonly Row[]) =>
  rows
    .flatMap(({ lines }) => lines.flatMap(({ runs }) => runs))
    .reduce((sum, { text }) => sum + text.length, 0);

/** The rows on as few pages as hold them, `most` at most on each. */
export function pagesOfRows(rows: readonly Row[], most: number): Row[][] {
  const pages: Row[][] = [[]];
  for (const row of rows) {
    const here = pages.at(-1) ?? [];
    const full = here.length >= most || charactersOf([...here, row]) > CHARACTERS_A_PAGE;
    if (full && here.length > 0) pages.push([row]);
    else here.push(row);
  }
  return pages;
}

/** The rows with the first button of all as the main one. */
export function withMain(rows: readonly Row[]): Row[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const [main, ...rest] = first.buttons;
  const buttons: Button[] = main ? [{ ...main, style: 'positive' }, ...rest] : [];
  return [{ ...first, buttons }, ...others];
}
