import { setImmediate } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { checkDocument } from '../../src/store/check-document.ts';
import { describeFields } from '../../src/store/field-faults.ts';
import { frozen } from '../../src/store/lowdb/frozen.ts';
import { Memory } from '../../src/store/lowdb/memory.ts';
import {
  type Collection,
  Conflict,
  type Documents,
  type First,
  NotStored,
  type Store,
} from '../../src/store/store.ts';
import { storeOver } from '../../tools/memory-store.ts';

/** What was checked lately, by what it is made of to the letter: tests begin with the same documents again and again. */
const known = new LRUCache<string, Documents[Collection]>({ max: 500 });

/** What is kept of `document`: checked, a version later, and frozen. @throws {NotStored} where it is not as it should be */
function checkedNext<C extends Collection>(collection: C, document: Documents[C]): Documents[C] {
  const json = JSON.stringify({ ...document, version: document.version + 1 });
  const key = `${collection} ${json}`;
  const before = known.get(key);
  if (before) return before as Documents[C];
  const next = frozen(JSON.parse(json) as Documents[C]);
  const checked = checkDocument(collection, next);
  if (!checked.ok)
    throw new NotStored(collection, document.id, new TypeError(describeFields(checked.faults)));
  known.set(key, next);
  return next;
}

/**
 * An empty store in the lowdb store's own memory, with its indexes, which takes what that takes and gives others a turn while it
 * stores; on no disk. For tests that store much and are not about storing: opening and writing a folder took most of their time.
 */
export function memoryStore(): Store {
  const memory = new Memory();
  const bare = storeOver(memory, checkedNext);
  return {
    ...bare,
    async put<C extends Collection>(collection: C, document: Documents[C], first?: First) {
      checkedNext(collection, document);
      await setImmediate();
      return bare.put(collection, document, first);
    },
    async remove(collection, document) {
      await setImmediate();
      const before = await bare.get(collection, document.id);
      if (before?.version !== document.version || memory.isNeeded(collection, document.id))
        throw new Conflict(collection, document.id);
      await bare.remove(collection, document);
    },
  };
}
