import { readFile } from 'node:fs/promises';
import { DOES_NOT_BELONG } from '../damaged.ts';
import type { DataKeys } from './data-keys.ts';
import { codeOf, type Files, writeDurably } from './files.ts';
import { keyOf, opened, sealed } from './sealed.ts';
import { Unreadable } from './unreadable.ts';

const NO_RIGHT = 'Give the user that the bot runs as the right to read it, then start again.';

/**
 * What a JSON file that is never encrypted holds; undefined where there is no such file. The byte order mark that some editors
 * put at the beginning is passed over. @throws {Unreadable} it can't be read, or holds no JSON.
 */
export async function readJson(path: string): Promise<unknown> {
  const bytes = await readBytes(path);
  return bytes && parsed(bytes);
}

/** What a file holds, and the id of the key it was encrypted with, where it was. */
export interface Read {
  readonly value: unknown;
  readonly key: string | undefined;
}

/**
 * What a JSON file holds that is called `name` ("pupils/abc") and may be encrypted; undefined where there is no such file.
 * @throws {Unreadable} it can't be read, or was changed or put there under another name; {KeyMissing} it takes another key.
 */
export async function readSealed(path: string, name: string, keys: DataKeys): Promise<Read | undefined> {
  const bytes = await readBytes(path);
  if (!bytes) return undefined;
  const found = parsed(bytes);
  const within = opened(found, keys);
  if (!within) return { value: found, key: undefined };
  // Another document of its folder says itself which it is, and is told of as where nothing is encrypted.
  if (folderIn(within.name) !== folderIn(name)) throw new Unreadable(ANOTHER);
  return { value: parsed(within.content), key: keyOf(found) };
}

/** What stands in a file, byte by byte, once it is opened. Rejects as `readSealed` does, and where there is none. */
export async function contentOf(path: string, name: string, keys: DataKeys): Promise<Uint8Array> {
  const bytes = await readFile(path);
  const within = opened(parsed(bytes), keys);
  if (within && within.name !== name) throw new Unreadable(ANOTHER);
  return within?.content ?? bytes;
}

const ANOTHER = { what: 'holds something else than its name says', remedy: DOES_NOT_BELONG };

const folderIn = (name: string) => name.slice(0, name.lastIndexOf('/') + 1) || name;

interface ToSeal {
  readonly keys: DataKeys;
  readonly files: Files;
  readonly first?: (() => Promise<void>) | undefined;
}

/** Writes JSON to the file that is called `name`, whole or not at all: encrypted, where there is a key. Rejects as `writeDurably` does. */
export function writeSealed(
  path: string,
  name: string,
  value: unknown,
  { keys, files, first }: ToSeal,
): Promise<void> {
  return writeDurably(path, sealed(asText(value), name, keys), files, first);
}

/** JSON as it stands in files. */
export const asText = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function parsed(bytes: Uint8Array): unknown {
  if (bytes.length === 0) throw new Unreadable({ what: 'is empty' });
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    // The parser's own message quotes the file, so it goes no further.
    throw new Unreadable({ what: 'is torn or is not JSON' });
  }
}

async function readBytes(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === 'ENOENT') return undefined;
    if (code === 'EISDIR')
      throw new Unreadable({ what: 'is a folder, where a file should be', remedy: DOES_NOT_BELONG });
    const what = `can't be read (${code})`;
    throw new Unreadable(code === 'EACCES' || code === 'EPERM' ? { what, remedy: NO_RIGHT } : { what });
  }
}
