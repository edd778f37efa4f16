import { realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { codeOf, isThere } from './files.ts';
import { Refused } from './refused.ts';

/** @throws {Refused} a backup can't be made at `target`: it is there already, or is in the data folder. */
export async function mustBeNew(target: string, folder: string): Promise<void> {
  if (await isThere(target)) throw new Refused(`${target} is there already: name a folder that is not.`);
  if (await isWithin(target, folder))
    throw new Refused(
      `${target} is in the data folder, where a backup is lost with it: name another folder.`,
    );
}

// By where the folders really are: a link may lead into the data folder.
async function isWithin(path: string, folder: string): Promise<boolean> {
  const parent = await realpath(dirname(path)).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') throw new Refused(`${dirname(path)} is not there: make it first.`);
    throw error;
  });
  return join(parent, basename(path)).startsWith(`${await realpath(folder)}${sep}`);
}
