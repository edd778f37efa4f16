import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { expect, it } from 'vitest';
import { importBackups } from '../../../src/store/lowdb/import-backups.ts';
import { aPupil, aSchool } from '../../support/builders.ts';
import { quickFolder, storeIn } from '../../support/store.ts';

it('two imports that back up at once each have a whole copy of their own', async () => {
  const folder = await quickFolder();
  const store = await storeIn(folder);
  await store.put('schools', aSchool());
  const ids = Array.from({ length: 60 }, (_, n) => `pupil-${n}`);
  for (const id of ids) await store.put('pupils', aPupil({ id, ref: id }));
  // As the chat and the command line each have their own.
  const copies = await Promise.all([importBackups(folder), importBackups(folder)].map((one) => one.make([])));
  expect(new Set(copies).size).toBe(2);
  for (const copy of copies) {
    expect((await readdir(join(copy, 'pupils'))).toSorted()).toEqual(
      ids.map((id) => `${id}.json`).toSorted(),
    );
    expect(await readdir(join(copy, 'schools'))).toHaveLength(1);
  }
  const left = (await readdir(join(folder, 'backups'))).filter((name) => name.endsWith('.partial'));
  expect(left).toEqual([]);
  expect(copies.map((copy) => basename(copy)).every((name) => name.includes('before-import'))).toBe(true);
});
