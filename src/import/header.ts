import type { Fault } from './fault.ts';
import { didYouMean } from './nearest.ts';
import { tidy } from './text.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** "First Name" is first_name. */
const columnName = (heading: string) =>
  tidy(heading)
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/** What separates the cells: whichever makes most of the expected headings of the first line that has any text. */
export function delimiterOf(text: string, columns: readonly string[]): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const known = (delimiter: string) =>
    first.split(delimiter).filter((heading) => columns.includes(columnName(heading.replaceAll('"', ''))))
      .length;
  return DELIMITERS.reduce((best, next) => (known(next) > known(best) ? next : best));
}

/** Which column stands where: by its index, the name; undefined for an empty heading. */
export type Header<Column extends string> = readonly (Column | undefined)[];

/** Matches the headings to `columns`; each missing, unknown or doubled one is a fault. */
export function matchHeader<Column extends string>(
  file: string,
  line: number,
  headings: readonly string[],
  columns: readonly Column[],
): { readonly header: Header<Column>; readonly faults: readonly Fault[] } {
  const names = headings.map(columnName);
  const header = names.map((name) => columns.find((column) => column === name));
  // Without one expected heading the first line is data, which is not to be quoted back.
  if (header.every((column) => column === undefined)) {
    const message = `the first line must name the columns: ${columns.join(', ')}`;
    return { header, faults: [{ file, line, message }] };
  }
  const missing = columns.filter((column) => !names.includes(column));
  const faults: Fault[] = names.flatMap((name, at) => {
    if (name === '') return [];
    if (names.indexOf(name) < at)
      return [{ file, line, column: name, message: 'this column is there twice; keep one of them' }];
    if (header[at] !== undefined) return [];
    // A heading that may be a misspelling is quoted; the rest are only counted, whatever they hold.
    const hint = didYouMean(name, missing);
    const which = hint ? `"${name.slice(0, 40)}" is not a column known here.` : 'not a column known here.';
    const message = `${which}${hint} The columns are ${columns.join(', ')}`;
    return [{ file, line, column: `${at + 1}`, message }];
  });
  const lacking = missing.map((column) => ({
    file,
    line,
    column,
    message: `this column is missing; add it to the first line`,
  }));
  return { header, faults: [...faults, ...lacking] };
}
