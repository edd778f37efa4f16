import { mkdir, readdir, readFile, rename, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { backUp, verifyBackup, verifyData } from '../../../src/store/lowdb/maintenance.ts';
import { withDefaults } from '../../../src/store/lowdb/options.ts';
import { Damaged, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import type { Collection } from '../../../src/store/store.ts';
import type { StoredDocument } from '../../../src/store/stored-document.ts';
import { UPGRADES } from '../../../src/store/upgrades/index.ts';
import { eachDocument, type Upgrade } from '../../../src/store/upgrades/upgrade.ts';
import { quickFolder, storeIn } from '../../support/store.ts';
import { FORMAT } from '../documents.ts';
import { storeEverything } from '../every-document.ts';
import { change, everythingIn, oldFolder } from './old-folder.ts';

const options = withDefaults({});
const PUPIL = join('pupils', 'oakfield-p1.json');

/** A data folder of today, not open. */
async function dataFolder(): Promise<string> {
  const folder = await quickFolder();
  const store = await openLowdbStore(folder);
  await storeEverything(store);
  await store.close();
  // As it is where there was an upgrade.
  await mkdir(join(folder, 'backups'));
  return folder;
}

/** Why the bot can't start on this folder, which is left as it was. */
async function refusal(folder: string, upgrades: readonly Upgrade[] = UPGRADES): Promise<string> {
  const before = await everythingIn(folder);
  const error = await openLowdbStore(folder, { upgrades }).then(
    () => expect.fail('it started'),
    (reason: unknown) => reason as Error,
  );
  expect(error).toBeInstanceOf(Damaged);
  expect(await everythingIn(folder)).toEqual(before);
  return error.message;
}

describe('an older document that is spoilt', () => {
  it.each([{}, 'none', 7, [null], null])(
    '(refused requests are %j) is named, by the field at fault',
    async (spoilt) => {
      const folder = await oldFolder(1);
      await change(join(folder, PUPIL), (json) => ({ ...json, refusedRequests: spoilt }));
      expect(await refusal(folder)).toMatch(
        new RegExp(`${join(folder, PUPIL)}, refusedRequests.*, once brought up from format 1\\.`),
      );
    },
  );

  const tripping = (trips: (document: StoredDocument, of: Collection) => boolean): readonly Upgrade[] => {
    const run = eachDocument((document, of) => {
      if (trips(document, of)) throw new TypeError('a secret of Ada’s');
      return { ...document, format: FORMAT + 1 };
    });
    return [...UPGRADES, { to: FORMAT + 1, run }];
  };

  it('over which an upgrade trips is named, with all else that is wrong', async () => {
    const folder = await oldFolder(1);
    await writeFile(join(folder, 'reviews', 'early.json'), '');
    await change(join(folder, 'schools', 'elm.json'), ({ name: _, ...rest }) => rest);
    expect(
      (
        await refusal(
          folder,
          tripping(({ ref }, of) => of === 'pupils' && ref === 'P1'),
        )
      ).split('\n'),
    ).toEqual([
      `${join(folder, 'reviews', 'early.json')} is empty.`,
      `${join(folder, PUPIL)} could not be brought up from format 1.`,
      `${join(folder, 'schools', 'elm.json')}, name: is missing, once brought up from format 1.`,
      'Nothing was changed. Put it back from your last backup, then start again.',
    ]);
  });

  it('over which an upgrade of all at once trips stops the start with the folder’s name', async () => {
    const folder = await oldFolder(1);
    const run = () => {
      throw new TypeError('a secret of Ada’s');
    };
    expect(await refusal(folder, [...UPGRADES, { to: FORMAT + 1, run }])).toContain(
      `${folder} could not be brought up from format 1.`,
    );
  });

  it('over which an upgrade trips, and which can be learnt again, is set aside, and the rest is upgraded', async () => {
    const folder = await oldFolder(1);
    const set: string[] = [];
    const store = await storeIn(folder, {
      upgrades: tripping((_, of) => of === 'mornings'),
      onSetAside: (documents) => set.push(...documents.map(({ id }) => id)),
    });
    expect(set).toEqual(['oakfield']);
    expect(await store.reviewsOf('oakfield')).toHaveLength(28);
  });
});

describe('fields that don’t go together', () => {
  it('(two plans of a kind) stop the start', async () => {
    const folder = await dataFolder();
    await change(join(folder, PUPIL), ({ plans, ...rest }) => ({ ...rest, plans: [plans, plans].flat() }));
    expect(await refusal(folder)).toContain(
      `${join(folder, PUPIL)}, plans[1].kind: names a kind of plan that the pupil has already.`,
    );
  });

  it('(a review of another school than its pupil) stop the start', async () => {
    const folder = await dataFolder();
    const review = join(folder, 'reviews', 'early.json');
    await change(review, (json) => ({ ...json, schoolId: 'elm' }));
    expect(await refusal(folder)).toContain(`${review}, schoolId: names another school than the pupil’s.`);
  });
});

describe('a document that is a link', () => {
  it('is read as what it points to, and is in a backup as a file of its own', async () => {
    const folder = await dataFolder();
    const elsewhere = join(await quickFolder(), 'pupil.json');
    await rename(join(folder, PUPIL), elsewhere);
    await symlink(elsewhere, join(folder, PUPIL));
    expect((await verifyData(folder, options))?.faults).toEqual([]);
    const backup = join(await quickFolder(), 'backup');
    await backUp(folder, backup, options);
    expect(await readFile(join(backup, PUPIL))).toEqual(await readFile(elsewhere));
    const [entry] = (await readdir(join(backup, 'pupils'), { withFileTypes: true })).filter(
      ({ name }) => name === 'oakfield-p1.json',
    );
    expect(entry?.isFile()).toBe(true);
    expect((await verifyBackup(backup, options))?.faults).toEqual([]);
  });
});

describe('a backup', () => {
  it.each(['replacement', 'backups/mine', 'reviews/x.json', 'new'])(
    'is not put into the data folder (%s), where it goes with it or is taken for data',
    async (within) => {
      const folder = await dataFolder();
      const before = await everythingIn(folder);
      await expect(backUp(folder, join(folder, within), options)).rejects.toThrow('is in the data folder');
      const link = join(await quickFolder(), 'link');
      await symlink(folder, link);
      await expect(backUp(folder, join(link, within), options)).rejects.toThrow('is in the data folder');
      expect(await everythingIn(folder)).toEqual(before);
    },
  );
});
