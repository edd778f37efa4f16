import { readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { byCollection, COLLECTIONS } from '../../../src/store/schemas.ts';
import type { StoredDocument } from '../../../src/store/stored-document.ts';
import { toFormat4 } from '../../../src/store/upgrades/to-4-ids-that-say-nothing.ts';
import type { Contents } from '../../../src/store/upgrades/upgrade.ts';
import { fixtures } from '../fixtures.ts';
import { everythingIn, oldFolder } from '../lowdb/old-folder.ts';

const SECRET = 'of this test';

/*
 * What format 3 stored, with the ids that pupils and reviews had in real schools: of the school and the reference, and of
 * the pupil and the number of the review.
 */
const PUPILS = fixtures(3).filter(({ collection }) => collection === 'pupils');
const REVIEWS = fixtures(3).filter(({ collection }) => collection === 'reviews');
const REAL: Readonly<Record<string, string>> = {
  ...Object.fromEntries(PUPILS.map(({ json }, n) => [String(json.id), `oakfield.zq${1000 + n}%2Fx`])),
  ...Object.fromEntries(
    REVIEWS.flatMap(({ json }, n) => {
      const pupil = PUPILS.findIndex((one) => one.json.id === json.pupilId);
      const { review: before } = { review: undefined, ...(json.last ?? {}) };
      const id = (number: number) => `oakfield.zq${1000 + pupil}%2Fx.${number}`;
      return [[json.id, id(n + 1)], ...(before ? [[before, id(99)]] : [])];
    }),
  ),
};

/** Every mention in the document, wherever it stands: as a whole, or at the beginning of the id of something owed. */
function asInSchools<T>(value: T): T {
  const deep = (one: unknown): unknown => {
    if (typeof one === 'string') {
      const [of = '', ...rest] = one.split('/');
      const known = Object.hasOwn(REAL, of) && (rest.length > 1 || rest.length === 0);
      return known ? [REAL[of], ...rest].join('/') : one;
    }
    if (Array.isArray(one)) return one.map(deep);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, of]) => [key, isFreeText(key) ? of : deep(of)]));
  };
  return deep(value) as T;
}
// "early" is the id of a review of the fixtures, and could be a word of somebody's.
const isFreeText = (key: string) => ['kind', 'is', 'what', 'fields'].includes(key);

const stored = (): Contents =>
  byCollection((collection) =>
    fixtures(3).flatMap((one) =>
      one.collection === collection ? [asInSchools(one.json as StoredDocument)] : [],
    ),
  );

/** A data folder of format 3 as a school has it on its disk. */
async function schoolsFolder(): Promise<string> {
  const folder = await oldFolder(3);
  for (const collection of COLLECTIONS) {
    for (const name of await readdir(join(folder, collection))) {
      const path = join(folder, collection, name);
      const document = asInSchools(JSON.parse(await readFile(path, 'utf8')));
      await writeFile(path, JSON.stringify(document));
      await rename(path, join(folder, collection, `${document.id}.json`));
    }
  }
  return folder;
}

describe('ids since format 4', () => {
  it('say nothing: in a full data folder, no byte of a document or a file’s name is of an old one', async () => {
    const folder = await schoolsFolder();
    const old = Object.values(REAL);
    const before = JSON.stringify([...(await everythingIn(folder))]);
    // It is a full one: each of them stands in it.
    expect(old.filter((id) => !before.includes(id))).toEqual([]);

    await (await openLowdbStore(folder, { secret: SECRET })).close();
    const after = await everythingIn(folder, ['backups']);
    for (const [path, text] of after) {
      if (path === 'old-ids.json') continue;
      expect(path).not.toContain('zq1');
      expect(text.match(/oakfield\.zq\S*/)?.[0], path).toBeUndefined();
      expect(path.startsWith('pupils/') ? path : 'pupils/0.json').toMatch(/^pupils\/([0-9a-f]{32}|0)\.json$/);
    }
  });

  it('lead from the old: what a button sent before names is found, pupil and review', async () => {
    const folder = await schoolsFolder();
    const store = await openLowdbStore(folder, { secret: SECRET });
    for (const { json } of REVIEWS) {
      const review = await store.get('reviews', REAL[String(json.id)] ?? '');
      expect(review).toMatchObject({ ref: json.ref, stage: json.stage });
      const pupil = await store.get('pupils', REAL[String(json.pupilId)] ?? '');
      expect(review?.pupilId).toBe(pupil?.id);
      expect((await store.reviewsOfPupil(pupil?.id ?? '')).map(({ id }) => id)).toContain(review?.id);
      expect(review?.id.startsWith(`${pupil?.id}.`)).toBe(true);
      // It is not kept any more, and is called by the pupil all the same.
      if (review?.last) expect(review.last.review).toBe(`${pupil?.id}.99`);
    }
    await store.close();
  });

  it('keep what a digest told of theirs: what is owed begins with the review’s or the pupil’s new id', () => {
    const { contents, newIds } = toFormat4.run(stored(), SECRET);
    const now = (fixture: string) => {
      const id = REAL[fixture] ?? '';
      return newIds?.reviews?.[id] ?? newIds?.pupils?.[id];
    };
    expect(contents.digests.find(({ day }) => day === '2026-12-02')).toMatchObject({
      items: [`${now('ehcp-acting')}/action/action-1/mel.senco@oakfield.example`],
      escalations: [{ obligationId: `${now('early')}/evidence/tom.teacher@oakfield.example`, step: 'senco' }],
      listed: [
        `${now('ehcp-acting')}/action/action-1/mel.senco@oakfield.example`,
        `${now('early')}/evidence/tom.teacher@oakfield.example`,
        `${now('oakfield-n3')}/next-place/ehcp/mel.senco@oakfield.example`,
      ],
    });
  });

  it('change nothing else of a document', () => {
    const before = stored();
    const { contents, newIds, stuck } = toFormat4.run(before, SECRET);
    expect(stuck).toEqual([]);
    const back = Object.fromEntries(
      [...Object.entries(newIds?.pupils ?? {}), ...Object.entries(newIds?.reviews ?? {})].map(
        ([old, now]) => [now, old],
      ),
    );
    const ids = new RegExp(
      Object.keys(back)
        .sort((a, b) => b.length - a.length)
        .join('|'),
      'g',
    );
    for (const collection of COLLECTIONS) {
      const restored = JSON.parse(JSON.stringify(contents[collection]).replace(ids, (id) => back[id] ?? id));
      expect(restored).toEqual(before[collection].map((one) => ({ ...one, format: 4 })));
    }
  });

  it('can’t be worked out from a reference: with another secret they are others', () => {
    const [one, other] = [SECRET, 'another'].map((secret) =>
      toFormat4.run(stored(), secret).contents.pupils.map(({ id }) => id),
    );
    expect(one?.filter((id) => other?.includes(id))).toEqual([]);
    expect(new Set(one).size).toBe(PUPILS.length);
  });

  it('leave what is of another shape as it is, for the check to name', () => {
    const odd = { id: 'd1', version: 1, items: 'none', escalations: [7, null], listed: { a: 1 } };
    const review = { id: 'r1', version: 1, pupilId: 7, last: 'r0' };
    const before = { ...byCollection(() => []), digests: [odd], reviews: [review] };
    const { contents } = toFormat4.run(before, SECRET);
    expect(contents.digests).toEqual([{ ...odd, format: 4 }]);
    expect(contents.reviews).toEqual([{ ...review, format: 4 }]);
  });
});
