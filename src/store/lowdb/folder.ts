import { chmod, mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Collection } from '../store.ts';
import { Damaged } from './document-file.ts';
import { isLitter, OWNER_ONLY_FOLDER, syncFolder, writeDurably } from './files.ts';
import { COLLECTIONS, idOfFile, isLater } from './names.ts';

/** The marker says whose folder this is, and how what is in it is written. */
const MARKER = 'format.json';
const WHAT = 'send-review-bot data';
const FORMAT = 1;

/**
 * Makes a new data folder, or checks that an old one is whole. The marker is written last, so: with a marker, every
 * collection must be there (but those that came later, which an older version did not make); without one, no document may be. Anything else is half a data folder (a backup put
 * back in part, say), and is left alone.
 * @throws {Damaged} naming the file or folder.
 */
export async function prepareFolder(folder: string): Promise<void> {
  const marker = join(folder, MARKER);
  const text = await readIfThere(marker);
  if (text === undefined) return begin(folder, marker);
  checkMarker(marker, text);
  for (const collection of COLLECTIONS) {
    if (isLater(collection)) await makeCollection(folder, collection);
    await checkCollection(join(folder, collection));
  }
}

async function begin(folder: string, marker: string): Promise<void> {
  for (const collection of COLLECTIONS) {
    if (await hasDocuments(folder, collection))
      throw new Damaged(marker, 'is missing, though there is data beside it');
  }
  for (const collection of COLLECTIONS) await makeCollection(folder, collection);
  await syncFolder(folder);
  await writeDurably(marker, `${JSON.stringify({ what: WHAT, format: FORMAT }, null, 2)}\n`);
}

async function makeCollection(folder: string, collection: Collection): Promise<void> {
  await mkdir(join(folder, collection), { recursive: true, mode: OWNER_ONLY_FOLDER });
}

async function hasDocuments(folder: string, collection: Collection): Promise<boolean> {
  const names = await readdir(join(folder, collection)).catch((error: unknown) => ifMissing(error, []));
  return names.some((name) => idOfFile(name) !== undefined && !isLitter(name));
}

function checkMarker(path: string, text: string): void {
  let found: unknown;
  try {
    found = JSON.parse(text);
  } catch {
    throw new Damaged(path, 'is torn or is not JSON');
  }
  if (typeof found !== 'object' || found === null || !('what' in found) || found.what !== WHAT) {
    throw new Damaged(path, 'is not the marker of a send-review-bot data folder');
  }
  if (!('format' in found) || found.format !== FORMAT) {
    throw new Error(`${path} is of a format this version can't read (it reads format ${FORMAT})`);
  }
}

async function checkCollection(path: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => ifMissing(error, undefined));
  if (!found?.isDirectory()) throw new Damaged(path, 'is missing');
  // A restored backup is often readable by all. Where the system has no such rights to take, there is nothing to do.
  if ((found.mode & 0o077) !== 0) await chmod(path, OWNER_ONLY_FOLDER).catch(() => undefined);
}

async function readIfThere(path: string): Promise<string | undefined> {
  return readFile(path, 'utf8').catch((error: unknown) => ifMissing(error, undefined));
}

function ifMissing<T>(error: unknown, otherwise: T): T {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise;
  throw error;
}
