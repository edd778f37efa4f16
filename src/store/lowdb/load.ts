import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { Collection, Documents } from '../store.ts';
import { Damaged, readDocument } from './document-file.ts';
import { isLitter } from './files.ts';
import { frozen } from './frozen.ts';
import type { Memory } from './memory.ts';
import { COLLECTIONS, documentPath, idOfFile, isFileSafe } from './names.ts';

const FILES_AT_ONCE = 16;

/** Reads every document of the folder into memory, and removes what a killed process left half written. */
export async function load(folder: string, memory: Memory): Promise<void> {
  for (const collection of COLLECTIONS) await loadCollection(folder, collection, memory);
}

async function loadCollection<C extends Collection>(
  folder: string,
  collection: C,
  memory: Memory,
): Promise<void> {
  const names = await readdir(join(folder, collection));
  for (const name of names.filter(isLitter)) await rm(join(folder, collection, name));
  const inTurn = pLimit(FILES_AT_ONCE);
  const ids = names.flatMap((name) => idOfFile(name) ?? []);
  await Promise.all(
    ids.map((id) =>
      inTurn(async () => memory.shelves[collection].publish(await loadDocument(folder, collection, id))),
    ),
  );
}

async function loadDocument<C extends Collection>(
  folder: string,
  collection: C,
  id: string,
): Promise<Documents[C]> {
  const path = documentPath(folder, collection, id);
  if (!isFileSafe(id)) throw new Damaged(path, 'has a name no document can have');
  // What else is in a document is what this program wrote there: only its identity is checked.
  return frozen((await readDocument(path, id)) as Documents[C]);
}
