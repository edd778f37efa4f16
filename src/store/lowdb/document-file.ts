import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import { DOES_NOT_BELONG } from '../damaged.ts';
import type { Collection } from '../store.ts';
import type { StoredDocument } from '../stored-document.ts';
import type { DataKeys } from './data-keys.ts';
import { type Files, realFiles } from './files.ts';
import { readSealed, writeSealed } from './json-file.ts';
import { documentName } from './names.ts';
import { Unreadable } from './unreadable.ts';

/** Where a document is, and which it is. */
export interface DocumentPlace {
  readonly path: string;
  readonly collection: Collection;
  readonly id: string;
}

/** How files are written, and the keys to them. */
interface Disk {
  readonly files: Files;
  readonly keys: DataKeys;
  /** What is done while the disk confirms the new file, and must be done before it takes its place. */
  readonly first?: (() => Promise<void>) | undefined;
}

/**
 * lowdb's way to one document's file. Its own file adapters don't flush to disk, and its presets save nothing at
 * all when NODE_ENV is "test".
 */
class DocumentFile implements Adapter<StoredDocument> {
  readonly #path: string;
  readonly #name: string;
  readonly #disk: Disk;
  /** The id of the key that it was encrypted with when it was read, where it was. */
  key: string | undefined;

  constructor({ path, collection, id }: DocumentPlace, disk: Disk) {
    this.#path = path;
    this.#name = documentName(collection, id);
    this.#disk = disk;
  }

  async read(): Promise<StoredDocument> {
    const found = await readSealed(this.#path, this.#name, this.#disk.keys);
    // It was there when the folder was listed.
    if (found === undefined) throw new Unreadable({ what: 'is a link to nothing, or was removed meanwhile' });
    this.key = found.key;
    if (isDocument(found.value)) return found.value;
    throw new Unreadable(faultInHead(found.value));
  }

  write(document: StoredDocument): Promise<void> {
    return writeSealed(this.#path, this.#name, document, this.#disk);
  }
}

function isDocument(found: unknown): found is StoredDocument {
  return (
    typeof found === 'object' &&
    found !== null &&
    'id' in found &&
    typeof found.id === 'string' &&
    'version' in found &&
    Number.isSafeInteger(found.version) &&
    Number(found.version) >= 1
  );
}

function faultInHead(found: unknown): Unreadable['wrong'] {
  if (typeof found !== 'object' || found === null || Array.isArray(found))
    return { what: 'holds no document' };
  if (!('id' in found)) return { field: 'id', what: 'is missing' };
  if (typeof found.id !== 'string') return { field: 'id', what: 'should be text' };
  if (!('version' in found)) return { field: 'version', what: 'is missing' };
  return { field: 'version', what: 'should be a whole number from 1' };
}

// What lowdb starts from when a file holds nothing. No document has this id, so it is never taken for one.
const NOTHING: StoredDocument = { id: '', version: 0 };

/** A file holds a document that should be in a file of another name. */
export class AnotherDocument extends Unreadable {
  /** Whose it is by what it says itself. */
  readonly id: string;

  constructor(id: string) {
    super({ what: 'holds another document than its name says', remedy: DOES_NOT_BELONG });
    this.id = id;
  }
}

/** A document that was read, and the id of the key that it was encrypted with, where it was. */
interface ReadDocument {
  readonly document: StoredDocument;
  readonly key: string | undefined;
}

/**
 * Reads a document from its file.
 * @throws {Unreadable} it isn't there, isn't whole, or is another document; {KeyMissing} it is encrypted with another key.
 */
export async function readDocument(place: DocumentPlace, keys: DataKeys): Promise<ReadDocument> {
  const file = new DocumentFile(place, { keys, files: realFiles });
  const low = new Low<StoredDocument>(file, NOTHING);
  await low.read();
  if (low.data.id !== place.id) throw new AnotherDocument(low.data.id);
  return { document: low.data, key: file.key };
}

/**
 * Writes a document to its file, whole or not at all, and with `first` as `writeDurably` does. Rejects as that does.
 */
export function writeDocument(
  place: DocumentPlace,
  document: StoredDocument,
  disk: Disk,
  first?: () => Promise<void>,
): Promise<void> {
  return new Low<StoredDocument>(new DocumentFile(place, { ...disk, first }), document).write();
}
