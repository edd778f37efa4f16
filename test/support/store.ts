import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import type { Store } from '../../src/store/store.ts';
import { afterwards } from './afterwards.ts';

/** A fresh folder, removed when the test file is done. */
export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'send-review-bot-'));
  afterwards(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** An open lowdb store in a fresh temporary folder; closed and removed when the test file is done. */
export async function temporaryStore(): Promise<Store> {
  return storeIn(await temporaryFolder());
}

/** An open lowdb store in `folder`, closed when the test file is done, if it is not before. */
export async function storeIn(folder: string): Promise<Store> {
  const store = await openLowdbStore(folder);
  afterwards(() => store.close());
  return store;
}
