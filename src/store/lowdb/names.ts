import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from '../store.ts';

const SUFFIX = '.json';
// What encodeURIComponent leaves or makes, not beginning with a dot; with the suffix within 255 bytes.
const SAFE = /^[A-Za-z0-9%_!~*'()-][A-Za-z0-9%_!~*'().-]{0,239}$/;
// Names Windows gives to devices, whatever follows the dot: writing there would lose the document.
const DEVICE = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** Whether a document of this id can be kept in a file of its own on any of the three systems. */
export function isFileSafe(id: string): boolean {
  return SAFE.test(id) && !DEVICE.test(id);
}

/** Where a collection's documents are kept. */
export function collectionPath(folder: string, collection: Collection): string {
  return join(folder, collection);
}

/** Where a document is kept. `id` must be file-safe. */
export function documentPath(folder: string, collection: Collection, id: string): string {
  return join(folder, collection, `${id}${SUFFIX}`);
}

/** What a document's file is called where it is encrypted, whichever folder it was copied to. */
export function documentName(collection: Collection, id: string): string {
  return `${collection}/${id}`;
}

/** The id a file's name stands for; undefined if the file isn't meant to be a document at all. */
export function idOfFile(name: string): string | undefined {
  return name.endsWith(SUFFIX) ? name.slice(0, -SUFFIX.length) : undefined;
}

/** The ids of the schools a data folder holds, by the names of its files alone; none where there is no such folder. */
export async function schoolsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(join(folder, 'schools')).catch(() => []);
  return names.flatMap((name) => idOfFile(name) ?? []);
}
