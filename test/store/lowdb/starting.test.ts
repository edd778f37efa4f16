import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Damaged, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { storeIn, temporaryFolder } from '../../support/store.ts';
import { FORMAT, mornings, putSubjects, review } from '../documents.ts';

/** A data folder with one review in it, not open. */
async function dataFolder() {
  const folder = await temporaryFolder();
  const store = await storeIn(folder);
  await putSubjects(store);
  const stored = await store.put('reviews', review('r1'));
  await store.close();
  const file = join(folder, 'reviews', 'r1.json');
  return { folder, stored, file, text: await readFile(file, 'utf8') };
}

async function refusal(folder: string): Promise<Error> {
  return openLowdbStore(folder).then(
    () => expect.fail('it started'),
    (error: unknown) => error as Error,
  );
}

describe('a file that is not whole', () => {
  const whole = JSON.stringify(review('r1', { version: 3, lead: 'a-secret-name' }));
  const damage: readonly (readonly [string, string | Buffer])[] = [
    ['empty', ''],
    ['null', 'null'],
    ['blank', '  \n'],
    ['torn', whole.slice(0, -20)],
    ['torn at its beginning', whole.slice(20)],
    ['zeros', Buffer.alloc(whole.length)],
    ['not JSON', `a-secret-name ${whole}`],
    ['not UTF-8', Buffer.from(whole.replace('a-secret-name', 'a-secret-näme'), 'latin1')],
    ['a list', `[${whole}]`],
    ['a text', '"a-secret-name"'],
    ['another document', whole.replace('"r1"', '"r2"')],
    ['a document without an id', whole.replace('"id"', '"di"')],
    ['a document without a version', whole.replace('"version"', '"v"')],
    ['a document never stored', whole.replace('"version":3', '"version":0')],
    ['a document of half a version', whole.replace('"version":3', '"version":1.5')],
  ];

  it.each(damage)('(%s) stops the start with its name, and is left as it is', async (_what, content) => {
    const { folder, file, stored, text } = await dataFolder();
    await writeFile(file, content);
    const error = await refusal(folder);
    expect(error).toBeInstanceOf(Damaged);
    expect(error.message).toContain(file);
    expect(`${error.stack} ${error.cause}`).not.toContain('a-secret-name');
    expect(await readFile(file)).toEqual(Buffer.from(content));

    await writeFile(file, text);
    expect(await (await storeIn(folder)).get('reviews', 'r1')).toEqual(stored);
  });

  it('(a copy under another name) stops the start', async () => {
    const { folder, text } = await dataFolder();
    const copy = join(folder, 'reviews', 'r1 (conflicted copy).json');
    await writeFile(copy, text);
    expect((await refusal(folder)).message).toContain(copy);
  });

  it('(a folder in its place) stops the start', async () => {
    const { folder, file } = await dataFolder();
    await rm(file);
    await mkdir(file);
    expect((await refusal(folder)).message).toContain(file);
  });
});

describe('a folder that is not whole', () => {
  it('stops the start when the marker is missing beside data', async () => {
    const { folder, file } = await dataFolder();
    await rm(join(folder, 'format.json'));
    expect((await refusal(folder)).message).toContain(`${join(folder, 'format.json')} is missing`);
    expect(await readFile(file, 'utf8')).toContain('"r1"');
    await expect(stat(join(folder, 'format.json'))).rejects.toThrow('ENOENT');
  });

  it('stops the start when a collection is missing', async () => {
    const { folder } = await dataFolder();
    await rm(join(folder, 'reviews'), { recursive: true });
    expect((await refusal(folder)).message).toContain(`${join(folder, 'reviews')} is missing`);
  });

  it('of before a collection was added is opened, and has it from then on', async () => {
    const { folder, stored } = await dataFolder();
    await rm(join(folder, 'mornings'), { recursive: true });
    const store = await storeIn(folder);
    expect(await store.get('reviews', 'r1')).toEqual(stored);
    const kept = await store.put('mornings', mornings('elm', '2026-09-10'));
    await store.close();
    expect(await (await storeIn(folder)).get('mornings', 'elm')).toEqual(kept);
  });

  it.each([
    ['torn', '{"what": "send-rev'],
    ['empty', ''],
    ['null', 'null'],
    ['another program’s', '{"name": "x"}'],
    ['a later format’s', `{"what": "send-review-bot data", "format": ${FORMAT + 1}, "documents": {}}`],
  ])('stops the start when the marker is %s', async (_what, content) => {
    const { folder } = await dataFolder();
    await writeFile(join(folder, 'format.json'), content);
    expect((await refusal(folder)).message).toContain(join(folder, 'format.json'));
    expect(await readFile(join(folder, 'format.json'), 'utf8')).toBe(content);
  });

  it('is finished when the very first start was cut short', async () => {
    const folder = await temporaryFolder();
    await mkdir(join(folder, 'reviews'));
    await mkdir(join(folder, 'schools'));
    const store = await storeIn(folder);
    expect((await store.put('reviews', review('r1'))).version).toBe(1);
  });
});

describe('a start', () => {
  it('makes the folder, and those above it', async () => {
    const folder = join(await temporaryFolder(), 'a', 'b');
    expect(await (await storeIn(folder)).schools()).toEqual([]);
  });

  it('removes what a killed process left half written, and nothing else', async () => {
    const { folder, stored } = await dataFolder();
    const litter = join(folder, 'reviews', '.123e4567-e89b-42d3-a456-426614174000.tmp');
    await writeFile(litter, '{"id":"r1","version":2,"st');
    await writeFile(join(folder, 'reviews', '.DS_Store'), 'x');
    const store = await storeIn(folder);
    expect((await readdir(join(folder, 'reviews'))).sort()).toEqual(['.DS_Store', 'r1.json']);
    expect(await store.get('reviews', 'r1')).toEqual(stored);
  });

  it.skipIf(process.platform === 'win32')(
    'takes from others the right to read a restored backup',
    async () => {
      const { folder } = await dataFolder();
      const below = [folder, join(folder, 'reviews'), join(folder, 'backups')];
      await mkdir(join(folder, 'backups'), { recursive: true });
      await writeFile(join(folder, 'backups', 'old.json'), '{}');
      const files = [join(folder, 'reviews', 'r1.json'), join(folder, 'backups', 'old.json')];
      for (const path of below) await chmod(path, 0o755);
      for (const path of files) await chmod(path, 0o644);
      await storeIn(folder);
      const modes = async (paths: readonly string[]) =>
        Promise.all(paths.map(async (path) => (await stat(path)).mode & 0o777));
      expect(await modes(below)).toEqual([0o700, 0o700, 0o700]);
      expect(await modes(files)).toEqual([0o600, 0o600]);
    },
  );
});
