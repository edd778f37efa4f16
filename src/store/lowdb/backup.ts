import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import pLimit from 'p-limit';
import { COLLECTIONS } from '../schemas.ts';
import { ifMissing, isLitter, makeFolder, syncFolder, writeNew } from './files.ts';
import { markerPath, markerText, readMarker } from './marker.ts';
import { documentName, idOfFile } from './names.ts';
import { OLD_IDS, OLD_IDS_NAME } from './old-ids-file.ts';
import type { Options } from './options.ts';
import { writtenAnew } from './sealed-anew.ts';

/** In the data folder, the folder of its backups. */
export const BACKUPS = 'backups';
const PARTIAL = '.partial';
const FILES_AT_ONCE = 16;

/** A moment as a file's name: 2026-11-21T09-00-00Z. */
export function stamp(now: Date): string {
  return `${now.toISOString().slice(0, 19).replaceAll(':', '-')}Z`;
}

/** One backup is made, or changed, at a time: what another has not finished is no litter, and two of one second need two names. */
export const inTurn = pLimit(1);

type Disk = Pick<Options, 'files' | 'keys'>;

/**
 * Copies all that is stored in `folder` into its own folder of backups, under the moment and `why`. Resolves to where it is,
 * once it would survive a power cut. A data folder has one process; in it one backup is made at a time.
 */
export function datedBackup(folder: string, now: Date, why: string, disk: Disk): Promise<string> {
  return inTurn(() => makeDated(folder, now, why, disk));
}

async function makeDated(folder: string, now: Date, why: string, disk: Disk): Promise<string> {
  const { files } = disk;
  const all = join(folder, BACKUPS);
  const names = await readdir(all).catch((error: unknown) => ifMissing<readonly string[]>(error, []));
  // What a killed process left of a copy is of no use.
  for (const name of names.filter((each) => each.endsWith(PARTIAL)))
    await files.rm(join(all, name), { force: true, recursive: true });
  const base = `${stamp(now)}-${why}`;
  const taken = names.filter((name) => name === base || name.startsWith(`${base}-again`)).length;
  const to = join(all, taken === 0 ? base : `${base}-again${taken}`);
  await makeFolder(all, files);
  await copyTo(to, folder, disk);
  return to;
}

/**
 * Copies all that is stored in `folder`, byte by byte, to `to`, which must not be there: whole, or not at all. What is not
 * encrypted with the current key, where there is one, is so in the copy. A document that is a link is read as what it points
 * to, and so is its copy.
 */
export async function copyTo(to: string, folder: string, disk: Disk): Promise<void> {
  const { files } = disk;
  const partial = `${to}${PARTIAL}`;
  const remove = () => files.rm(partial, { force: true, recursive: true });
  await remove();
  try {
    await copyInto(partial, folder, disk);
    await files.rename(partial, to);
  } catch (error) {
    // Half a copy would fill the disk the more. The error that matters is the one that led here.
    await remove().catch(() => undefined);
    throw error;
  }
  await syncFolder(dirname(to), files);
}

async function copyInto(partial: string, folder: string, disk: Disk): Promise<void> {
  const { files } = disk;
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
      whole.map(({ name: file }) => {
        const name = documentName(collection, idOfFile(file) ?? file);
        return fewAtOnce(() => copy(join(from, file), join(into, file), name, disk));
      }),
    );
    await syncFolder(into, files);
  }
  await copy(join(folder, OLD_IDS), join(partial, OLD_IDS), OLD_IDS_NAME, disk);
  await copyMarker(folder, partial, disk);
  await syncFolder(partial, files);
}

async function copy(from: string, to: string, name: string, { files, keys }: Disk): Promise<void> {
  const bytes = await readFile(from).catch((error: unknown) => ifMissing(error, undefined));
  if (!bytes) return;
  const anew = keys.current && writtenAnew(bytes, name, keys, 'plain-or-older');
  await writeNew(to, (anew && 'content' in anew && anew.content) || bytes, files);
}

// The copy of one that is damaged is damaged, too.
async function copyMarker(folder: string, partial: string, { files, keys }: Disk): Promise<void> {
  const bytes = await readFile(markerPath(folder)).catch((error: unknown) => ifMissing(error, undefined));
  if (!bytes) return;
  const key = keys.current?.id;
  const marker = key && (await readMarker(folder).catch(() => undefined));
  await writeNew(markerPath(partial), marker ? markerText({ ...marker, key }) : bytes, files);
}
