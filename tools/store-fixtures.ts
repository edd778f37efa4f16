import { openLowdbStore } from '../src/store/lowdb/store.ts';
import type { Collection, Store } from '../src/store/store.ts';
import { everyDocument } from '../test/store/every-document.ts';

// Writes one of every document that this version makes, as it stores it: what the next format is upgraded from in tests.
// npm run store:fixtures -- test/store/fixtures/format-N (a folder that is not there yet; see docs/stored-data.md)

const [folder] = process.argv.slice(2);
if (!folder) throw new Error('Usage: node tools/store-fixtures.ts FOLDER');

const every = everyDocument();
const store = await openLowdbStore(folder);
await putAll(store, 'schools');
await putAll(store, 'pupils');
await putAll(store, 'reviews');
await putAll(store, 'contacts');
await putAll(store, 'digests');
await putAll(store, 'mornings');
await store.close();

async function putAll<C extends Collection>(into: Store, collection: C): Promise<void> {
  for (const document of every[collection]) await into.put(collection, document);
}
