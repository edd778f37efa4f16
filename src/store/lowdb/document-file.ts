import { readFile } from 'node:fs/promises';
import type { Adapter } from 'lowdb';
import { Low } from 'lowdb';
import type { StoredDocument } from '../stored-document.ts';
import { codeOf, type Files, realFiles, writeDurably } from './files.ts';

/** What is in a file is no document. The message says what it is, and never what is in it. */
export class NoDocument extends Error {}

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
    const bytes = await readFile(this.#path).catch((error: unknown) => {
      throw new NoDocument(`can't be read (${codeOf(error)})`);
    });
    if (bytes.length === 0) throw new NoDocument('is empty');
    return this.#parse(bytes);
  }

  write(document: StoredDocument): Promise<void> {
    return writeDurably(this.#path, `${JSON.stringify(document, null, 2)}\n`, this.#files);
  }

  #parse(bytes: Uint8Array): StoredDocument {
    let found: unknown;
    try {
      found = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      // The parser's own message quotes the file, so it goes no further.
      throw new NoDocument('is torn or is not JSON');
    }
    if (!isDocument(found)) throw new NoDocument('holds no document');
    return found;
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

// What lowdb starts from when a file holds nothing. No document has this id, so it is never taken for one.
const NOTHING: StoredDocument = { id: '', version: 0 };

/** Reads the document `id` from its file. @throws {NoDocument} it isn't there, isn't whole, or is another document. */
export async function readDocument(path: string, id: string): Promise<StoredDocument> {
  const low = new Low<StoredDocument>(new DocumentFile(path, realFiles), NOTHING);
  await low.read();
  if (low.data.id !== id) throw new NoDocument('holds another document than its name says');
  return low.data;
}

/** Writes a document to its file, whole or not at all. Rejects as `writeDurably` does. */
export function writeDocument(path: string, document: StoredDocument, files: Files): Promise<void> {
  return new Low<StoredDocument>(new DocumentFile(path, files), document).write();
}
