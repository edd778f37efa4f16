import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { SetAside } from '../../../src/store/lowdb/options.ts';
import { Damaged, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { quickFolder, storeIn } from '../../support/store.ts';
import { FORMAT, review } from '../documents.ts';
import { everyDocument, storeEverything } from '../every-document.ts';
import { change, everythingIn, oldFolder } from './old-folder.ts';

/** A data folder of today with one of every document in it, not open. */
async function dataFolder() {
  const folder = await quickFolder();
  const store = await openLowdbStore(folder);
  await storeEverything(store);
  await store.close();
  return { folder, at: (...path: readonly string[]) => join(folder, ...path) };
}

/** Why the bot can't start on this folder, which is left as it was. */
async function refusal(folder: string): Promise<string> {
  const before = await everythingIn(folder);
  const error = await openLowdbStore(folder).then(
    () => expect.fail('it started'),
    (reason: unknown) => reason as Error,
  );
  expect(error).toBeInstanceOf(Damaged);
  expect(await everythingIn(folder)).toEqual(before);
  return error.message;
}

describe('what is wrong with schools, pupils and reviews', () => {
  it('stops the start: all of it at once, by file and field, with what to do, and nothing of what stands there', async () => {
    const { folder, at } = await dataFolder();
    const files = [
      at('schools', 'elm.json'),
      at('pupils', 'oakfield-n1.json'),
      at('reviews', 'early.json'),
    ] as const;
    await change(files[0], ({ name: _, ...rest }) => ({ ...rest, nmae: 'Secret Nursery' }));
    await change(files[1], (json) => ({ ...json, dateOfBirth: '31/12/2018' }));
    await change(files[2], (json) => ({ ...json, stage: 'a secret stage', version: '1' }));
    await change(at('reviews', 'ehcp-acting.json'), (json) => ({
      ...json,
      messages: [{ to: 'secret@elm.example' }],
    }));
    const lines = (await refusal(folder)).split('\n');
    expect(lines).toEqual([
      `${files[2]}, version: should be a whole number from 1.`,
      `${files[0]}, name: is missing.`,
      `${files[0]}, nmae: is not a field that this version knows.`,
      `${files[1]}, dateOfBirth: should be a real day, as 2026-11-21.`,
      ...['key', 'kind', 'queuedAt', 'state'].map(
        (field) => `${at('reviews', 'ehcp-acting.json')}, messages[0].${field}: is missing.`,
      ),
      'Nothing was changed. Put it back from your last backup, then start again.',
    ]);
    expect(lines.join('\n')).not.toMatch(/secret|31\/12|Nursery/i);
  });

  it('stops it where a review has no pupil, or a pupil no school', async () => {
    const { folder, at } = await dataFolder();
    await rename(at('pupils', 'oakfield-p19.json'), at('moved.json'));
    await change(at('pupils', 'oakfield-n1.json'), (json) => ({ ...json, schoolId: 'ash' }));
    await change(at('format.json'), (json) => ({ ...json, documents: {} }));
    const said = await refusal(folder);
    expect(said).toContain(
      `${at('reviews', 'early.json')}, pupilId: names a document that is not among the pupils.`,
    );
    expect(said).toContain(
      `${at('pupils', 'oakfield-n1.json')}, schoolId: names a document that is not among the schools.`,
    );
    await rename(at('moved.json'), at('pupils', 'oakfield-p19.json'));
    await change(at('pupils', 'oakfield-n1.json'), (json) => ({ ...json, schoolId: 'oakfield' }));
    await (await openLowdbStore(folder)).close();
  });

  it('stops it where one document is of an older format than the rest, as from an old backup', async () => {
    const { folder, at } = await dataFolder();
    await change(at('reviews', 'early.json'), ({ format: _, ...rest }) => rest);
    expect(await refusal(folder)).toContain(
      `${at('reviews', 'early.json')}, format: should be ${FORMAT}, as in all that is stored here.`,
    );
  });

  it('stops it where what is known of old ids can’t be read', async () => {
    const { folder, at } = await dataFolder();
    await writeFile(at('old-ids.json'), '{"pupils": 7}');
    expect(await refusal(folder)).toContain(at('old-ids.json'));
  });
});

const REVIEWS = everyDocument().reviews.length;

describe('documents that are not there any more', () => {
  const countedIn = async (file: string) => JSON.parse(await readFile(file, 'utf8')).documents;

  it('stop the start, whatever they were, and what to do is said', async () => {
    const { folder, at } = await dataFolder();
    await rm(at('reviews', 'early.json'));
    await rm(at('digests', (await readdir(at('digests')))[0] ?? ''));
    const said = await refusal(folder);
    expect(said).toContain(`${at('reviews')} holds ${REVIEWS - 1} documents, where ${REVIEWS} were stored.`);
    expect(said).toContain(`${at('digests')} holds 7 documents, where 8 were stored.`);
    expect(said).toContain('run “npm run store -- recount” first');
  });

  it('are missed also where they were only stored since the start', async () => {
    const { folder, at } = await dataFolder();
    const store = await storeIn(folder);
    const about = { schoolId: 'oakfield', pupilId: 'oakfield-n1' };
    for (const id of ['r1', 'r2', 'r3']) await store.put('reviews', review(id, about));
    await store.put('reviews', review('r1', { ...about, version: 1 }));
    await store.close();
    expect(await countedIn(at('format.json'))).toMatchObject({ reviews: REVIEWS + 3 });
    await rm(at('reviews', 'r2.json'));
    expect(await refusal(folder)).toContain(
      `${at('reviews')} holds ${REVIEWS + 2} documents, where ${REVIEWS + 3} were stored.`,
    );
  });

  it('do not seem to be missing where a process was killed before it could count what it had stored', async () => {
    const { folder, at } = await dataFolder();
    await change(at('format.json'), (json) => ({
      ...json,
      documents: { ...Object(json.documents), reviews: 20 },
    }));
    const store = await storeIn(folder);
    expect(await store.get('reviews', 'early')).toBeDefined();
    await store.put('reviews', review('r1', { schoolId: 'oakfield', pupilId: 'oakfield-n1' }));
    await store.close();
    expect(await countedIn(at('format.json'))).toMatchObject({ reviews: REVIEWS + 1 });
  });
});

describe('contacts, digests and mornings that can’t be read', () => {
  it('are set aside and told of, the start goes on, and so does the next', async () => {
    const { folder, at } = await dataFolder();
    const [contact = '', digest = ''] = [
      (await readdir(at('contacts')))[0],
      (await readdir(at('digests')))[0],
    ];
    await writeFile(at('contacts', contact), '{"id": "torn');
    await change(at('digests', digest), (json) => ({ ...json, colour: 'blue', day: 'Monday' }));
    await change(at('mornings', 'oakfield.json'), ({ day: _, ...rest }) => rest);
    const told: SetAside[] = [];
    const now = () => new Date('2026-11-26T06:00:00.000Z');
    const store = await storeIn(folder, { now, onSetAside: (documents) => void told.push(...documents) });
    const aside = at('set-aside', '2026-11-26T06-00-00Z');
    expect(told.map(({ file }) => file)).toEqual([
      join(aside, 'contacts', contact),
      join(aside, 'digests', digest),
      join(aside, 'mornings', 'oakfield.json'),
    ]);
    expect(await readFile(join(aside, 'contacts', contact), 'utf8')).toBe('{"id": "torn');
    expect(await store.get('mornings', 'oakfield')).toBeUndefined();
    expect(await store.get('reviews', 'early')).toBeDefined();
    await store.close();
    await (await openLowdbStore(folder, { onSetAside: () => expect.fail('again') })).close();
  });

  it('stay where they are while something else stops the start', async () => {
    const { folder, at } = await dataFolder();
    await writeFile(at('mornings', 'oakfield.json'), '');
    await writeFile(at('schools', 'elm.json'), '');
    expect(await refusal(folder)).toContain(`${at('mornings', 'oakfield.json')} is empty.`);
  });

  it('of an older format are set aside as well, and the rest is upgraded', async () => {
    const folder = await oldFolder(1);
    await writeFile(join(folder, 'mornings', 'oakfield.json'), '');
    const told: SetAside[] = [];
    const store = await storeIn(folder, { onSetAside: (documents) => void told.push(...documents) });
    expect(told.map(({ collection, id }) => `${collection}/${id}`)).toEqual(['mornings/oakfield']);
    expect(await store.reviewsOf('oakfield')).toHaveLength(28);
  });
});
