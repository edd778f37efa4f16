import { type FittedList, fitList } from '../list/fit-list.ts';
import type { ColumnSaid } from '../shapes/find-shape.ts';
import { readFileFromOutside } from './read-files.ts';
import { namesOf, type OutsideFile, Unreadable } from './table.ts';

/** What the process is given to read. */
export interface ToRead {
  readonly files: readonly OutsideFile[];
  readonly said: readonly ColumnSaid[];
}

/** What it says when it is done: the list in our columns, or why a file can't be read. */
export type Answer =
  | { readonly is: 'read'; readonly list: FittedList }
  | {
      readonly is: 'unreadable';
      readonly file: string;
      readonly message: string;
      readonly line: number | undefined;
    };

async function answer({ files, said }: ToRead): Promise<Answer> {
  try {
    const tables = (await Promise.all(files.map(readFileFromOutside))).flat();
    if (tables.length === 0) throw new Unreadable(namesOf(files), 'there is no list of pupils in this');
    return { is: 'read', list: fitList(tables, said) };
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error;
    return { is: 'unreadable', file: error.file, message: error.message, line: error.line };
  }
}

process.once('message', async (toRead: ToRead) => {
  const read = await answer(toRead);
  // Only once it is on its way: then nothing is left to do, and the process ends.
  process.send?.(read, () => process.disconnect());
});
