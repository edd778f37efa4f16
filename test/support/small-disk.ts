import { execFile } from 'node:child_process';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from 'vitest';
import { afterwards } from './afterwards.ts';
import { temporaryFolder } from './store.ts';

const run = promisify(execFile);

/** A real disk that is small enough to be filled. */
export interface SmallDisk {
  /** Where it is. */
  readonly folder: string;
  /** Why there is none, where it can't be had: it takes Linux, and the right to mount. */
  readonly missing: string | undefined;
  /** Fills it to the last byte. */
  fill(): Promise<void>;
  /** Makes room again. */
  free(): Promise<void>;
}

/** A disk in memory of `size` (as "512k"), gone when the test file is done. Warns where there can be none. */
export async function smallDisk(size: string): Promise<SmallDisk> {
  const folder = await temporaryFolder();
  const filler = join(folder, 'filler');
  const missing = await mount(folder, size);
  if (missing === undefined) afterwards(() => run('umount', ['-l', folder]));
  else console.warn(`SKIPPED: what happens when the disk is full. ${missing}`);
  return {
    folder,
    missing,
    fill: () => fillWith(filler),
    free: () => rm(filler, { force: true }),
  };
}

async function mount(folder: string, size: string): Promise<string | undefined> {
  if (process.platform !== 'linux')
    return `mounting a small disk is only known on Linux, not ${process.platform}`;
  return run('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', folder]).then(
    () => undefined,
    (error: unknown) =>
      `a small disk can't be mounted here: ${error instanceof Error ? error.message : error}`,
  );
}

async function fillWith(filler: string): Promise<void> {
  let pieces = 0;
  for (let size = 256 * 1024; size >= 1; ) {
    const written = await writeFile(filler, 'x'.repeat(size), { flag: 'a' }).then(
      () => true,
      () => false,
    );
    pieces += written ? 1 : 0;
    if (!written) size = Math.floor(size / 2);
  }
  expect(pieces).toBeGreaterThan(0);
}
