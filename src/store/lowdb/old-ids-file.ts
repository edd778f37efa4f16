import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Damaged } from '../damaged.ts';
import { type OldIds, oldIdsSchema } from '../old-ids.ts';
import { ifMissing } from './files.ts';

/** The file in which upgrades keep what documents were called before. */
export const OLD_IDS = 'old-ids.json';

/** What documents were called before; nothing, where there is no such file. @throws {Damaged} it is not whole. */
export async function readOldIds(folder: string): Promise<OldIds> {
  const file = join(folder, OLD_IDS);
  const text = await readFile(file, 'utf8').catch((error: unknown) => ifMissing(error, '{}'));
  try {
    return oldIdsSchema.parse(JSON.parse(text));
  } catch {
    throw new Damaged([{ file, what: 'is torn, or is not a list of old ids' }]);
  }
}
