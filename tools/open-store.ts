import { readDataFolder } from '../src/app/config.ts';
import { openLowdbStore } from '../src/store/lowdb/store.ts';
import type { Store } from '../src/store/store.ts';

/** The keys that the environment has: with DATA_KEY, every tool works on encrypted data. */
export const { keys } = readDataFolder(process.env);

/** Opens a data folder with those keys. */
export const openStore = (folder: string): Promise<Store> => openLowdbStore(folder, { keys });
