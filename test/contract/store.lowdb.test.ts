import { readKey } from '../../src/store/lowdb/data-keys.ts';
import type { Options } from '../../src/store/lowdb/options.ts';
import { UPGRADES } from '../../src/store/upgrades/index.ts';
import { quickFolder, storeIn, temporaryFolder } from '../support/store.ts';
import { storeContract } from './store.contract.ts';

/** The contract's places, each a folder that `newFolder` makes. */
const placesIn =
  (newFolder: () => Promise<string>, options: Partial<Options> = {}) =>
  async () => {
    const folder = await newFolder();
    return {
      open: () => storeIn(folder, options),
      openLater: (more: Options['upgrades']) =>
        storeIn(folder, { ...options, upgrades: [...UPGRADES, ...more] }),
    };
  };

storeContract('lowdb', placesIn(temporaryFolder));

const current = readKey(Buffer.alloc(32, 7).toString('base64'));
if (!current) throw new Error('32 bytes are a key');
storeContract('lowdb, encrypted', placesIn(quickFolder, { keys: { current, older: [] } }));
