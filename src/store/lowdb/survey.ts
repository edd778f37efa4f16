import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { A_STRAY, Damaged, DOES_NOT_BELONG, NewerFormat, type StoredFault } from '../damaged.ts';
import { canBeLearntAgain, type Found } from '../examine.ts';
import type { OldIds } from '../old-ids.ts';
import { byCollection, COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { FIRST_FORMAT, formatOfDocument } from '../stored-document.ts';
import type { DataKeys } from './data-keys.ts';
import { AnotherDocument, type DocumentPlace, readDocument } from './document-file.ts';
import { ifMissing, isLitter } from './files.ts';
import { KeyNeeded, type NeedsKey } from './key-needed.ts';
import { type Counted, type Marker, markerPath, readMarker } from './marker.ts';
import { collectionPath, documentPath, idOfFile, isFileSafe } from './names.ts';
import { OLD_IDS, readOldIds } from './old-ids-file.ts';
import { KeyMissing } from './sealed.ts';
import { Unreadable } from './unreadable.ts';

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
  /** By the id of a key, how many documents are encrypted with it; those that are not encrypted, under none. */
  readonly encrypted: ReadonlyMap<string | undefined, number>;
  /** The documents that are not encrypted, though others are. */
  readonly plain: readonly Found[];
}

const FILES_AT_ONCE = 16;
const NOT_FINISHED = 'says that all in its folder was being replaced, and that was not finished';

/**
 * Reads all of a folder and touches nothing. Undefined: nothing was ever stored in it.
 * @throws {NewerFormat} it is of a format after `format`; {Damaged} it is not whole as a folder; {KeyNeeded} something in it is
 *   encrypted with a key that is not among `keys`.
 */
export async function survey(folder: string, format: number, keys: DataKeys): Promise<Survey | undefined> {
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
  const read = (await Promise.all(listed.map(([each, of]) => readAll(folder, each, of, keys)))).flat();
  const found = read.flatMap((one) => ('found' in one ? [one.found] : []));
  const oldIds = await readOldIds(folder, keys).catch((error: unknown) =>
    locked(join(folder, OLD_IDS), error),
  );
  const closed = [...read, oldIds].flatMap((one) => ('needs' in one ? [one] : []));
  if (closed.length > 0) throw new KeyNeeded(folder, closed, keys);
  for (const { file, document } of found) {
    const its = formatOfDocument(document) ?? FIRST_FORMAT;
    if (its > format) throw new NewerFormat(file, its, format);
  }
  const encrypted = tally(read.flatMap((one) => ('found' in one ? [one.key] : [])));
  const plain = read.flatMap((one) => ('found' in one && one.key === undefined ? [one.found] : []));
  const there = new Set(listed.flatMap(([each, of]) => of.map((id) => `${each}/${id}`)));
  return {
    format: marker.format,
    counted: Object.fromEntries(
      Object.entries(counted).filter(([each]) => !gone.some((one) => one === each)),
    ),
    found,
    faults: [...missing, ...read.flatMap((one) => ('fault' in one ? [one.fault] : []))],
    there: byCollection((each) => ids.get(each)?.length ?? 0),
    isThere: (collection, id) => there.has(`${collection}/${id}`),
    oldIds: 'needs' in oldIds ? {} : oldIds,
    encrypted,
    plain: encrypted.size > 1 ? plain : [],
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

/** What came of reading a file: a document, what is wrong with it, or the key that it takes. */
type Looked =
  | { readonly found: Found; readonly key: string | undefined }
  | { readonly fault: StoredFault }
  | NeedsKey;

function readAll(
  folder: string,
  collection: Collection,
  ids: readonly string[],
  keys: DataKeys,
): Promise<readonly Looked[]> {
  const inTurn = pLimit(FILES_AT_ONCE);
  const isThere = new Set(ids);
  const placed = (id: string) => ({ path: documentPath(folder, collection, id), collection, id });
  return Promise.all(ids.map((id) => inTurn(() => read(placed(id), keys, isThere))));
}

async function read(place: DocumentPlace, keys: DataKeys, isThere: ReadonlySet<string>): Promise<Looked> {
  const { path: file, collection, id } = place;
  const wrong = (fault: Pick<StoredFault, 'field' | 'what' | 'remedy'>): Looked => {
    return { fault: { file, document: { collection, id }, ...fault } };
  };
  if (id.startsWith('.')) return wrong({ what: 'is a hidden file, and no document', remedy: A_STRAY });
  const misnamed = () => wrong({ what: 'has a name no document can have', remedy: DOES_NOT_BELONG });
  try {
    const { document, key } = await readDocument(place, keys);
    return isFileSafe(id) ? { found: { file, collection, id, document }, key } : misnamed();
  } catch (error) {
    if (error instanceof AnotherDocument && isThere.has(error.id))
      return wrong({ what: 'is a copy of another document in that folder', remedy: A_STRAY });
    if (!isFileSafe(id)) return misnamed();
    if (error instanceof Unreadable) return wrong(error.wrong);
    return locked(file, error);
  }
}

/** The key that a file takes, where that is what the error says; any other is thrown on. */
function locked(file: string, error: unknown): NeedsKey {
  if (error instanceof KeyMissing) return { file, needs: error.key };
  throw error;
}

function tally<T>(all: readonly T[]): ReadonlyMap<T, number> {
  const counted = new Map<T, number>();
  for (const one of all) counted.set(one, (counted.get(one) ?? 0) + 1);
  return counted;
}
