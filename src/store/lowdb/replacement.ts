import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import type { OldIds } from '../old-ids.ts';
import { byCollection, COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { type Files, ifMissing, makeFolder, syncFolder, writeNew } from './files.ts';
import { asText } from './json-file.ts';
import { markerPath, readMarker, writeMarker } from './marker.ts';
import { documentName, documentPath } from './names.ts';
import { OLD_IDS, OLD_IDS_NAME } from './old-ids-file.ts';
import type { Options } from './options.ts';
import { sealed } from './sealed.ts';

/*
 * All that is stored is replaced at once, or not at all. What is to take its place is written beside it, its marker last.
 * Then the folder's own marker says that it is being replaced: from then on the new takes the place of the old, also where
 * the process is killed over it, for the next start goes on with it. Before that the new is thrown away.
 */

/** What takes the place of all that is stored. */
export interface Replacement {
  readonly format: number;
  readonly oldIds: OldIds;
  readonly documents: readonly {
    readonly collection: Collection;
    readonly id: string;
    /** What is to stand in its file, not encrypted yet. */
    readonly content: () => Promise<string | Uint8Array>;
  }[];
}

const REPLACEMENT = 'replacement';
const FILES_AT_ONCE = 16;

// A program that knew only the first format looks for no replacement, and refuses a folder whose marker says any other.
const FORMAT_THAT_KNOWS_OF_REPLACEMENTS = 2;

/** Puts `replacement` in the place of all that is stored in `folder`; `before` is done when nothing is replaced yet. */
export async function replaceAll(
  folder: string,
  replacement: Replacement,
  before: () => Promise<void>,
  { files, keys }: Pick<Options, 'files' | 'keys'>,
): Promise<void> {
  await discardHalf(folder, files);
  const beside = replacementOf(folder);
  for (const collection of COLLECTIONS) await makeFolder(join(beside, collection), files);
  const inTurn = pLimit(FILES_AT_ONCE);
  const writing = replacement.documents.map(({ collection, id, content }) =>
    inTurn(async () => {
      const hidden = sealed(await content(), documentName(collection, id), keys);
      await writeNew(documentPath(beside, collection, id), hidden, files);
    }),
  );
  await Promise.all(writing);
  // Always there, so that a start that goes on can tell whether it was already moved.
  await writeNew(join(beside, OLD_IDS), sealed(asText(replacement.oldIds), OLD_IDS_NAME, keys), files);
  for (const collection of COLLECTIONS) await syncFolder(join(beside, collection), files);
  await syncFolder(beside, files);
  await before();
  const { format, documents } = replacement;
  const counted = byCollection((each) => documents.filter(({ collection }) => collection === each).length);
  await writeMarker(beside, { format, documents: counted }, files);
  await syncFolder(folder, files);
  const refusedByOlder = Math.max(format, FORMAT_THAT_KNOWS_OF_REPLACEMENTS);
  await writeMarker(folder, { format: refusedByOlder, replacing: true }, files);
  await finish(folder, files);
}

/** Where a folder's replacement is. It has a marker once it is whole. */
export const replacementOf = (folder: string) => join(folder, REPLACEMENT);

/** Goes on with a replacement that a killed process had begun; does nothing where there is none. */
export async function finishReplacement(folder: string, files: Files): Promise<void> {
  if (await hasBegun(folder)) await finish(folder, files);
}

/** Whether the folder's replacement has begun to take the place of what is stored. */
export async function hasBegun(folder: string): Promise<boolean> {
  const beside = replacementOf(folder);
  if (!(await readMarker(beside))) return false;
  // A marker that can't be read does not say so; whether something was moved already does.
  const marker = await readMarker(folder).catch(() => undefined);
  if (marker?.replacing) return true;
  const left = new Set(await readdir(beside));
  // Versions that did not mark the folder have moved something by now, or had not begun.
  return COLLECTIONS.some((each) => !left.has(each));
}

/** Throws away a replacement that never began to take the place of what is stored; does nothing where there is none. */
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
  // The folder is marked as being replaced until all else is in place.
  await files.rename(markerPath(beside), markerPath(folder));
  await syncFolder(folder, files);
  await discardHalf(folder, files);
}
