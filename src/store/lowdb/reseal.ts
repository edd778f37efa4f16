import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import pLimit from 'p-limit';
import { COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { BACKUPS, inTurn } from './backup.ts';
import { ERASING, erasingInTurn, erasingName, erasingPath } from './erasing.ts';
import { ifMissing, writeDurably } from './files.ts';
import type { NeedsKey } from './key-needed.ts';
import { readMarker, writeMarker } from './marker.ts';
import { documentName, documentPath, idOfFile } from './names.ts';
import { OLD_IDS, OLD_IDS_NAME } from './old-ids-file.ts';
import type { Options } from './options.ts';
import { type Which, writtenAnew } from './sealed-anew.ts';
import { SET_ASIDE } from './set-aside.ts';

/** A file, and what it is called where it is encrypted. */
interface Called {
  readonly path: string;
  readonly name: string;
}

/** What came of it. */
export interface Resealed {
  /** How many files were written anew. */
  readonly files: number;
  /** What takes a key that was not given, and stays as it is. */
  readonly closed: readonly NeedsKey[];
}

const NOTHING: Resealed = { files: 0, closed: [] };

type Disk = Pick<Options, 'files' | 'keys'>;

const FILES_AT_ONCE = 16;

/**
 * Encrypts with the current key what in a data folder is no document in use: old ids, backups, the notes of imports and of what is
 * being erased, and what was set aside. `which`: what was never encrypted, or what older keys encrypted, too. Cut short, the next goes on with it.
 */
export async function resealBeside(folder: string, disk: Disk, which: Which): Promise<Resealed> {
  const { current } = disk.keys;
  if (!current) return NOTHING;
  const aside = await foldersIn(join(folder, SET_ASIDE));
  const loose = [oldIdsOf(folder), ...(await notesIn(join(folder, BACKUPS)))];
  const parts = [await resealAll([...loose, ...(await Promise.all(aside.map(filesOf))).flat()], disk, which)];
  for (const id of (await namesIn(join(folder, ERASING))).flatMap((name) => idOfFile(name) ?? []))
    parts.push(
      await erasingInTurn(() =>
        reseal({ path: erasingPath(folder, id), name: erasingName(id) }, disk, which),
      ),
    );
  await inTurn(async () => {
    for (const backup of await foldersIn(join(folder, BACKUPS)))
      parts.push(await resealBackup(backup, current.id, disk, which));
  });
  return allOf(parts);
}

/** All that was done together. */
export function allOf(parts: readonly Resealed[]): Resealed {
  return {
    files: parts.reduce((all, { files }) => all + files, 0),
    closed: parts.flatMap(({ closed }) => closed),
  };
}

// Its marker says once all of it is encrypted, so that a start need not look into each of its files.
async function resealBackup(backup: string, key: string, disk: Disk, which: Which): Promise<Resealed> {
  const marker = await readMarker(backup).catch(() => undefined);
  if (which === 'plain' && marker?.key) return NOTHING;
  const done = await resealAll([oldIdsOf(backup), ...(await filesOf(backup))], disk, which);
  if (marker && done.closed.length === 0) await writeMarker(backup, { ...marker, key }, disk.files);
  return done;
}

/** Writes those files anew that are not as they should be. */
export async function resealAll(files: readonly Called[], disk: Disk, which: Which): Promise<Resealed> {
  const limited = pLimit(FILES_AT_ONCE);
  return allOf(await Promise.all(files.map((file) => limited(() => reseal(file, disk, which)))));
}

/** Writes a file anew, where it is not as it should be. */
export async function reseal({ path, name }: Called, { keys, files }: Disk, which: Which): Promise<Resealed> {
  if (!keys.current) return NOTHING;
  const bytes = await readFile(path).catch((error: unknown) => ifMissing(error, undefined));
  if (!bytes) return NOTHING;
  const anew = writtenAnew(bytes, name, keys, which);
  if ('needs' in anew) return { files: 0, closed: [{ file: path, needs: anew.needs }] };
  if (!anew.content) return NOTHING;
  await writeDurably(path, anew.content, files);
  return { files: 1, closed: [] };
}

/** A document's file in a folder that is laid out as a data folder is. */
export const documentAt = (folder: string, collection: Collection, id: string): Called => ({
  path: documentPath(folder, collection, id),
  name: documentName(collection, id),
});

const oldIdsOf = (folder: string): Called => ({ path: join(folder, OLD_IDS), name: OLD_IDS_NAME });

async function foldersIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    ifMissing(error, []),
  );
  return entries.filter((one) => one.isDirectory()).map(({ name }) => join(folder, name));
}

async function notesIn(backups: string): Promise<readonly Called[]> {
  return (await namesIn(backups)).map((name) => ({ path: join(backups, name), name: noteName(name) }));
}

/** What the note beside an import's backup is called where it is encrypted. */
export const noteName = (file: string): string => `${BACKUPS}/${basename(file, '.json')}`;

async function namesIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch((error: unknown) =>
    ifMissing(error, []),
  );
  return entries.filter((one) => one.isFile() && idOfFile(one.name)).map(({ name }) => name);
}

/** The documents in a folder that is laid out as a data folder is. */
async function filesOf(folder: string): Promise<readonly Called[]> {
  const all = await Promise.all(
    COLLECTIONS.map(async (collection) => {
      const names = await namesIn(join(folder, collection));
      return names.map((file) => documentAt(folder, collection, idOfFile(file) ?? ''));
    }),
  );
  return all.flat();
}
