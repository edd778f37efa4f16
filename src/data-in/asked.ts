import type { Clock, Ids } from '../app/ports.ts';
import type { LocalDate } from '../domain/time.ts';
import type { ImportBackups } from '../store/lowdb/import-backups.ts';
import type { Store } from '../store/store.ts';
import type { WasErased } from './plan-pupils.ts';
import type { Reader } from './read/asked-of-child.ts';

/** What an import works on. */
export interface ImportDeps {
  readonly store: Store;
  /** The day it is at school. */
  readonly today: LocalDate;
  readonly clock: Clock;
  readonly ids: Pick<Ids, 'unique'>;
  readonly backups: ImportBackups;
  /** Who was erased here; left out, nobody. */
  readonly erased?: () => Promise<WasErased | undefined>;
  /** Who reads files from outside; left out, a process of its own. */
  readonly reader?: Reader;
}

/** How `npm run import` ends: it is done, or there was nothing to do. */
export const DONE = 0;
export const REFUSED = 1;
/** It was only looked at: nobody said yes. */
export const NOT_WRITTEN = 3;
