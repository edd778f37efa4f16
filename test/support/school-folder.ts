import { importMadeUpSchool, MADE_UP_SCHOOL } from '../../src/app/sandbox.ts';
import type { LocalDate } from '../../src/domain/time.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { quickFolder } from './store.ts';

/** A data folder with the made-up school as it is on `today`, and no review under way: nobody has anything to be told of. */
export async function schoolFolder(today: LocalDate): Promise<string> {
  const folder = await quickFolder();
  const store = await openLowdbStore(folder);
  await importMadeUpSchool(store, today);
  await store.close();
  return folder;
}

/** The id of the pupil with that reference, in a data folder that no other process has open. */
export async function pupilIdIn(folder: string, ref: string): Promise<string> {
  const store = await openLowdbStore(folder);
  const pupils = await store.pupilsOf(MADE_UP_SCHOOL);
  await store.close();
  const found = pupils.find((pupil) => pupil.ref === ref);
  if (!found) throw new Error(`the made-up school has no pupil ${ref}`);
  return found.id;
}
