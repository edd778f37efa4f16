import type { Collection, Documents, Store } from './store.ts';
import { Conflict } from './store.ts';

/** Others may commit to the same document in between; this often in a row means that something is wrong. */
const TRIES = 20;

/**
 * Reads a document, commits what `next` makes of it, and tries again from the start when somebody else committed first.
 * `next` returns undefined to leave it; `tries` is how often others may have been first. Resolves to what was committed, or undefined when nothing was.
 * @throws {NotStored} it could not be stored; {Conflict} when it was changed by others again and again
 */
export async function update<C extends Collection>(
  store: Store,
  collection: C,
  id: string,
  next: (document: Documents[C] | undefined) => Documents[C] | undefined,
  tries = TRIES,
): Promise<Documents[C] | undefined> {
  for (let left = tries; ; left--) {
    const changed = next(await store.get(collection, id));
    if (!changed) return undefined;
    try {
      return await store.put(collection, changed);
    } catch (error) {
      if (!(error instanceof Conflict) || left === 0) throw error;
    }
  }
}
