/** A row of a table as it stands in its file: no cell is understood yet. */
export interface TableRow {
  /** Counted as a text editor or a spreadsheet does, from 1. */
  readonly line: number;
  /** Tidied (`tidy`); a day of a spreadsheet is written YYYY-MM-DD. */
  readonly cells: readonly string[];
}

/** A sheet of a workbook, or a file of rows. Rows without any text are left out. */
export interface Table {
  /** The file, and the sheet where a workbook has several: "pupils.xlsx, sheet Year 5". */
  readonly name: string;
  readonly rows: readonly TableRow[];
}

/** A file from outside: what it is called (for messages: nothing is decided by its name) and what is in it. */
export interface OutsideFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What files are called together, for messages. */
export const namesOf = (files: readonly OutsideFile[]): string => files.map(({ name }) => name).join(', ');

/** Why a file can't be read, and what to do about it, in one sentence. It quotes nothing of what stands in the file. */
export class Unreadable extends Error {
  readonly file: string;
  readonly line: number | undefined;
  constructor(file: string, message: string, line?: number) {
    super(message);
    this.name = 'Unreadable';
    this.file = file;
    this.line = line;
  }
}

/** A table of the rows that have any text in them. */
export function tableOf(name: string, rows: readonly TableRow[]): Table {
  return { name, rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')) };
}
