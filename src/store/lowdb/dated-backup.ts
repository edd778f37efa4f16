import { resolve } from 'node:path';
import { datedBackup } from './backup.ts';
import { withDefaults } from './options.ts';

/**
 * Copies all that is stored in a data folder, which this process has open, to the folder's own backups. A document that is
 * written meanwhile is in it as it was, or as it is then: each is whole.
 * @returns where it is, once it would survive a power cut.
 */
export function backUpOpen(folder: string, why: string): Promise<string> {
  const { files, now } = withDefaults({});
  return datedBackup(resolve(folder), now(), why, files);
}
