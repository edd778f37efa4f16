import { readdir, stat } from 'node:fs/promises';
import pLimit from 'p-limit';
import { A_STRAY, Damaged, DOES_NOT_BELONG, NewerFormat, type StoredFault } from '../damaged.ts';
import { canBeLearntAgain, type Found } from '../examine.ts';
import type { OldIds } from '../old-ids.ts';
import { byCollection, COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { FIRST_FORMAT, formatOfDocument } from '../stored-document.ts';
import { AnotherDocument, readDocument } from './document-file.ts';
import { ifMissing, isLitter } from './files.ts';
import { Unreadable } from './json-file.ts';
import { type Counted, type Marker, markerPath, readMarker } from './marker.ts';
import { collectionPath, documentPath, idOfFile, isFileSafe } from './names.ts';
import { readOldIds } from './old-ids-file.ts';

/** All that is in a data folder or in a backup, read and not yet believed. */
export interface Survey {
  /** The format of all that is in it. */
  readonly format: number;
  /** How many documents there were at least. */
  readonly counted: NonNullable<Marker['documents']>;
  /** Every document that could be read. */
  readonly found: readonly Found[];
  /** Every file that could not, and every folder that is missing and can be learnt again. */
  readonly faults: readonly StoredFault[];
  /** How many files there are that should be documents. */
  readonly there: Counted;
  /** Whether there is a file of that name, readable or not. */
  readonly isThere: (collection: Collection, id: string) => boolean;
  readonly oldIds: OldIds;
}

const FILES_AT_ONCE = 16;
const NOT_FINISHED = 'says that all in its folder was being replaced, and that was not finished';

/**
 * Reads all of a folder and touches nothing. Undefined: nothing was ever stored in it.
 * @throws {NewerFormat} it is of a format after `format`; {Damaged} it is not whole as a folder.
 */
export async function survey(folder: string, format: number): Promise<Survey | undefined> {
  const marker = await readMarker(folder);
  if (marker && marker.format > format) throw new NewerFormat(markerPath(folder), marker.format, format);
  const gone = await collectionsMissing(folder);
  const listed = await Promise.all(
    COLLECTIONS.map(async (each) => [each, await idsIn(folder, each)] as const),
  );
  const ids = new Map(listed);
  if (!marker) {
    if (listed.every(([, of]) => of.length === 0)) return undefined;
    throw new Damaged([{ file: markerPath(folder), what: 'is missing, though there is data beside it' }]);
  }
  if (marker.replacing) throw new Damaged([{ file: markerPath(folder), what: NOT_FINISHED }]);
  const counted = marker.documents ?? {};
  const missing = missingFaults(folder, gone, counted);
  const read = (await Promise.all(listed.map(([each, of]) => readAll(folder, each, of)))).flat();
  const found = read.flatMap((one) => ('id' in one ? [one] : []));
  for (const { file, document } of found) {
    const its = formatOfDocument(document) ?? FIRST_FORMAT;
    if (its > format) throw new NewerFormat(file, its, format);
  }
  const there = new Set(listed.flatMap(([each, of]) => of.map((id) => `${each}/${id}`)));
  return {
    format: marker.format,
    counted: Object.fromEntries(
      Object.entries(counted).filter(([each]) => !gone.some((one) => one === each)),
    ),
    found,
    faults: [...missing, ...read.flatMap((one) => ('what' in one ? [one] : []))],
    there: byCollection((each) => ids.get(each)?.length ?? 0),
    isThere: (collection, id) => there.has(`${collection}/${id}`),
    oldIds: await readOldIds(folder),
  };
}

async function idsIn(folder: string, collection: Collection): Promise<readonly string[]> {
  const names = await readdir(collectionPath(folder, collection)).catch((error: unknown) =>
    ifMissing(error, []),
  );
  return names.flatMap((name) => (isLitter(name) ? [] : (idOfFile(name) ?? [])));
}

/** The collections that have no folder. @throws {Damaged} something else stands where a folder should be. */
async function collectionsMissing(folder: string): Promise<readonly Collection[]> {
  const gone: Collection[] = [];
  const faults: StoredFault[] = [];
  for (const collection of COLLECTIONS) {
    const file = collectionPath(folder, collection);
    const found = await stat(file).catch((error: unknown) => ifMissing(error, undefined));
    if (!found) gone.push(collection);
    else if (!found.isDirectory())
      faults.push({ file, what: 'is a file, where a folder should be', remedy: DOES_NOT_BELONG });
  }
  if (faults.length > 0) throw new Damaged(faults);
  return gone;
}

// One in which nothing was ever counted may have come after the version that made the folder.
function missingFaults(
  folder: string,
  gone: readonly Collection[],
  counted: Survey['counted'],
): readonly StoredFault[] {
  const what = 'is missing';
  const needed = gone.filter((each) => !canBeLearntAgain(each));
  if (needed.length > 0)
    throw new Damaged(needed.map((each) => ({ file: collectionPath(folder, each), what })));
  return gone
    .filter((each) => (counted[each] ?? 0) > 0)
    .map((collection) => ({ file: collectionPath(folder, collection), collection, what }));
}

function readAll(
  folder: string,
  collection: Collection,
  ids: readonly string[],
): Promise<readonly (Found | StoredFault)[]> {
  const inTurn = pLimit(FILES_AT_ONCE);
  const isThere = new Set(ids);
  return Promise.all(
    ids.map((id) => inTurn(() => read(documentPath(folder, collection, id), collection, id, isThere))),
  );
}

async function read(
  file: string,
  collection: Collection,
  id: string,
  isThere: ReadonlySet<string>,
): Promise<Found | StoredFault> {
  const document = { collection, id };
  if (id.startsWith('.'))
    return { file, document, what: 'is a hidden file, and no document', remedy: A_STRAY };
  try {
    const found = await readDocument(file, id);
    if (isFileSafe(id)) return { file, collection, id, document: found };
    return { file, document, what: 'has a name no document can have', remedy: DOES_NOT_BELONG };
  } catch (error) {
    if (error instanceof AnotherDocument && isThere.has(error.id))
      return { file, document, what: 'is a copy of another document in that folder', remedy: A_STRAY };
    if (!isFileSafe(id))
      return { file, document, what: 'has a name no document can have', remedy: DOES_NOT_BELONG };
    if (error instanceof Unreadable) return { file, document, ...error.wrong };
    throw error;
  }
}
