import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { byCollection, COLLECTIONS } from '../schemas.ts';
import { type Files, isLitter, makeFolder, syncFolder } from './files.ts';
import { writeMarker } from './marker.ts';
import { ownerOnly } from './owner-only.ts';

/** Makes a new data folder in `folder`, where nothing is stored yet. The marker is written last: without it, it is none. */
export async function beginFolder(folder: string, format: number, files: Files): Promise<void> {
  for (const collection of COLLECTIONS) await makeFolder(join(folder, collection), files);
  await syncFolder(folder, files);
  await writeMarker(folder, { format, documents: byCollection(() => 0) }, files);
}

/**
 * Makes what older versions did not make, removes what a killed process left half written, and takes from others the right to
 * look into it: a restored backup is often readable by all.
 */
export async function tidyFolder(folder: string, files: Files): Promise<void> {
  await removeLitter(folder, files);
  for (const collection of COLLECTIONS) {
    const path = join(folder, collection);
    await makeFolder(path, files);
    await removeLitter(path, files);
  }
  await ownerOnly(folder);
}

async function removeLitter(path: string, files: Files): Promise<void> {
  const names = await readdir(path);
  for (const name of names.filter(isLitter)) await files.rm(join(path, name), { force: true });
}
