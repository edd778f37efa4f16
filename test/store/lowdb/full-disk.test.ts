import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Review } from '../../../src/domain/review/review.ts';
import { openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { NotStored } from '../../../src/store/store.ts';
import { smallDisk } from '../../support/small-disk.ts';
import { putSubjects, review } from '../documents.ts';

const disk = await smallDisk('512k');

describe.skipIf(disk.missing !== undefined)('on a disk that is full', () => {
  it('refuses the write, changes nothing, works once there is room, and starts again with everything', async () => {
    const folder = join(disk.folder, 'data');
    const store = await openLowdbStore(folder);
    await putSubjects(store);
    const first = await store.put('reviews', review('r1'));
    const file = join(folder, 'reviews', 'r1.json');
    const bytes = await readFile(file);
    await disk.fill();

    const longer: Review = { ...first, taken: Array.from({ length: 2000 }, (_, i) => `token-${i}`) };
    await expect(store.put('reviews', longer)).rejects.toThrow(NotStored);
    await expect(store.put('reviews', review('r2'))).rejects.toMatchObject({ cause: { code: 'ENOSPC' } });
    expect(await store.trouble()).toBe("the data folder can't be written (ENOSPC)");
    expect(await store.get('reviews', 'r1')).toEqual(first);
    expect(await store.get('reviews', 'r2')).toBeUndefined();
    expect(await readFile(file)).toEqual(bytes);
    expect(await readdir(join(folder, 'reviews'))).toEqual(['r1.json']);

    await disk.free();
    expect(await store.trouble()).toBeUndefined();
    const second = await store.put('reviews', longer);
    await store.close();
    const again = await openLowdbStore(folder);
    expect(await again.reviewsOf('elm')).toEqual([second]);
    await again.close();
  });

  it('refuses the write that fills it half way through', async () => {
    const folder = join(disk.folder, 'half');
    const store = await openLowdbStore(folder);
    await putSubjects(store);
    const big = (id: string) =>
      review(id, { taken: Array.from({ length: 2000 }, (_, i) => `token-${i}-${id}`) });
    const stored: Review[] = [];
    let refused: unknown;
    for (let i = 0; refused === undefined && i < 100; i++) {
      await store.put('reviews', big(`r${i}`)).then(
        (one) => stored.push(one),
        (error: unknown) => {
          refused = error;
        },
      );
    }
    expect(refused).toBeInstanceOf(NotStored);
    expect(stored.length).toBeGreaterThan(3);
    await store.close();
    const again = await openLowdbStore(folder);
    const found = [...(await again.reviewsOf('elm'))];
    const byId = (a: Review, b: Review) => a.id.localeCompare(b.id);
    expect(found.sort(byId)).toEqual(stored.sort(byId));
    await again.close();
  });
});
