import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { agedCopies, agesOutOn, copyWith, removeCopies } from '../../../src/store/lowdb/old-copies.ts';
import { quickFolder } from '../../support/store.ts';

/** A data folder with copies of three days, one that somebody put there, and what an import noted. */
async function copies() {
  const folder = await quickFolder();
  for (const one of [
    ...['backups/2025-11-30T09-00-00Z-before-import', 'backups/2025-12-01T23-59-59Z-format-2-again1'],
    ...[
      'backups/2025-12-02T00-00-00Z-before-import',
      'backups/from-elsewhere',
      'set-aside/2025-11-01T09-00-00Z',
    ],
  ]) {
    await mkdir(join(folder, one, 'pupils'), { recursive: true });
    await writeFile(join(folder, one, 'pupils', 'p1.json'), 'not to be opened');
  }
  await writeFile(join(folder, 'backups', '2025-11-30T09-00-00Z-before-import.json'), '{}');
  await writeFile(join(folder, 'backups', '2025-13-01T09-00-00Z-before-import.json'), '{}');
  return folder;
}

it('a copy ages out so many days after it was made, as its name says; one of no such name does not', () => {
  expect(agesOutOn('backups/2025-12-01T23-59-59Z-before-import', 365)).toBe('2026-12-01');
  expect(agesOutOn('set-aside/2025-12-01T23-59-59Z', 30)).toBe('2025-12-31');
  expect(agesOutOn('backups/from-elsewhere', 365)).toBeUndefined();
  expect(agesOutOn('backups/of-2025-12-01T23-59-59Z', 365)).toBeUndefined();
  expect(agesOutOn('backups/2025-13-01T09-00-00Z', 365)).toBeUndefined();
});

it('on a day those are over that have aged out by it, and they are removed with their notes, and nothing else', async () => {
  const folder = await copies();
  const aged = await agedCopies(folder, '2026-12-01', 365);
  expect(aged.toSorted()).toEqual([
    'backups/2025-11-30T09-00-00Z-before-import',
    'backups/2025-12-01T23-59-59Z-format-2-again1',
    'set-aside/2025-11-01T09-00-00Z',
  ]);
  await removeCopies(folder, aged);
  expect((await readdir(join(folder, 'backups'))).toSorted()).toEqual([
    '2025-12-02T00-00-00Z-before-import',
    '2025-13-01T09-00-00Z-before-import.json',
    'from-elsewhere',
  ]);
  expect(await readdir(join(folder, 'set-aside'))).toEqual([]);
  expect(await agedCopies(folder, '2026-12-01', 365)).toEqual([]);
  await removeCopies(folder, aged);
});

it('where there are none, none is over', async () => {
  expect(await agedCopies(await quickFolder(), '2026-12-01', 365)).toEqual([]);
});

it('a file belongs to the copy it stands in, or that it is the note of', () => {
  expect(copyWith('/d', '/d/backups/2025-a/pupils/p1.json')).toBe('backups/2025-a');
  expect(copyWith('/d', '/d/backups/2025-a.json')).toBe('backups/2025-a');
  expect(copyWith('/d', '/d/set-aside/2025-a/contacts/c.json')).toBe('set-aside/2025-a');
  expect(copyWith('/d', '/d/old-ids.json')).toBeUndefined();
  expect(copyWith('/d', '/d/pupils/p1.json')).toBeUndefined();
  expect(copyWith('/d', '/d/backups')).toBeUndefined();
});
