import { setTimeout as delay } from 'node:timers/promises';
import { writeDocument as writeNow } from '../src/store/lowdb/document-file.ts';

export { NoDocument, readDocument } from '../src/store/lowdb/document-file.ts';

const LATE_MS = 100;

/** Says at once that a document is written, and writes it a moment later. */
export const writeDocument: typeof writeNow = async (...given) => {
  const later = async () => {
    await delay(LATE_MS);
    await writeNow(...given);
  };
  void later();
};
