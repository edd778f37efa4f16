import { setImmediate } from 'node:timers/promises';
import { checkDocument } from '../../src/store/check-document.ts';
import { describeFields } from '../../src/store/field-faults.ts';
import { frozenCopy } from '../../src/store/lowdb/frozen.ts';
import { Memory } from '../../src/store/lowdb/memory.ts';
import { type Collection, Conflict, type Documents, NotStored, type Store } from '../../src/store/store.ts';
import { storeOver } from '../../tools/memory-store.ts';

/**
 * An empty store in the lowdb store's own memory, with its indexes, which takes what that takes and gives others a turn while it
 * stores; on no disk. For tests that store much and are not about storing: opening and writing a folder took most of their time.
 */
export function memoryStore(): Store {
  const memory = new Memory();
  const bare = storeOver(memory);
  return {
    ...bare,
    async put<C extends Collection>(collection: C, document: Documents[C]) {
      const checked = checkDocument(collection, frozenCopy({ ...document, version: document.version + 1 }));
      if (!checked.ok)
        throw new NotStored(collection, document.id, new TypeError(describeFields(checked.faults)));
      await setImmediate();
      return bare.put(collection, document);
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
