import { parentPort, workerData } from 'node:worker_threads';
import { readFileFromOutside } from './read-files.ts';
import { type OutsideFile, type Table, Unreadable } from './table.ts';

/** What the worker says when it is done: the tables, or why a file can't be read. */
export type Answer =
  | { readonly is: 'read'; readonly tables: readonly Table[] }
  | {
      readonly is: 'unreadable';
      readonly file: string;
      readonly message: string;
      readonly line: number | undefined;
    };

async function answer(files: readonly OutsideFile[]): Promise<Answer> {
  try {
    const tables = await Promise.all(files.map(readFileFromOutside));
    return { is: 'read', tables: tables.flat() };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { is: 'unreadable', file: error.file, message: error.message, line: error.line };
  }
}

parentPort?.postMessage(await answer(workerData as readonly OutsideFile[]));
