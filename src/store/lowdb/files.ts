import { randomUUID } from 'node:crypto';
import * as real from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** What of the file system writing needs: Node's own, or in a test one with faults. */
export interface Files {
  open(path: string, flags: 'wx' | 'r', mode?: number): Promise<OpenFile>;
  rename(from: string, to: string): Promise<void>;
  rm(path: string, options: { readonly force: true; readonly recursive?: true }): Promise<void>;
  mkdir(path: string, options: { readonly mode: number }): Promise<unknown>;
}

interface OpenFile {
  /** Writes all of `content`, or rejects: a short write is an error. */
  writeFile(content: string | Uint8Array): Promise<void>;
  sync(): Promise<void>;
  close(): Promise<void>;
}

/** The machine’s own file system. */
export const realFiles: Files = real;

/** Only the owner of the process may read children's data. */
export const OWNER_ONLY_FILE = 0o600;
/** As for files: nobody else may look into it. */
export const OWNER_ONLY_FOLDER = 0o700;

const TEMPORARY = /^\.[0-9a-f-]{36}\.tmp$/;
const temporaryIn = (folder: string) => join(folder, `.${randomUUID()}.tmp`);

/** Whether a file of this name is one that a killed process left half written. */
export function isLitter(name: string): boolean {
  return TEMPORARY.test(name);
}

/** The file was replaced, but the disk would not confirm it: after a power cut it may be the old one or the new. */
export class Unsettled extends Error {}

/**
 * Replaces a file by `content`, whole or not at all, and resolves once it would survive a power cut. `first` is done while the disk
 * has the new file, which takes the old one's place only after it; where it rejects, this does, and nothing has changed.
 * @throws {Unsettled} the new file is in place but may not survive; anything else: the old file is untouched and
 *   nothing is left beside it.
 */
export async function writeDurably(
  path: string,
  content: string | Uint8Array,
  files: Files = realFiles,
  first?: () => Promise<void>,
): Promise<void> {
  const temporary = temporaryIn(dirname(path));
  try {
    const both = await Promise.allSettled([writeNew(temporary, content, files), first?.()]);
    for (const each of both) if (each.status === 'rejected') throw each.reason;
    await files.rename(temporary, path);
  } catch (error) {
    await discard(temporary, files);
    throw error;
  }
  await settle(path, files);
}

/** Removes a file, and resolves once it would stay removed after a power cut. @throws {Unsettled} as above. */
export async function removeDurably(path: string, files: Files = realFiles): Promise<void> {
  await files.rm(path, { force: true });
  await settle(path, files);
}

/** Writes, confirms and removes a small file, as every commit must. Rejects with the disk's own error. */
export async function probe(folder: string, files: Files = realFiles): Promise<void> {
  const temporary = temporaryIn(folder);
  try {
    await writeNew(temporary, 'Can this folder be written?\n', files);
  } finally {
    await discard(temporary, files);
  }
}

/** Makes a folder that only the owner may look into, and those above it, where they are not there. */
export async function makeFolder(path: string, files: Files = realFiles): Promise<void> {
  if (await isFolder(path)) return;
  // One at a time: Node's own way to make all of them never ends where the system refuses one, as in /proc.
  if (dirname(path) !== path) await makeFolder(dirname(path), files);
  await files.mkdir(path, { mode: OWNER_ONLY_FOLDER }).catch(async (error: unknown) => {
    // Another process may just have made it.
    if (!(await isFolder(path))) throw error;
  });
}

/** Whether there is a folder of that name, or a link to one. */
export async function isFolder(path: string): Promise<boolean> {
  const found = await real.stat(path).catch((error: unknown) => {
    // Below a file there is nothing.
    return codeOf(error) === 'ENOTDIR' ? undefined : ifMissing(error, undefined);
  });
  return found?.isDirectory() ?? false;
}

/** Writes a file that is not there yet, and flushes it; its folder is not. Half of it may be left where this rejects. */
export async function writeNew(path: string, content: string | Uint8Array, files: Files): Promise<void> {
  const file = await files.open(path, 'wx', OWNER_ONLY_FILE);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

// If it can't be removed now, the next start does it: the error that matters is the one that led here.
async function discard(temporary: string, files: Files): Promise<void> {
  await files.rm(temporary, { force: true }).catch(() => undefined);
}

async function settle(path: string, files: Files): Promise<void> {
  try {
    await syncFolder(dirname(path), files);
  } catch (error) {
    throw new Unsettled('the folder could not be flushed to disk', { cause: error });
  }
}

/** Flushes a folder's list of names. Windows has no such call and needs none: NTFS journals the names itself. */
export async function syncFolder(folder: string, files: Files = realFiles): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await files.open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The system's short code for an error ("ENOSPC"), which, unlike its message, never carries a file's name. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : 'unknown error';
}

/** `otherwise`, where the error is that there is no such file; else it is thrown on. */
export function ifMissing<T>(error: unknown, otherwise: T): T {
  if (codeOf(error) === 'ENOENT') return otherwise;
  throw error;
}

/** Whether there is anything of that name, be it a link to nothing. */
export function isThere(path: string): Promise<boolean> {
  return real.lstat(path).then(
    () => true,
    (error: unknown) => ifMissing(error, false),
  );
}
