import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import { DOES_NOT_BELONG } from '../damaged.ts';
import type { StoredDocument } from '../stored-document.ts';
import { type Files, realFiles, writeDurably } from './files.ts';
import { readJson, Unreadable } from './json-file.ts';

/**
 * lowdb's way to one document's file. Its own file adapters don't flush to disk, and its presets save nothing at
 * all when NODE_ENV is "test".
 */
class DocumentFile implements Adapter<StoredDocument> {
  readonly #path: string;
  readonly #files: Files;

  constructor(path: string, files: Files) {
    this.#path = path;
    this.#files = files;
  }

  async read(): Promise<StoredDocument> {
    const found = await readJson(this.#path);
    // It was there when the folder was listed.
    if (found === undefined) throw new Unreadable({ what: 'is a link to nothing, or was removed meanwhile' });
    if (isDocument(found)) return found;
    throw new Unreadable(faultInHead(found));
  }

  write(document: StoredDocument): Promise<void> {
    return writeDurably(this.#path, `${JSON.stringify(document, null, 2)}\n`, this.#files);
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

/** Reads the document `id` from its file. @throws {Unreadable} it isn't there, isn't whole, or is another document. */
export async function readDocument(path: string, id: string): Promise<StoredDocument> {
  const low = new Low<StoredDocument>(new DocumentFile(path, realFiles), NOTHING);
  await low.read();
  if (low.data.id !== id) throw new AnotherDocument(low.data.id);
  return low.data;
}

/** Writes a document to its file, whole or not at all. Rejects as `writeDurably` does. */
export function writeDocument(path: string, document: StoredDocument, files: Files): Promise<void> {
  return new Low<StoredDocument>(new DocumentFile(path, files), document).write();
}
