import { createHmac, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { ifMissing, realFiles, syncFolder, writeNew } from '../../store/lowdb/files.ts';
import type { MarkOf } from './tombstones.ts';

/** Where the key is: beside the data folder, so that no copy of the folder has it. */
const keyFile = (dataDir: string): string => `${resolve(dataDir)}.erased-key`;

async function keyIn(dataDir: string): Promise<string | undefined> {
  const found = await readFile(keyFile(dataDir), 'utf8').catch((error: unknown) =>
    ifMissing(error, undefined),
  );
  return found?.trim() || undefined;
}

/**
 * What makes the marks of those who were erased; the key is made where there is none.
 * @throws the disk's own error, where it can't be read or made.
 */
export async function markingIn(dataDir: string): Promise<MarkOf> {
  const known = await keyIn(dataDir);
  if (known) return marking(known);
  const made = randomBytes(32).toString('hex');
  await writeNew(keyFile(dataDir), `${made}\n`, realFiles);
  await syncFolder(dirname(keyFile(dataDir)));
  return marking(made);
}

/** The same, where there is a key: without one nobody was erased, or nobody can tell any more who was. */
export async function knownMarking(dataDir: string): Promise<MarkOf | undefined> {
  const known = await keyIn(dataDir);
  return known === undefined ? undefined : marking(known);
}

const marking =
  (key: string): MarkOf =>
  (text) =>
    createHmac('sha256', key).update(text).digest('base64url').slice(0, 24);
