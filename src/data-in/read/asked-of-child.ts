import type { LocalDate } from '../../domain/time.ts';
import type { Reading, StaffReading } from '../folder.ts';
import type { FittedList, ListSaid } from '../list/fit-list.ts';
import type { OutsideFile } from './table.ts';

/** What the process that reads files from outside is given to read: a list of pupils, a school's folder, or its staff list alone. */
export type Asked = { readonly files: readonly OutsideFile[] } & (
  | { readonly is: 'list'; readonly said: ListSaid }
  /** `today` at school. */
  | { readonly is: 'folder'; readonly today: LocalDate }
  | { readonly is: 'staff' }
);

/** Reads what is asked for; undefined where it came to nothing, by a crash or for taking too much. */
export type Reader = (asked: Asked) => Promise<Made | undefined>;

/** What it says when it is done: the list in our columns, the folder read, or why a file can't be read. */
export type Made =
  | { readonly is: 'list'; readonly list: FittedList }
  | { readonly is: 'folder'; readonly reading: Reading }
  | { readonly is: 'staff'; readonly reading: StaffReading }
  | {
      readonly is: 'unreadable';
      readonly file: string;
      readonly message: string;
      readonly line: number | undefined;
    };
