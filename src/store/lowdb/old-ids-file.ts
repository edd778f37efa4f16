import { join } from 'node:path';
import { Damaged } from '../damaged.ts';
import { type OldIds, oldIdsSchema } from '../old-ids.ts';
import { readJson, Unreadable } from './json-file.ts';

/** The file in which upgrades keep what documents were called before. */
export const OLD_IDS = 'old-ids.json';

/** What documents were called before; nothing, where there is no such file. @throws {Damaged} it is not whole. */
export async function readOldIds(folder: string): Promise<OldIds> {
  const file = join(folder, OLD_IDS);
  const found = await readJson(file).catch((error: unknown) => {
    throw error instanceof Unreadable ? new Damaged([{ file, ...error.wrong }]) : error;
  });
  const ids = oldIdsSchema.safeParse(found ?? {});
  if (ids.success) return ids.data;
  throw new Damaged([{ file, what: 'is not a list of old ids' }]);
}
