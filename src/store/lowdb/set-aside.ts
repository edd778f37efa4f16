import { basename, dirname, join } from 'node:path';
import type { StoredFault } from '../damaged.ts';
import { byCollection } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { stamp } from './backup.ts';
import { makeFolder, syncFolder } from './files.ts';
import { type Counted, writeMarker } from './marker.ts';
import { collectionPath } from './names.ts';
import type { Options, SetAside } from './options.ts';
import type { Survey } from './survey.ts';

/** In the data folder, the folder of what was set aside. */
export const SET_ASIDE = 'set-aside';

/**
 * Moves the documents at fault to a dated folder, where they are out of the way and can be looked at, and counts no more what
 * went with a folder that is missing. Resolves to how many documents are then there.
 */
export async function setAside(
  folder: string,
  faults: readonly StoredFault[],
  { format, there }: Survey,
  { files, now, onSetAside, onMissing }: Options,
): Promise<Counted> {
  const aside = join(folder, SET_ASIDE, stamp(now()));
  const moving = new Map<string, SetAside>();
  for (const { file, document, field } of faults) {
    if (!document) continue;
    const fields = [...(moving.get(file)?.fields ?? []), ...(field ? [field] : [])];
    moving.set(file, { ...document, file: join(aside, document.collection, basename(file)), fields });
  }
  const missing = faults.flatMap(({ collection }) => collection ?? []);
  if (moving.size === 0 && missing.length === 0) return there;
  const gone = (of: Collection) => [...moving.values()].filter(({ collection }) => collection === of).length;
  const left = byCollection((each) => there[each] - gone(each));
  // Counted first: a process killed in between leaves a count that is too low, which stops no start.
  await writeMarker(folder, { format, documents: left }, files);
  for (const [from, { collection, file }] of moving) {
    await makeFolder(dirname(file), files);
    await files.rename(from, file);
    await syncFolder(dirname(file), files);
    await syncFolder(collectionPath(folder, collection), files);
  }
  if (missing.length > 0) onMissing(missing);
  if (moving.size > 0) onSetAside([...moving.values()]);
  return left;
}
