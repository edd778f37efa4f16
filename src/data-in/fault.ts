import { shown } from '../command-line/shown.ts';
import { MOST_FAULTS } from './limits.ts';

/** One thing wrong with a school's files. */
export interface Fault {
  readonly file: string;
  /** Counted as a text editor does, from 1. */
  readonly line?: number;
  /** The column's name; in school.json the key, as `terms[0].start`. */
  readonly column?: string;
  /**
   * What is wrong and what would be right, in one sentence. Never what stands in a pupil's cell: a terminal's output
   * is kept and passed on in ways that the file is not.
   */
  readonly message: string;
  /** What can be said on the command line instead: in a chat there are buttons. */
  readonly orSay?: string;
}

/** The files are not right, so nothing was written. */
export class ImportFaults extends Error {
  readonly faults: readonly Fault[];
  constructor(faults: readonly Fault[]) {
    super(`the school's files have ${faults.length} fault(s)`);
    this.name = 'ImportFaults';
    this.faults = faults;
  }
}

/** One line: file, line, column, what is wrong, what would be right. */
export function describeFault({ file, line, column, message, orSay }: Fault): string {
  const where = [file, line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ');
  const what = orSay === undefined ? message : `${message}. ${orSay}`;
  return shown(where ? `${where}: ${what}` : what);
}

/** A line for each fault, the first of very many: nobody reads on, and a chat or a terminal has to show them. */
export function describeFaults(faults: readonly Fault[]): readonly string[] {
  const more = faults.length - MOST_FAULTS;
  const lines = faults.slice(0, MOST_FAULTS).map(describeFault);
  return more > 0 ? [...lines, `and ${more} more`] : lines;
}

/** By file in the order they are read, then by line. */
export function inOrder(faults: readonly Fault[], files: readonly string[]): readonly Fault[] {
  return [...faults].sort(
    (a, b) => files.indexOf(a.file) - files.indexOf(b.file) || (a.line ?? 0) - (b.line ?? 0),
  );
}
