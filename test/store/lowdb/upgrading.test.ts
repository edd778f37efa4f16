import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { Damaged, NewerFormat, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { byCollection, COLLECTIONS } from '../../../src/store/schemas.ts';
import type { StoredDocument } from '../../../src/store/stored-document.ts';
import { bringUp } from '../../../src/store/upgrades/bring-up.ts';
import { UPGRADES } from '../../../src/store/upgrades/index.ts';
import { toFormat2 } from '../../../src/store/upgrades/to-2-format-number.ts';
import { toFormat4 } from '../../../src/store/upgrades/to-4-ids-that-say-nothing.ts';
import { AT_ONCE } from '../../support/at-once.ts';
import { COMPILED } from '../../support/compiled.ts';
import { storeIn } from '../../support/store.ts';
import { FORMAT } from '../documents.ts';
import { fixtures } from '../fixtures.ts';
import { callingPupils } from '../other-ids.ts';
import { DyingFiles } from './dying.ts';
import { change, everythingIn, littleOldFolder, oldFolder } from './old-folder.ts';

const OLDER = UPGRADES.map(({ to }) => to - 1);
/** Each upgrade has another, so that ids come out otherwise; here they are compared. */
const SECRET = 'the secret of these tests';
const NOW = new Date('2026-11-26T06:00:00.123Z');

/** What an upgraded folder holds, but for its backups. */
const upgraded = (folder: string) => everythingIn(folder, ['backups']);

async function open(folder: string, options: Parameters<typeof openLowdbStore>[1] = {}): Promise<void> {
  await (
    await openLowdbStore(folder, { now: () => NOW, secret: SECRET, files: AT_ONCE, ...options })
  ).close();
}

async function refusal(opening: Promise<unknown>): Promise<Error> {
  return opening.then(
    () => expect.fail('it started'),
    (error: unknown) => error as Error,
  );
}

describe.each(OLDER)('a data folder of format %i', (format) => {
  it('is brought up to today’s, after a backup of it as it was', async () => {
    const folder = await oldFolder(format);
    const before = await everythingIn(folder);
    const store = await storeIn(folder, { now: () => NOW });
    for (const { collection, json } of fixtures(format)) {
      // By the id it had then, whatever it is called now.
      expect(await store.get(collection, String(json.id))).toMatchObject({ version: json.version });
    }
    await store.close();
    expect(await readdir(join(folder, 'backups'))).toEqual([`2026-11-26T06-00-00Z-format-${format}`]);
    expect(await everythingIn(join(folder, 'backups', `2026-11-26T06-00-00Z-format-${format}`))).toEqual(
      before,
    );
    for (const [path, text] of await upgraded(folder)) {
      if (path === 'old-ids.json') continue;
      expect(JSON.parse(text)).toMatchObject({ format: FORMAT });
    }
  });

  it('is upgraded once: the next start changes nothing, and makes no backup', async () => {
    const folder = await oldFolder(format);
    await open(folder);
    const after = await everythingIn(folder);
    await open(folder, { now: () => new Date('2026-11-27T06:00:00.000Z') });
    expect(await everythingIn(folder)).toEqual(after);
  });

  it('comes out whole, killed before a write, and the next start then goes on', async () => {
    const whole = await littleOldFolder(format);
    const counting = new DyingFiles();
    await open(whole, { files: counting });
    const expected = await upgraded(whole);
    const before = await everythingIn(await littleOldFolder(format));
    // Of the oldest, whose folder takes every upgrade, before each of them; what writes the others is the same.
    const every = format === OLDER[0] ? 1 : 3;
    for (let lives = format % every; lives < counting.done; lives += every) {
      const folder = await littleOldFolder(format);
      expect((await refusal(open(folder, { files: new DyingFiles(lives) }))).message).toContain('killed');
      await open(folder);
      expect(await upgraded(folder), `after ${lives} writes`).toEqual(expected);
      const [backup = ''] = await readdir(join(folder, 'backups'));
      expect(await everythingIn(join(folder, 'backups', backup)), `after ${lives} writes`).toEqual(before);
      rmSync(folder, { recursive: true });
    }
    expect(counting.done).toBeGreaterThan(40);
  });

  it('comes out whole when its process is killed with -9', async () => {
    const whole = await littleOldFolder(format);
    const counting = new DyingFiles();
    await open(whole, { files: counting });
    // Each of the older formats early, late, or at the very end; of the oldest, whose folder takes every upgrade, all three.
    const parts = [0.1, 0.75, 0.95];
    const some = format === OLDER[0] ? parts : parts.slice(format % 3, (format % 3) + 1);
    for (const lives of some.map((part) => Math.floor(counting.done * part))) {
      const folder = await littleOldFolder(format);
      const script = join(import.meta.dirname, 'killed.ts');
      const child = spawn(process.execPath, [script, folder, String(lives), SECRET], {
        env: { ...process.env, ...COMPILED },
      });
      expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
      await open(folder);
      expect(await upgraded(folder)).toEqual(await upgraded(whole));
    }
  });

  it('is left as it is when what would come of it is not as it should be', async () => {
    const folder = await oldFolder(format);
    await change(join(folder, 'reviews', 'ehcp-acting.json'), ({ stage: _, ...rest }) => rest);
    const before = await everythingIn(folder);
    const error = await refusal(open(folder));
    expect(error).toBeInstanceOf(Damaged);
    expect(error.message).toContain(`${join(folder, 'reviews', 'ehcp-acting.json')}, stage: is missing`);
    expect(await everythingIn(folder)).toEqual(before);
  });
});

describe('an upgrade from format 1', () => {
  it('to 2 puts the number at the top of each document, and changes nothing else', () => {
    const before = byCollection((collection) =>
      fixtures(1).flatMap((one) => (one.collection === collection ? [one.json as StoredDocument] : [])),
    );
    const { contents } = bringUp(before, 1, [toFormat2], {}, SECRET);
    for (const collection of COLLECTIONS) {
      expect(contents[collection].map((one) => JSON.stringify(one))).toEqual(
        before[collection].map((one) => JSON.stringify({ format: 2, ...one })),
      );
    }
  });

  it('to today’s keeps how many documents there are', async () => {
    const folder = await oldFolder(1);
    await open(folder);
    expect(JSON.parse((await upgraded(folder)).get('format.json') ?? '')).toEqual({
      what: 'send-review-bot data',
      format: FORMAT,
      documents: { schools: 2, pupils: 32, reviews: 28, contacts: 4, digests: 8, mornings: 1 },
    });
  });
});

function idOfPupilSince4(id: string): string {
  const before = byCollection((collection) => (collection === 'pupils' ? [{ id, version: 1 }] : []));
  return toFormat4.run(before, SECRET).newIds?.pupils?.[id] ?? expect.fail('no new id');
}

describe('an upgrade that gives documents other ids', () => {
  /** What format 4 has called it. */
  const since4 = idOfPupilSince4('oakfield-p16');
  const later = [...UPGRADES, callingPupils(FORMAT + 1, { [since4]: 'k7q4' })];

  it('killed on the way comes out whole, with the way from the old ids to the new', async () => {
    const whole = await littleOldFolder(1);
    const counting = new DyingFiles();
    await open(whole, { upgrades: later, files: counting });
    const expected = await upgraded(whole);
    expect(JSON.parse(expected.get('old-ids.json') ?? '')).toEqual({
      pupils: { 'oakfield-p16': 'k7q4', [since4]: 'k7q4' },
    });
    expect([...expected.keys()]).toContain('pupils/k7q4.json');
    for (let lives = 1; lives < counting.done; lives += 4) {
      const folder = await littleOldFolder(1);
      await refusal(open(folder, { upgrades: later, files: new DyingFiles(lives) }));
      await open(folder, { upgrades: later });
      expect(await upgraded(folder), `after ${lives} writes`).toEqual(expected);
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a later format', () => {
  const later = [...UPGRADES, callingPupils(FORMAT + 1, {})];

  async function expectUntouched(folder: string, named: string): Promise<void> {
    const before = await everythingIn(folder);
    const error = await refusal(openLowdbStore(folder));
    expect(error).toBeInstanceOf(NewerFormat);
    expect(error.message).toContain(
      `${join(folder, named)} is of format ${FORMAT + 1}, from a later version`,
    );
    expect(await everythingIn(folder)).toEqual(before);
  }

  it('is refused by its name, and nothing is touched: not what is half written, nor what can’t be read', async () => {
    const folder = await littleOldFolder(1);
    await open(folder, { upgrades: later });
    await writeFile(join(folder, 'reviews', '.123e4567-e89b-42d3-a456-426614174000.tmp'), '{"id"');
    await writeFile(join(folder, 'contacts', 'odd.json'), '{}');
    await expectUntouched(folder, 'format.json');
  });

  it('of a single document is refused by that document’s name', async () => {
    const folder = await littleOldFolder(1);
    await open(folder);
    await writeFile(join(folder, 'contacts', 'odd.json'), '{}');
    await change(join(folder, 'reviews', 'ehcp-acting.json'), (json) => ({ ...json, format: FORMAT + 1 }));
    await expectUntouched(folder, join('reviews', 'ehcp-acting.json'));
  });

  it('that is half in place, since its upgrade was cut short, is refused as well', async () => {
    const counting = new DyingFiles();
    await open(await littleOldFolder(1), { upgrades: later, files: counting });
    const folder = await littleOldFolder(1);
    // Among the last are those that move each collection to its place.
    await refusal(open(folder, { upgrades: later, files: new DyingFiles(counting.done - 12) }));
    await expectUntouched(folder, join('replacement', 'format.json'));
  });
});
