import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { writeDocument as writeNow } from '../src/store/lowdb/document-file.ts';

export { readDocument } from '../src/store/lowdb/document-file.ts';

const LATE_MS = 100;

/**
 * Says at once that a document is written, and writes it a moment later. A new one is written in time: the next start would
 * count, and refuse to go on without it.
 */
export const writeDocument: typeof writeNow = async (place, ...given) => {
  if (!existsSync(place.path)) return writeNow(place, ...given);
  const later = async () => {
    await delay(LATE_MS);
    await writeNow(place, ...given);
  };
  void later();
};
