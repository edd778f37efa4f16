import { byCollection, COLLECTIONS } from '../schemas.ts';
import { bringUp, formatOf } from '../upgrades/bring-up.ts';
import type { Upgrade } from '../upgrades/upgrade.ts';
import { datedBackup } from './backup.ts';
import { documentPath } from './names.ts';
import type { Options } from './options.ts';
import { replaceAll } from './replacement.ts';
import type { Survey } from './survey.ts';

/** What is stored in an older format as today's has it, in memory; what is of today's is as it was. */
export function inFormatOfToday(folder: string, old: Survey, upgrades: readonly Upgrade[]): Survey {
  const today = formatOf(upgrades);
  if (old.format === today) return old;
  const before = byCollection((collection) =>
    old.found.filter((one) => one.collection === collection).map(({ document }) => document),
  );
  const { contents, newIds } = bringUp(before, old.format, upgrades, old.oldIds);
  const found = COLLECTIONS.flatMap((collection) =>
    contents[collection].map((document) => {
      const { id } = document;
      return { collection, id, file: documentPath(folder, collection, id), document };
    }),
  );
  const ids = new Set(found.map(({ collection, id }) => `${collection}/${id}`));
  return {
    ...old,
    format: today,
    found,
    oldIds: newIds,
    isThere: (collection, id) => ids.has(`${collection}/${id}`) || old.isThere(collection, id),
  };
}

/** Brings the folder up to the format of today: a dated backup first, then all of it at once. Nothing is checked here. */
export async function upgradeFolder(
  folder: string,
  old: Survey,
  { upgrades, now, files }: Pick<Options, 'upgrades' | 'now' | 'files'>,
): Promise<void> {
  const { format, found, oldIds } = inFormatOfToday(folder, old, upgrades);
  const documents = found.map(({ collection, id, document }) => ({
    collection,
    id,
    content: async () => `${JSON.stringify(document, null, 2)}\n`,
  }));
  await replaceAll(
    folder,
    { format, oldIds, documents },
    async () => void (await datedBackup(folder, now(), `format-${old.format}`, files)),
    files,
  );
}
