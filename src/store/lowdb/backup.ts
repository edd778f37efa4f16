import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { COLLECTIONS } from '../schemas.ts';
import { type Files, ifMissing, isLitter, makeFolder, syncFolder, writeNew } from './files.ts';
import { markerPath } from './marker.ts';
import { OLD_IDS } from './old-ids-file.ts';

/** In the data folder, the folder of its backups. */
export const BACKUPS = 'backups';
const PARTIAL = '.partial';
const FILES_AT_ONCE = 16;

/** A moment as a file's name: 2026-11-21T09-00-00Z. */
export function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** One copy at a time: what another has not finished is no litter, and two of one second need two names. */
const inTurn = pLimit(1);

/**
 * Copies all that is stored in `folder` into its own folder of backups, under the moment and `why`. Resolves to where it is,
 * once it would survive a power cut. A data folder has one process; in it one backup is made at a time.
 */
export function datedBackup(folder: string, now: Date, why: string, files: Files): Promise<string> {
  return inTurn(() => makeDated(folder, now, why, files));
}

async function makeDated(folder: string, now: Date, why: string, files: Files): Promise<string> {
  const all = join(folder, BACKUPS);
  const names = await readdir(all).catch((error: unknown) => ifMissing<readonly string[]>(error, []));
  // What a killed process left of a copy is of no use.
  for (const name of names.filter((each) => each.endsWith(PARTIAL)))
    await files.rm(join(all, name), { force: true, recursive: true });
  const base = `${stamp(now)}-${why}`;
  const taken = names.filter((name) => name === base || name.startsWith(`${base}-again`)).length;
  const to = join(all, taken === 0 ? base : `${base}-again${taken}`);
  await makeFolder(all, files);
  await copyTo(to, folder, files);
  return to;
}

/**
 * Copies all that is stored in `folder`, byte by byte, to `to`, which must not be there: whole, or not at all. A document that
 * is a link is read as what it points to, and so is its copy.
 */
export async function copyTo(to: string, folder: string, files: Files): Promise<void> {
  const partial = `${to}${PARTIAL}`;
  const remove = () => files.rm(partial, { force: true, recursive: true });
  await remove();
  try {
    await copyInto(partial, folder, files);
    await files.rename(partial, to);
  } catch (error) {
    // Half a copy would fill the disk the more. The error that matters is the one that led here.
    await remove().catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(to), files);
}

async function copyInto(partial: string, folder: string, files: Files): Promise<void> {
  const fewAtOnce = pLimit(FILES_AT_ONCE);
  for (const collection of COLLECTIONS) {
    const [from, into] = [join(folder, collection), join(partial, collection)];
    await makeFolder(into, files);
    const names = await readdir(from, { withFileTypes: true }).catch((error: unknown) =>
      ifMissing(error, []),
    );
    const whole = names.filter(
      (entry) => (entry.isFile() || entry.isSymbolicLink()) && !isLitter(entry.name),
    );
    await Promise.all(
      whole.map(({ name }) => fewAtOnce(() => copy(join(from, name), join(into, name), files))),
    );
    await syncFolder(into, files);
  }
  await copy(join(folder, OLD_IDS), join(partial, OLD_IDS), files);
  await copy(markerPath(folder), markerPath(partial), files);
  await syncFolder(partial, files);
}

async function copy(from: string, to: string, files: Files): Promise<void> {
  const bytes = await readFile(from).catch((error: unknown) => ifMissing(error, undefined));
  if (bytes) await writeNew(to, bytes, files);
}
