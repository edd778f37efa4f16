import { NotText, readText } from '../text.ts';
import { readDelimited } from './delimited.ts';
import { type OutsideFile, type Table, Unreadable } from './table.ts';
import { namesIn, unpack } from './zip.ts';

const startsWith = (bytes: Uint8Array, ...prefix: number[]) => prefix.every((byte, at) => bytes[at] === byte);
const isZip = (bytes: Uint8Array) => startsWith(bytes, 0x50, 0x4b, 0x03, 0x04);
const isOldOffice = (bytes: Uint8Array) => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

// What reads workbooks and XML is loaded where there is one: most lists are CSV, and each is read by a process begun for it.

/**
 * All tables in a file, by what it is and not by what it is called: delimited text, an Excel workbook, a Common Transfer File, or
 * an archive of such files. It does not guard itself against what takes long: see `readOutside`.
 * @throws {Unreadable}
 */
export async function readFileFromOutside(file: OutsideFile): Promise<readonly Table[]> {
  if (file.bytes.length === 0) throw new Unreadable(file.name, 'this file is empty');
  if (isZip(file.bytes)) {
    const names = namesIn(file.bytes);
    if (names?.includes('xl/workbook.xml')) return (await import('./workbook.ts')).readWorkbook(file);
    const inside = unpack(file).filter(({ bytes }) => bytes.length > 0 && !isZip(bytes));
    return (await Promise.all(inside.map(readFileFromOutside))).flat();
  }
  if (isOldOffice(file.bytes))
    throw new Unreadable(
      file.name,
      'this is an old Excel file, or one with a password; save it as an Excel workbook (.xlsx) without one',
    );
  const text = textOf(file);
  if (!text.trimStart().startsWith('<')) return [readDelimited(file.name, text)];
  return [(await import('./ctf.ts')).readCtf(file.name, text)];
}

function textOf({ name, bytes }: OutsideFile): string {
  try {
    return readText(bytes);
  } catch (error) {
    if (!(error instanceof NotText)) throw error;
    throw new Unreadable(name, 'this is no list of pupils; export one as Excel (.xlsx) or CSV');
  }
}
