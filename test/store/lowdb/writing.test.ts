import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InUse, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { NotStored } from '../../../src/store/store.ts';
import { storeIn, temporaryFolder } from '../../support/store.ts';
import { FORMAT, putSubjects, review } from '../documents.ts';
import { FaultyFiles, type StepName } from './faults.ts';

async function faulty() {
  const folder = await temporaryFolder();
  const files = new FaultyFiles();
  const before = await openLowdbStore(folder);
  await putSubjects(before);
  await before.close();
  const store = await openLowdbStore(folder, { files });
  // What the start took is not what a test is about.
  files.steps.length = 0;
  return { folder, files, store, file: join(folder, 'reviews', 'r1.json') };
}

const namesIn = (folder: string) => readdir(join(folder, 'reviews'));

describe('a commit', () => {
  it('is on disk when it resolves, readable, in a file named after the document', async () => {
    const folder = await temporaryFolder();
    const stored = await (await storeIn(folder)).put('reviews', review('r1'));
    const text = await readFile(join(folder, 'reviews', 'r1.json'), 'utf8');
    expect(JSON.parse(text)).toEqual({ format: FORMAT, ...stored });
    expect(text).toContain('\n  "stage": "gathering",\n');
  });

  it('is flushed before it takes the old file’s place, and the folder after: so it survives a power cut', async () => {
    const { files, store } = await faulty();
    await store.put('reviews', review('r1'));
    const folder = process.platform === 'win32' ? [] : ['open folder', 'flush folder', 'close folder'];
    expect(files.steps).toEqual(['open', 'write', 'flush', 'close', 'rename', ...folder]);
    await store.close();
  });

  it.skipIf(process.platform === 'win32')(
    'can be read by the owner only, as can all of the folder',
    async () => {
      const parent = await temporaryFolder();
      const store = await storeIn(join(parent, 'data'));
      await store.put('reviews', review('r1'));
      await store.close();
      const found = await readdir(parent, { recursive: true, withFileTypes: true });
      expect(found.length).toBeGreaterThan(8);
      for (const entry of found) {
        const { mode } = await stat(join(entry.parentPath, entry.name));
        expect(`${entry.name} ${(mode & 0o777).toString(8)}`).toBe(
          `${entry.name} ${entry.isDirectory() ? 700 : 600}`,
        );
      }
    },
  );

  it('gives back documents frozen to the last part', async () => {
    const store = await storeIn(await temporaryFolder());
    const stored = await store.put('reviews', review('r1', { taken: ['t1'] }));
    expect(Object.isFrozen(stored)).toBe(true);
    expect(() => (stored.taken as string[]).push('t2')).toThrow(TypeError);
  });

  it.each([
    '../r1',
    'a/b',
    'a\\b',
    '.hidden',
    '..',
    '',
    'a b',
    'a:b',
    'nul',
    'Con.x',
    'x'.repeat(300),
    'a\0b',
    'é',
  ])('refuses %j, which is no safe name for a file', async (id) => {
    const folder = await temporaryFolder();
    const store = await storeIn(folder);
    const before = await readdir(folder, { recursive: true });
    await expect(store.put('reviews', review(id))).rejects.toThrow(NotStored);
    expect(await store.get('reviews', id)).toBeUndefined();
    expect(await readdir(folder, { recursive: true })).toEqual(before);
  });

  it('does not replace a file that somebody else put there', async () => {
    const folder = await temporaryFolder();
    const store = await storeIn(folder);
    const file = join(folder, 'reviews', 'r1.json');
    await writeFile(file, 'precious');
    await expect(store.put('reviews', review('r1'))).rejects.toThrow(NotStored);
    expect(await readFile(file, 'utf8')).toBe('precious');
    expect(await store.get('reviews', 'r1')).toBeUndefined();
  });
});

describe('commits at once', () => {
  it('take turns where two ids may be one file, as they are where the file system ignores case', async () => {
    const { files, store } = await faulty();
    await store.put('reviews', review('x'));
    const one = files.steps.splice(0);
    await Promise.all([store.put('reviews', review('r1')), store.put('reviews', review('R1'))]);
    expect(files.steps).toEqual([...one, ...one]);
    await store.close();
  });

  it('keep the next process out until they are done, when the store is closed meanwhile', async () => {
    const { folder, files, store } = await faulty();
    const { promise, resolve } = Promise.withResolvers<void>();
    files.held = promise;
    const putting = store.put('reviews', review('r1'));
    const closing = store.close();
    await expect(openLowdbStore(folder)).rejects.toThrow(InUse);
    resolve();
    const stored = await putting;
    await closing;
    expect(await (await storeIn(folder)).get('reviews', 'r1')).toEqual(stored);
  });
});

describe('a commit the disk fails', () => {
  const onWindows = process.platform === 'win32';
  const steps: readonly StepName[] = ['open', 'write', 'flush', 'close', 'rename'];
  const folderSteps: readonly StepName[] = onWindows ? [] : ['open folder', 'flush folder', 'close folder'];
  const all = [...steps, ...folderSteps];

  it.each(all)(
    'at %s: a new document is not there, then or after a restart, and can be put again',
    async (step) => {
      const { folder, files, store } = await faulty();
      files.fail(step);
      await expect(store.put('reviews', review('r1'))).rejects.toThrow(NotStored);
      expect(await store.get('reviews', 'r1')).toBeUndefined();
      expect(await store.reviewsOf('elm')).toEqual([]);
      expect(await namesIn(folder)).toEqual([]);
      const stored = await store.put('reviews', review('r1'));
      await store.close();
      expect(await (await storeIn(folder)).get('reviews', 'r1')).toEqual(stored);
    },
  );

  it.each(all)(
    'at %s: a changed document is as it was, in memory and on disk, and can be put again',
    async (step) => {
      const { folder, file, files, store } = await faulty();
      const first = await store.put('reviews', review('r1'));
      const bytes = await readFile(file);
      files.fail(step);
      await expect(store.put('reviews', { ...first, stage: 'meeting' })).rejects.toThrow(NotStored);
      expect(await store.get('reviews', 'r1')).toEqual(first);
      expect(await store.reviewsOf('elm')).toEqual([first]);
      expect(await readFile(file)).toEqual(bytes);
      expect(await namesIn(folder)).toEqual(['r1.json']);
      expect(await store.put('reviews', { ...first, stage: 'meeting' })).toMatchObject({
        version: 2,
        stage: 'meeting',
      });
      await store.close();
    },
  );

  it('does not hold up, or fail, the commits beside it', async () => {
    const { files, store } = await faulty();
    files.fail('flush');
    const results = await Promise.allSettled(
      ['r1', 'r2', 'r3', 'r4'].map((id) => store.put('reviews', review(id))),
    );
    expect(results.filter((result) => result.status === 'rejected')).toHaveLength(1);
    expect(await store.reviewsOf('elm')).toHaveLength(3);
    await store.close();
  });

  it.skipIf(onWindows)(
    'stores nothing more until a restart, when it can’t be known what is on disk',
    async () => {
      const { folder, file, files, store } = await faulty();
      const first = await store.put('reviews', review('r1'));
      files.fail('flush folder', 2);
      await expect(store.put('reviews', { ...first, stage: 'meeting' })).rejects.toThrow(NotStored);
      files.heal();
      await expect(store.put('reviews', { ...first, stage: 'meeting' })).rejects.toThrow(NotStored);
      expect(await store.trouble()).toMatch(/^the disk failed \(ENOSPC\); nothing more is stored until/);
      expect(await store.get('reviews', 'r1')).toEqual(first);
      expect(JSON.parse(await readFile(file, 'utf8'))).toEqual({ format: FORMAT, ...first });
      await store.close();
      expect(await (await storeIn(folder)).get('reviews', 'r1')).toEqual(first);
    },
  );
});

describe('trouble', () => {
  it.each<StepName>(['open', 'write', 'flush', 'close'])('finds a folder that fails at %s', async (step) => {
    const { folder, files, store } = await faulty();
    const before = await readdir(folder);
    expect(await store.trouble()).toBeUndefined();
    files.fail(step);
    expect(await store.trouble()).toBe("the data folder can't be written (ENOSPC)");
    expect(await store.trouble()).toBeUndefined();
    expect(await readdir(folder)).toEqual(before);
    await store.close();
  });

  it('finds a folder that was taken away, and nothing is acknowledged from then on', async () => {
    const { folder, store } = await faulty();
    const first = await store.put('reviews', review('r1'));
    // The count of documents is written behind the commit: it may come in between.
    await rm(folder, { recursive: true, maxRetries: 5 });
    await expect(store.put('reviews', first)).rejects.toThrow(NotStored);
    expect(await store.trouble()).toContain('removed or replaced');
    await store.close();
  });
});
