import { CsvError, parse } from 'csv-parse/sync';
import { tidy } from '../domain/language/tidy.ts';
import type { Fault } from './fault.ts';
import { delimiterOf, type Header, matchHeader, named } from './header.ts';
import { MOST_ROWS } from './limits.ts';

/** One row of a sheet: its cells by column, tidied, and the line it begins on. */
export interface Row<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

/** A file as a sheet: its rows, and what is wrong with it. */
export interface Sheet<Column extends string> {
  readonly rows: readonly Row<Column>[];
  readonly faults: readonly Fault[];
}

interface Raw {
  readonly line: number;
  readonly cells: readonly string[];
}

const lineEnds = (cells: readonly string[]) => cells.join('').split('\n').length - 1;

const BROKEN_QUOTES =
  'a quotation mark is not closed, or stands inside a cell; put the whole cell in quotation marks and double those in it ("a 30 cm ""jumbo"" ruler")';

/** The sheet's lines as they stand, blank ones skipped; it ends at the first broken quotation mark. */
function readLines(file: string, text: string, delimiter: string): { lines: Raw[]; faults: Fault[] } {
  const lines: Raw[] = [];
  let end = 0;
  try {
    parse(text, {
      delimiter,
      trim: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      skip_records_with_empty_values: true,
      // With the headings, and one to see that there are too many.
      to: MOST_ROWS + 2,
      on_record: (cells: string[], { lines: last }) => {
        end = last;
        lines.push({ line: last - lineEnds(cells), cells: cells.map(tidy) });
        return null;
      },
    });
    return { lines, faults: [] };
  } catch (error) {
    // Said in our own words: csv-parse's quote the cell.
    if (!(error instanceof CsvError)) throw error;
    const { code, lines: found } = error as CsvError & { readonly lines?: number };
    // A mark that is never closed is found out at the end of the file, and stands after the last line that was read.
    const line = code === 'CSV_QUOTE_NOT_CLOSED' || found === undefined ? end + 1 : found;
    return { lines, faults: [{ file, line, message: BROKEN_QUOTES }] };
  }
}

// A line that is too short is left to the checks of its cells: Excel leaves out the commas of empty cells at its end.
function strayFault(file: string, { line, cells }: Raw, header: Header<string>): Fault | undefined {
  if (!cells.some((cell, at) => cell !== '' && header[at] === undefined)) return undefined;
  const message =
    'there is text in a cell that has no heading; a cell with a comma in it needs quotation marks around it';
  return { file, line, message };
}

/**
 * Reads a sheet whose first line names the `required` columns and any of the `optional` ones, in any order, with `,`, `;` or tabs
 * between its cells; the cells of a column that is not there are empty. Faults are of the sheet's shape; what stands in the
 * cells is for the caller to check.
 */
export function readSheet<Column extends string>(
  file: string,
  text: string,
  required: readonly Column[],
  optional: readonly Column[] = [],
): Sheet<Column> {
  const columns = [...required, ...optional];
  const { lines, faults: broken } = readLines(file, text, delimiterOf(text, columns));
  const [first, ...rest] = lines;
  if (!first) {
    const message = `the file is empty; its first line must name the columns: ${named(required, optional)}`;
    return { rows: [], faults: broken.length > 0 ? broken : [{ file, line: 1, message }] };
  }
  if (rest.length > MOST_ROWS) {
    const message = `this has more than ${MOST_ROWS.toLocaleString('en-GB')} rows; one school has fewer`;
    return { rows: [], faults: [{ file, message }] };
  }
  const { header, faults } = matchHeader(file, first.line, first.cells, required, optional);
  if (faults.length > 0) return { rows: [], faults: [...faults, ...broken] };

  const strays = rest.flatMap((raw) => strayFault(file, raw, header) ?? []);
  const faulty = new Set(strays.map(({ line }) => line));
  const byColumn = (cells: readonly string[]) =>
    Object.fromEntries(columns.map((column) => [column, cells[header.indexOf(column)] ?? '']));
  const rows = rest
    .filter(({ line }) => !faulty.has(line))
    .map(({ line, cells }) => ({ line, cells: byColumn(cells) as Record<Column, string> }));
  return { rows, faults: [...strays, ...broken] };
}
