import type { StoredFault } from '../damaged.ts';
import { byCollection, COLLECTIONS } from '../schemas.ts';
import type { Collection } from '../store.ts';
import { bringUp, formatOf } from '../upgrades/bring-up.ts';
import type { Stuck } from '../upgrades/upgrade.ts';
import { datedBackup } from './backup.ts';
import { asText } from './json-file.ts';
import { documentPath } from './names.ts';
import type { Options } from './options.ts';
import { replaceAll } from './replacement.ts';
import type { Survey } from './survey.ts';

/**
 * What is stored in an older format as today's has it, in memory; what is of today's is as it was. What can't be brought up is
 * not in it, and is among its faults.
 */
export function inFormatOfToday(
  folder: string,
  old: Survey,
  { upgrades, secret }: Pick<Options, 'upgrades' | 'secret'>,
): Survey {
  const today = formatOf(upgrades);
  if (old.format === today) return old;
  const before = byCollection((collection) =>
    old.found.filter((one) => one.collection === collection).map(({ document }) => document),
  );
  const { contents, newIds, stuck } = bringUp(before, old.format, upgrades, old.oldIds, secret);
  const called = byCollection((collection) => {
    const names = Object.entries(newIds[collection] ?? {}).filter(([was]) => old.isThere(collection, was));
    return new Map(names.map(([was, id]) => [id, was]));
  });
  // Where it stands, whatever it is to be called: a fault is put right there.
  const idBefore = (collection: Collection, id: string) => called[collection].get(id) ?? id;
  const fileOf = (collection: Collection, id: string) =>
    documentPath(folder, collection, idBefore(collection, id));
  const found = COLLECTIONS.flatMap((collection) =>
    contents[collection].map((document) => {
      const { id } = document;
      return { collection, id, file: fileOf(collection, id), document };
    }),
  );
  const ids = new Set(found.map(({ collection, id }) => `${collection}/${id}`));
  return {
    ...old,
    format: today,
    found,
    faults: [...old.faults, ...stuck.map((one) => notBroughtUp(folder, old.format, one, fileOf))],
    oldIds: newIds,
    isThere: (collection, id) =>
      ids.has(`${collection}/${id}`) || old.isThere(collection, idBefore(collection, id)),
  };
}

function notBroughtUp(
  folder: string,
  format: number,
  { document }: Stuck,
  fileOf: (collection: Collection, id: string) => string,
): StoredFault {
  const what = `could not be brought up from format ${format}`;
  if (!document) return { file: folder, what };
  return { file: fileOf(document.collection, document.id), document, what };
}

/**
 * Puts what came of an upgrade in the place of what is stored: a dated backup first, then all of it at once. Nothing is checked
 * here.
 */
export async function upgradeFolder(
  folder: string,
  old: Survey,
  { format, found, oldIds }: Survey,
  { now, onUpgraded, ...disk }: Pick<Options, 'now' | 'files' | 'keys' | 'onUpgraded'>,
): Promise<void> {
  const documents = found.map(({ collection, id, document }) => ({
    collection,
    id,
    content: async () => asText(document),
  }));
  let backup = '';
  await replaceAll(
    folder,
    { format, oldIds, documents },
    async () => {
      backup = await datedBackup(folder, now(), `format-${old.format}`, disk);
    },
    disk,
  );
  onUpgraded({ from: old.format, to: format, backup, was: old.found });
}
