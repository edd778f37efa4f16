import { rmSync } from 'node:fs';
import { access, constants, mkdtemp, statfs } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Options } from '../../src/store/lowdb/options.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import type { Store } from '../../src/store/store.ts';
import { afterwards } from './afterwards.ts';
import { AT_ONCE } from './at-once.ts';

/** A fresh folder, removed when the test file is done. */
export function temporaryFolder(): Promise<string> {
  return folderIn(tmpdir());
}

async function folderIn(parent: string): Promise<string> {
  const folder = await mkdtemp(join(parent, 'send-review-bot-'));
  afterwards(async () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** The disk in memory that Linux has. */
const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 256 * 1024 * 1024;

/** As {@link temporaryFolder}, in memory where there is room: for where a test is not about disks, and need not wait for one. */
export async function quickFolder(): Promise<string> {
  return folderIn((await hasRoom(MEMORY)) ? MEMORY : tmpdir());
}

async function hasRoom(folder: string): Promise<boolean> {
  try {
    await access(folder, constants.W_OK);
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize >= ENOUGH_BYTES;
  } catch {
    return false;
  }
}

/** An open lowdb store in a {@link quickFolder}; closed and removed when the test file is done. */
export async function temporaryStore(): Promise<Store> {
  return storeIn(await quickFolder(), { files: AT_ONCE });
}

/** An open lowdb store in `folder`, closed when the test file is done, if it is not before. */
export async function storeIn(folder: string, options: Partial<Options> = {}): Promise<Store> {
  const store = await openLowdbStore(folder, options);
  afterwards(() => store.close());
  return store;
}

/** A store that does what `instead` says where that has something to say. */
export function overlaid(store: Store, instead: Partial<Store>): Store {
  return new Proxy(store, {
    get: (target, key: keyof Store) => {
      const own = instead[key] ?? target[key];
      return typeof own === 'function' ? own.bind(target) : own;
    },
  });
}
