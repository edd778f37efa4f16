import { rmSync } from 'node:fs';
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Files } from '../../../src/store/lowdb/files.ts';
import { restore } from '../../../src/store/lowdb/maintenance.ts';
import { withDefaults } from '../../../src/store/lowdb/options.ts';
import { Damaged, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { AT_ONCE } from '../../support/at-once.ts';
import { FORMAT } from '../documents.ts';
import { DyingFiles } from './dying.ts';
import { change, everythingIn, littleOldFolder } from './old-folder.ts';

const REVIEW = join('reviews', 'ehcp-acting.json');
const open = async (folder: string, files: Files = AT_ONCE) =>
  (await openLowdbStore(folder, { files })).close();
const json = async (...path: readonly string[]) => JSON.parse(await readFile(join(...path), 'utf8'));
const stored = (folder: string) => everythingIn(folder, ['backups']);

/** A data folder of format 1 whose upgrade is killed after so many writes. */
async function cutShort(lives: number): Promise<string> {
  const folder = await littleOldFolder(1);
  await expect(open(folder, new DyingFiles(lives))).rejects.toThrow('killed');
  return folder;
}

async function writesOfAnUpgrade(): Promise<number> {
  const counting = new DyingFiles();
  await open(await littleOldFolder(1), counting);
  return counting.done;
}

describe('an upgrade from format 1 that was cut short, then a program that only knows format 1', () => {
  it('starts on the old data, all of it, and what it stores is kept; or it refuses the folder', async () => {
    const before = await stored(await littleOldFolder(1));
    const writes = await writesOfAnUpgrade();
    let refused = 0;
    for (let lives = 0; lives < writes; lives++) {
      const folder = await cutShort(lives);
      // All that such a program looks at: it refuses every format but its own.
      if ((await json(folder, 'format.json')).format !== 1) {
        refused += 1;
      } else {
        const left = await everythingIn(folder, ['backups', 'replacement']);
        for (const [path, text] of before) expect(left.get(path), `${path} after ${lives} writes`).toBe(text);
        await change(join(folder, REVIEW), (review) => ({ ...review, version: 99 }));
        await open(folder);
        expect(await json(folder, REVIEW), `after ${lives} writes`).toMatchObject({ version: 99 });
      }
      rmSync(folder, { recursive: true });
    }
    // While each collection and the old ids are moved.
    expect(refused).toBeGreaterThan(10);
  });
});

describe('a folder that is being replaced', () => {
  /** A data folder of today into which an older backup was being put. */
  async function halfRestored(lives: number): Promise<string> {
    const folder = await littleOldFolder(1);
    await open(folder);
    const backup = await littleOldFolder(1);
    const restoring = restore(folder, backup, withDefaults({ files: new DyingFiles(lives) }));
    await expect(restoring).rejects.toThrow('killed');
    return folder;
  }

  it('by an older backup is refused by the oldest programs as well, until all is in place', async () => {
    const whole = await littleOldFolder(1);
    const counting = new DyingFiles();
    await open(whole);
    await restore(whole, await littleOldFolder(1), withDefaults({ files: counting }));
    for (let lives = counting.done - 16; lives < counting.done - 3; lives++) {
      const folder = await halfRestored(lives);
      expect((await json(folder, 'format.json')).format, `after ${lives} writes`).toBeGreaterThan(1);
      await open(folder);
      expect(await json(folder, 'format.json')).toMatchObject({ format: FORMAT });
    }
  });

  it('and whose replacement is gone stops the start: it is half of one and half of the other', async () => {
    const folder = await cutShort((await writesOfAnUpgrade()) - 8);
    expect(await json(folder, 'format.json')).toMatchObject({ replacing: true });
    await rm(join(folder, 'replacement'), { recursive: true });
    const before = await everythingIn(folder);
    const opening = openLowdbStore(folder);
    await expect(opening).rejects.toBeInstanceOf(Damaged);
    await expect(opening).rejects.toThrow('was being replaced, and that was not finished');
    expect(await everythingIn(folder)).toEqual(before);
  });
});

it('what a version that did not mark the folder had begun to move is gone on with', async () => {
  const folder = await cutShort((await writesOfAnUpgrade()) - 8);
  await change(join(folder, 'format.json'), ({ what }) => ({ what, format: 1 }));
  await open(folder);
  expect(await json(folder, REVIEW)).toMatchObject({ format: FORMAT });
});
