import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openLowdbStore } from '../src/store/lowdb/store.ts';
import { storeEverything } from '../test/store/every-document.ts';

// Writes one of every document that this version makes, as it stores it: what the next format is upgraded from in tests.
// npm run store:fixtures -- test/store/fixtures/format-<n> (a folder that is not there yet; see docs/stored-data.md)

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: npm run store:fixtures -- FOLDER');

const store = await openLowdbStore(folder);
await storeEverything(store);
await store.close();
await rm(join(folder, 'lock'));
