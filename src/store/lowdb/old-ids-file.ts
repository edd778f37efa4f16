import { join } from 'node:path';
import { Damaged } from '../damaged.ts';
import { type OldIds, oldIdsSchema } from '../old-ids.ts';
import type { DataKeys } from './data-keys.ts';
import { readSealed } from './json-file.ts';
import { Unreadable } from './unreadable.ts';

/** The file in which upgrades keep what documents were called before. */
export const OLD_IDS = 'old-ids.json';

/** What that file is called where it is encrypted. */
export const OLD_IDS_NAME = 'old-ids';

/**
 * What documents were called before; nothing, where there is no such file.
 * @throws {Damaged} it is not whole; {KeyMissing} it is encrypted with another key.
 */
export async function readOldIds(folder: string, keys: DataKeys): Promise<OldIds> {
  const file = join(folder, OLD_IDS);
  const found = await readSealed(file, OLD_IDS_NAME, keys).catch((error: unknown) => {
    throw error instanceof Unreadable ? new Damaged([{ file, ...error.wrong }]) : error;
  });
  const ids = oldIdsSchema.safeParse(found?.value ?? {});
  if (ids.success) return ids.data;
  throw new Damaged([{ file, what: 'is not a list of old ids' }]);
}
