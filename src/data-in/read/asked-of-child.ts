import type { LocalDate } from '../../domain/time.ts';
import type { Reading } from '../folder.ts';
import type { FittedList, ListSaid } from '../list/fit-list.ts';
import type { OutsideFile } from './table.ts';

/** What the process that reads files from outside is given to read: a list of pupils, or a school's folder. */
export type Asked = { readonly files: readonly OutsideFile[] } & (
  | { readonly is: 'list'; readonly said: ListSaid }
  /** `today` at school. */
  | { readonly is: 'folder'; readonly today: LocalDate }
);

/** Reads what is asked for; undefined where it came to nothing, by a crash or for taking too much. */
export type Reader = (asked: Asked) => Promise<Made | undefined>;

/** What it says when it is done: the list in our columns, the folder read, or why a file can't be read. */
export type Made =
  | { readonly is: 'list'; readonly list: FittedList }
  | { readonly is: 'folder'; readonly reading: Reading }
  | {
      readonly is: 'unreadable';
      readonly file: string;
      readonly message: string;
      readonly line: number | undefined;
    };
