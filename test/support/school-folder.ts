import { importMadeUpSchool } from '../../src/app/sandbox.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { temporaryFolder } from './store.ts';

/** A data folder with the made-up school as it is on `today`, and no review under way: nobody has anything to be told of. */
export async function schoolFolder(today: LocalDate): Promise<string> {
  const folder = await temporaryFolder();
  const store = await openLowdbStore(folder);
  await importMadeUpSchool(store, today);
  await store.close();
  return folder;
}
