import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { OldIds } from '../old-ids.ts';
import { byCollection, COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { type Files, ifMissing, makeFolder, syncFolder, writeNew } from './files.ts';
import { markerPath, readMarker, writeMarker } from './marker.ts';
import { documentPath } from './names.ts';
import { OLD_IDS } from './old-ids-file.ts';

/*
 * All that is stored is replaced at once, or not at all. What is to take its place is written beside it, its marker last;
 * from then on it takes the place of the old, also where the process is killed over it: the next start goes on with it.
 * Without a marker it is half of something, and is thrown away.
 */

/** What takes the place of all that is stored. */
export interface Replacement {
  readonly format: number;
  readonly oldIds: OldIds;
  readonly documents: readonly {
    readonly collection: Collection;
    readonly id: string;
    readonly content: () => Promise<string | Uint8Array>;
  }[];
}

const REPLACEMENT = 'replacement';
const FILES_AT_ONCE = 16;

/** Puts `replacement` in the place of all that is stored in `folder`; `before` is done when nothing is replaced yet. */
export async function replaceAll(
  folder: string,
  replacement: Replacement,
  before: () => Promise<void>,
  files: Files,
): Promise<void> {
  await discardHalf(folder, files);
  const beside = replacementOf(folder);
  for (const collection of COLLECTIONS) await makeFolder(join(beside, collection), files);
  const inTurn = pLimit(FILES_AT_ONCE);
  const writing = replacement.documents.map(({ collection, id, content }) =>
    inTurn(async () => writeNew(documentPath(beside, collection, id), await content(), files)),
  );
  await Promise.all(writing);
  // Always there, so that a start that goes on can tell whether it was already moved.
  await writeNew(join(beside, OLD_IDS), `${JSON.stringify(replacement.oldIds, null, 2)}\n`, files);
  for (const collection of COLLECTIONS) await syncFolder(join(beside, collection), files);
  await syncFolder(beside, files);
  await before();
  const { format, documents } = replacement;
  const counted = byCollection((each) => documents.filter(({ collection }) => collection === each).length);
  await writeMarker(beside, { format, documents: counted }, files);
  await syncFolder(folder, files);
  await finish(folder, files);
}

/** Where a folder's replacement is. It has a marker once it has begun to take the place of what is stored. */
export const replacementOf = (folder: string) => join(folder, REPLACEMENT);

/** Goes on with a replacement that a killed process had begun; does nothing where there is none. */
export async function finishReplacement(folder: string, files: Files): Promise<void> {
  if (await readMarker(replacementOf(folder))) await finish(folder, files);
}

/** Throws away a replacement that was never whole; does nothing where there is none. */
export async function discardHalf(folder: string, files: Files): Promise<void> {
  await files.rm(replacementOf(folder), { force: true, recursive: true });
}

async function finish(folder: string, files: Files): Promise<void> {
  const beside = replacementOf(folder);
  const left = new Set(await readdir(beside).catch((error: unknown) => ifMissing(error, [])));
  for (const collection of COLLECTIONS.filter((each) => left.has(each))) {
    await files.rm(join(folder, collection), { force: true, recursive: true });
    await files.rename(join(beside, collection), join(folder, collection));
  }
  if (left.has(OLD_IDS)) await files.rename(join(beside, OLD_IDS), join(folder, OLD_IDS));
  await syncFolder(folder, files);
  // The old marker stands until all else is in place: from here on the new format is the folder's.
  await files.rename(markerPath(beside), markerPath(folder));
  await syncFolder(folder, files);
  await discardHalf(folder, files);
}
