import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, restore } from '../../../src/store/lowdb/maintenance.ts';
import { withDefaults } from '../../../src/store/lowdb/options.ts';
import { Damaged, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import type { Collection } from '../../../src/store/store.ts';
import { quickFolder, storeIn } from '../../support/store.ts';
import { FaultyFiles } from './faults.ts';
import { everythingIn, oldFolder } from './old-folder.ts';

/** A data folder of today, not open. */
async function dataFolder() {
  const folder = await oldFolder(1);
  await (await openLowdbStore(folder)).close();
  return { folder, at: (...path: readonly string[]) => join(folder, ...path) };
}

/** Why the bot can't start on this folder. */
async function refusal(folder: string): Promise<string> {
  const error = await openLowdbStore(folder).then(
    () => expect.fail('it started'),
    (reason: unknown) => reason as Error,
  );
  expect(error).toBeInstanceOf(Damaged);
  return error.message;
}

describe('what stands where something else should be', () => {
  it.each(['reviews', 'contacts'])(
    '(a file for the folder %s) is named, with what to do',
    async (collection) => {
      const { folder, at } = await dataFolder();
      await rename(at(collection), `${at(collection)}-elsewhere`);
      await writeFile(at(collection), '');
      expect(await refusal(folder)).toBe(
        `${at(collection)} is a file, where a folder should be. Nothing was changed. Move what does not belong there out of ` +
          'the folder, put back what is missing from your last backup, then start again.',
      );
    },
  );

  it.each(['format.json', 'old-ids.json', join('reviews', 'early.json')])(
    '(a folder for the file %s) is named, with what to do',
    async (file) => {
      const { folder, at } = await dataFolder();
      await rm(at(file));
      await mkdir(at(file));
      expect(await refusal(folder)).toContain(
        `${at(file)} is a folder, where a file should be. Nothing was changed. Move`,
      );
    },
  );

  it.each(['early (copy).json', 'early-copy.json'])(
    '(a document’s copy, %s) is to be moved out, not put back',
    async (copy) => {
      const { folder, at } = await dataFolder();
      await writeFile(at('reviews', copy), await readFile(at('reviews', 'early.json')));
      expect(await refusal(folder)).toBe(
        `${at('reviews', copy)} is a copy of another document in that folder. Nothing was changed. A person or a program ` +
          'copied it there: move it out of the folder, then start again. Nothing else is needed.',
      );
    },
  );

  it('(a hidden file, as an editor or a copying program leaves one) is to be moved out, not put back', async () => {
    const { folder, at } = await dataFolder();
    await writeFile(at('reviews', '._early.json'), 'Mac OS X');
    expect(await refusal(folder)).toContain(
      `${at('reviews', '._early.json')} is a hidden file, and no document. Nothing was changed. A person or a program copied it there`,
    );
  });

  it('(a document under another’s name) is named, with what to do', async () => {
    const { folder, at } = await dataFolder();
    await rename(at('reviews', 'early.json'), at('reviews', 'earlier.json'));
    const said = await refusal(folder);
    expect(said).toContain(`${at('reviews', 'earlier.json')} holds another document than its name says`);
    expect(said).toContain('Move what does not belong there out of the folder');
  });
});

it('a byte order mark, as some editors put it at the beginning, is passed over in every file', async () => {
  const { folder, at } = await dataFolder();
  for (const file of ['format.json', 'old-ids.json', join('reviews', 'early.json')])
    await writeFile(at(file), `\uFEFF${await readFile(at(file), 'utf8')}`);
  expect(await (await storeIn(folder)).get('reviews', 'early')).toBeDefined();
});

describe('a missing folder of what can be learnt again', () => {
  it.each(['contacts', 'digests', 'mornings'] as const)(
    '(%s) is told of once, and begun anew',
    async (gone) => {
      const { folder, at } = await dataFolder();
      await rm(at(gone), { recursive: true });
      const told: Collection[] = [];
      const open = async () => {
        const store = await openLowdbStore(folder, {
          onMissing: (collections) => void told.push(...collections),
        });
        await store.close();
      };
      await open();
      await open();
      expect(told).toEqual([gone]);
      expect((await stat(at(gone))).isDirectory()).toBe(true);
    },
  );
});

describe('a disk that fills up', () => {
  it('under a backup is said, and half a backup does not stay', async () => {
    const { folder } = await dataFolder();
    const files = new FaultyFiles();
    files.fail('write');
    const beside = await quickFolder();
    await expect(backUp(folder, join(beside, 'mine'), withDefaults({ files }))).rejects.toThrow(
      'The disk is full (ENOSPC). Nothing was changed.',
    );
    expect(await readdir(beside)).toEqual([]);
  });

  it('while a backup is put back is said: nothing was changed', async () => {
    const { folder } = await dataFolder();
    const before = await everythingIn(folder, ['backups', 'replacement']);
    const files = new FaultyFiles();
    files.fail('write');
    const restoring = restore(folder, await oldFolder(1), withDefaults({ files }));
    await expect(restoring).rejects.toThrow('Nothing was changed.');
    expect(await everythingIn(folder, ['backups', 'replacement'])).toEqual(before);
  });

  it('once the backup had begun to take its place is said too: the next start goes on with it', async () => {
    const { folder } = await dataFolder();
    const files = new FaultyFiles();
    // The first to take another's place is each marker, then the collections.
    await restore(folder, await oldFolder(1), withDefaults({ files }));
    const renames = files.steps.filter((step) => step === 'rename').length;
    const failing = new FaultyFiles();
    let left = renames - 3;
    failing.rename = async (from, to) => {
      if (left-- === 0) failing.fail('rename');
      return FaultyFiles.prototype.rename.call(failing, from, to);
    };
    const restoring = restore(folder, await oldFolder(1), withDefaults({ files: failing }));
    await expect(restoring).rejects.toThrow('the next start goes on with it');
    expect(await (await storeIn(folder)).get('reviews', 'early')).toBeDefined();
  });
});
