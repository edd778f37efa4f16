import { CsvError, parse } from 'csv-parse/sync';
import { tidy } from '../../domain/language/tidy.ts';
import { type Table, type TableRow, tableOf, Unreadable } from './table.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How many lines are looked at to find out what separates the cells. */
const LOOKED_AT = 40;

const BROKEN_QUOTES =
  'a quotation mark is not closed, or stands inside a cell; put the whole cell in quotation marks and double those in it';

/** What a first line as `sep=;` says: Excel reads it, and writes it, as an order and not as a row. */
const ORDER = /^sep=(.)\n/i;

// Outside quotation marks, how often each stands on a line.
function timesOn(line: string, delimiter: string): number {
  return line.split('"').reduce((sum, part, at) => sum + (at % 2 ? 0 : part.split(delimiter).length - 1), 0);
}

/**
 * What separates the cells: whatever stands equally often on most of the first lines, and there the most often. A title over
 * the table, which has none, does not count against it.
 */
function delimiterIn(text: string): string {
  const lines = text.split('\n', LOOKED_AT).filter((line) => line.trim() !== '');
  const agreed = (delimiter: string) => {
    const times = lines.map((line) => timesOn(line, delimiter)).filter((count) => count > 0);
    const alike = Map.groupBy(times, (count) => count);
    return Math.max(0, ...[...alike].map(([count, same]) => same.length * count));
  };
  return DELIMITERS.reduce((best, next) => (agreed(next) > agreed(best) ? next : best));
}

const lineEnds = (cells: readonly string[]) => cells.join('').split('\n').length - 1;

/**
 * The rows of a text with `,`, `;`, `|` or tabs between its cells.
 * @throws {Unreadable} a quotation mark is wrong.
 */
export function readDelimited(name: string, text: string): Table {
  const order = ORDER.exec(text);
  const body = order ? text.slice(order[0].length) : text;
  const before = order ? 1 : 0;
  const rows: TableRow[] = [];
  let end = 0;
  try {
    parse(body, {
      delimiter: order?.[1] ?? delimiterIn(body),
      trim: true,
      record_delimiter: '\n',
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: last }) => {
        end = last;
        rows.push({ line: before + last - lineEnds(cells), cells: cells.map(tidy) });
        return null;
      },
    });
  } catch (error) {
    // Said in our own words: csv-parse's quote the cell.
    if (!(error instanceof CsvError)) throw error;
    const { code, lines: found } = error as CsvError & { readonly lines?: number };
    const line = code === 'CSV_QUOTE_NOT_CLOSED' || found === undefined ? end + 1 : found;
    throw new Unreadable(name, BROKEN_QUOTES, before + line);
  }
  return tableOf(name, rows);
}
