import { didYouMean } from '../domain/language/nearest.ts';
import type { Fault } from './fault.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** What tells headings apart: "First Name" is first_name, "E-mail" is email. */
const headingKey = (heading: string) => heading.toLowerCase().replace(/[\s_"\u00a0\ufeff-]+/g, '');

/** What separates the cells: whichever makes most of the expected headings of the first line that has any text. */
export function delimiterOf(text: string, columns: readonly string[]): string {
  const first = text.split('\n').find((line) => line.trim() !== '') ?? '';
  const keys = new Set(columns.map(headingKey));
  const known = (delimiter: string) =>
    first.split(delimiter).filter((heading) => keys.has(headingKey(heading))).length;
  return DELIMITERS.reduce((best, next) => (known(next) > known(best) ? next : best));
}

/** Which column stands where: by its index, the name; undefined for an empty heading. */
export type Header<Column extends string> = readonly (Column | undefined)[];

/** The columns as a person is told of them: those there must be, then those there may be. */
export function named(required: readonly string[], optional: readonly string[]): string {
  const must = required.join(', ');
  return optional.length > 0 ? `${must}; and, where you have them, ${optional.join(', ')}` : must;
}

/** Matches the headings to the columns; each `required` one that is missing, and each unknown or doubled one, is a fault. */
export function matchHeader<Column extends string>(
  file: string,
  line: number,
  headings: readonly string[],
  required: readonly Column[],
  optional: readonly Column[],
): { readonly header: Header<Column>; readonly faults: readonly Fault[] } {
  const columns = [...required, ...optional];
  const keys = headings.map(headingKey);
  const header = keys.map((key) => columns.find((column) => headingKey(column) === key));
  const all = named(required, optional);
  // Without one expected heading the first line is data, which is not to be quoted back.
  if (header.every((column) => column === undefined)) {
    const message = `the first line must name the columns: ${all}`;
    return { header, faults: [{ file, line, message }] };
  }
  const missing = (of: readonly Column[]) => of.filter((column) => !header.includes(column));
  const odd: Fault[] = headings.flatMap((heading, at) => {
    const column = header[at];
    const twice = column !== undefined && header.indexOf(column) < at;
    if (twice) return [{ file, line, column, message: 'this column is there twice; keep one of them' }];
    if (column !== undefined || keys[at] === '') return [];
    return [{ file, line, column: `${at + 1}`, message: unknownHeading(heading, missing(columns), all) }];
  });
  const lacking = missing(required).map((column) => ({
    file,
    line,
    column,
    message: 'this column is missing; add it to the first line',
  }));
  return { header, faults: [...odd, ...lacking] };
}

// A heading that may be a misspelling is quoted; any other is only counted, whatever it holds.
function unknownHeading(heading: string, missing: readonly string[], all: string): string {
  const hint = didYouMean(heading, missing);
  const what = hint ? `"${heading.slice(0, 40)}" is not a column known here.` : 'not a column known here.';
  return `${what}${hint} The columns are ${all}`;
}
