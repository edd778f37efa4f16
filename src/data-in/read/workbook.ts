import readSheets from 'read-excel-file/node';
import { tidy } from '../text.ts';
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

/**
 * The sheets of an Excel workbook (.xlsx).
 * @throws {Unreadable} it is too large, damaged, or protected by a password.
 */
export async function readWorkbook(file: OutsideFile): Promise<readonly Table[]> {
  refuseTooLarge(file);
  const sheets = await readSheets(Buffer.from(file.bytes)).catch(() => {
    throw new Unreadable(
      file.name,
      'this workbook can’t be read; save it once more as .xlsx, without a password',
    );
  });
  return sheets.map(({ sheet, data }) =>
    tableOf(
      sheets.length > 1 ? `${file.name}, sheet ${sheet}` : file.name,
      data.map((cells, at) => ({ line: at + 1, cells: cells.map(cellText) })),
    ),
  );
}
