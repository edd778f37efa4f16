import { chmod, lstat, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { OWNER_ONLY_FILE, OWNER_ONLY_FOLDER } from './files.ts';

const AT_ONCE = 32;
const OTHERS = 0o077;

/**
 * Takes from others the right to look into a data folder and all below it: one that was unpacked or copied is often readable by all.
 * Links are not followed. Where the system has no such rights to take, or the file is another user's, it stays as it is.
 */
export async function ownerOnly(folder: string): Promise<void> {
  await takeFromOthers(folder);
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const limited = pLimit(AT_ONCE);
  await Promise.all(
    entries
      .filter((entry) => entry.isFile() || entry.isDirectory())
      .map((entry) => limited(() => takeFromOthers(join(entry.parentPath, entry.name)))),
  );
}

async function takeFromOthers(path: string): Promise<void> {
  try {
    const found = await lstat(path);
    if ((found.mode & OTHERS) === 0) return;
    await chmod(path, found.isDirectory() ? OWNER_ONLY_FOLDER : OWNER_ONLY_FILE);
  } catch {
    // Gone meanwhile, or not ours to change.
  }
}
