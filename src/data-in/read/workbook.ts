import { unzipSync } from 'fflate';
import readSheets from 'read-excel-file/node';
import { tidy } from '../../domain/language/tidy.ts';
import { type OutsideFile, type Table, tableOf, Unreadable } from './table.ts';
import { refuseTooLarge } from './zip.ts';

const two = (n: number) => String(n).padStart(2, '0');

/** A spreadsheet's day has no time zone: the library gives it as midnight UTC. */
function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date)
    return `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`;
  return tidy(String(value));
}

/** The last row and column of Excel, XFD1048576; further than that no sheet has cells. */
const LAST_ROW = 1_048_576;
const LAST_COLUMN = 'XFD';

const REFERENCE = /\br="([A-Z]{0,10})(\d{0,10})"/g;

const isBeyond = (column: string, row: string) =>
  column.length > LAST_COLUMN.length ||
  (column.length === LAST_COLUMN.length && column > LAST_COLUMN) ||
  Number(row) > LAST_ROW;

const damaged = ({ name }: OutsideFile) =>
  new Unreadable(name, 'this workbook can’t be read; save it once more as .xlsx, without a password');

function sheetsIn(file: OutsideFile): ReturnType<typeof unzipSync> {
  const isSheet = ({ name }: { readonly name: string }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name);
  try {
    return unzipSync(file.bytes, { filter: isSheet });
  } catch {
    throw damaged(file);
  }
}

// The library would make every row and column up to there.
function refuseBeyondExcel(file: OutsideFile): void {
  const { name } = file;
  const sheets = sheetsIn(file);
  for (const sheet of Object.values(sheets))
    for (const [, column = '', row = ''] of new TextDecoder().decode(sheet).matchAll(REFERENCE))
      if (isBeyond(column, row))
        throw new Unreadable(
          name,
          `this workbook has a cell further out than Excel has any (${LAST_COLUMN}${LAST_ROW}); save it once more as .xlsx`,
        );
}

/**
 * The sheets of an Excel workbook (.xlsx).
 * @throws {Unreadable} it is too large, damaged, or protected by a password.
 */
export async function readWorkbook(file: OutsideFile): Promise<readonly Table[]> {
  refuseTooLarge(file);
  refuseBeyondExcel(file);
  const sheets = await readSheets(Buffer.from(file.bytes)).catch(() => {
    throw damaged(file);
  });
  return sheets.map(({ sheet, data }) =>
    tableOf(
      sheets.length > 1 ? `${file.name}, sheet ${sheet}` : file.name,
      data.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })),
    ),
  );
}
