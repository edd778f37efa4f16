import { cp, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeCommand } from '../../../src/store/cli/command.ts';
import { rekeyCommand } from '../../../src/store/cli/rekey.ts';
import { type DataKeys, NO_KEYS, readKey } from '../../../src/store/lowdb/data-keys.ts';
import { importBackups } from '../../../src/store/lowdb/import-backups.ts';
import type { SetAside } from '../../../src/store/lowdb/options.ts';
import { Damaged, KeyNeeded, openLowdbStore } from '../../../src/store/lowdb/store.ts';
import { auditInMemory } from '../../support/audit.ts';
import { aPupil, aSchool } from '../../support/builders.ts';
import { testClock } from '../../support/clock.ts';
import { testIds } from '../../support/ids.ts';
import { quickFolder, storeIn } from '../../support/store.ts';
import { hearing } from '../../support/terminal.ts';
import { contact, review } from '../documents.ts';
import { everythingIn, oldFolder } from './old-folder.ts';

const [ONE = '', TWO = ''] = [1, 2].map((byte) => Buffer.alloc(32, byte).toString('base64'));
/** The keys as `DATA_KEY` and `DATA_KEY_OLD` have them. */
function keysOf(now: string, ...before: readonly string[]): DataKeys {
  const current = readKey(now);
  if (!current) throw new Error('no key');
  return { current, older: before.flatMap((one) => readKey(one) ?? []) };
}
const [FIRST, SECOND] = [keysOf(ONE), keysOf(TWO)];
const idOf = ({ current }: DataKeys) => current?.id ?? '';

/** Stands for all that is known of a child. */
const WORD = 'Zebedee';

/** A data folder with a marked child in it, of which an import has made a backup; not open. */
async function aChildsData(keys?: DataKeys): Promise<string> {
  const folder = await quickFolder();
  const given = keys ? { keys } : {};
  const store = await storeIn(folder, given);
  await store.put('schools', aSchool({ id: 'elm' }));
  await store.put('pupils', aPupil({ id: 'p1', schoolId: 'elm', firstName: WORD }));
  await store.put('reviews', { ...review('r1'), schoolId: 'elm', pupilId: 'p1', taken: [WORD] });
  await store.put('contacts', { ...contact('c1'), email: `${WORD.toLowerCase()}@elm.example` });
  await importBackups(folder, given).make([{ collection: 'pupils', id: 'p1', before: 1, after: 2 }]);
  await store.close();
  return folder;
}

/** Which files have a word in them, in any case. */
async function filesWith(folder: string, word = WORD): Promise<readonly string[]> {
  const all = await everythingIn(folder);
  return [...all].flatMap(([path, text]) => (text.toLowerCase().includes(word.toLowerCase()) ? [path] : []));
}

/** The ids of all keys that files in a folder are encrypted with, and whether there are any that are not. */
async function keysIn(folder: string): Promise<ReadonlySet<string>> {
  const all = [...(await everythingIn(folder))].filter(([path]) => !path.endsWith('format.json'));
  return new Set(all.map(([, text]) => JSON.parse(text).key ?? 'not encrypted'));
}

const refusal = (folder: string, keys?: DataKeys) =>
  openLowdbStore(folder, keys ? { keys } : {}).then(
    () => expect.fail('it started'),
    (error: Error) => error,
  );

describe('with a key', () => {
  test('given a child’s data and a backup of it, then no byte of it stands in any file, and all is there', async () => {
    const folder = await aChildsData(FIRST);
    expect(await filesWith(folder)).toEqual([]);
    expect(await keysIn(folder)).toEqual(new Set([idOf(FIRST)]));
    const store = await storeIn(folder, { keys: FIRST });
    expect((await store.get('pupils', 'p1'))?.firstName).toBe(WORD);
    const last = await importBackups(folder, { keys: FIRST }).last();
    if (typeof last === 'string') return expect.fail(last);
    expect((await last.before('pupils', 'p1')).firstName).toBe(WORD);
  });

  test('given data of before there was one, then the next start encrypts all of it: backups, and what was set aside', async () => {
    const folder = await aChildsData();
    await mkdir(join(folder, 'set-aside', 'then', 'contacts'), { recursive: true });
    await writeFile(join(folder, 'set-aside', 'then', 'contacts', 'c9.json'), `{"torn": "${WORD}`);
    await writeFile(join(folder, 'old-ids.json'), JSON.stringify({ pupils: { [WORD]: 'p1' } }));
    expect(await filesWith(folder)).toHaveLength(8);
    const store = await storeIn(folder, { keys: FIRST });
    expect(await filesWith(folder)).toEqual([]);
    expect((await store.get('pupils', WORD))?.firstName).toBe(WORD);
    await store.close();
    // What stands there now is left as it is by the start after it.
    const before = await everythingIn(folder);
    await (await storeIn(folder, { keys: FIRST })).close();
    expect(await everythingIn(folder)).toEqual(before);
  });

  test('given data of the first format, then its upgrade leaves nothing that is not encrypted, the backup of before neither', async () => {
    const folder = await oldFolder(1);
    await (await storeIn(folder, { keys: FIRST })).close();
    expect(await keysIn(folder)).toEqual(new Set([idOf(FIRST)]));
    expect(await readdir(join(folder, 'backups'))).toHaveLength(1);
  });
});

describe('without the key that is needed', () => {
  test.each([
    ['none is set', undefined, 'DATA_KEY is not set'],
    ['another is', SECOND, `DATA_KEY is the key ${idOf(SECOND)}`],
  ])('when %s, then the start says which is needed, and nothing is touched', async (_when, keys, given) => {
    const folder = await aChildsData(FIRST);
    const before = await everythingIn(folder);
    const error = await refusal(folder, keys);
    expect(error).toBeInstanceOf(KeyNeeded);
    expect(error.message).toContain(`encrypted with the data key ${idOf(FIRST)}; ${given}.`);
    expect(await everythingIn(folder)).toEqual(before);
  });

  test('when only what can be learnt again takes it, then that is not set aside as damaged', async () => {
    const folder = await aChildsData(SECOND);
    const other = await aChildsData(FIRST);
    await cp(join(other, 'contacts'), join(folder, 'contacts'), { recursive: true });
    expect((await refusal(folder, SECOND)).message).toContain(
      `${join(folder, 'contacts', 'slack.T1.c1.json')} is encrypted with the data key ${idOf(FIRST)}`,
    );
  });
});

describe('a file that somebody changed', () => {
  /** Changes one character of what a file holds. */
  async function tamper(file: string): Promise<void> {
    const found = JSON.parse(await readFile(file, 'utf8'));
    const first = found.content.startsWith('A') ? 'B' : 'A';
    await writeFile(file, JSON.stringify({ ...found, content: `${first}${found.content.slice(1)}` }));
  }

  test('when it is a pupil, then the start stops and names it', async () => {
    const folder = await aChildsData(FIRST);
    await tamper(join(folder, 'pupils', 'p1.json'));
    const error = await refusal(folder, FIRST);
    expect(error).toBeInstanceOf(Damaged);
    expect(error.message).toContain(
      `${join(folder, 'pupils', 'p1.json')} was changed after it was encrypted`,
    );
  });

  test('when it is a contact, then it is set aside, and all else goes on', async () => {
    const folder = await aChildsData(FIRST);
    await tamper(join(folder, 'contacts', 'slack.T1.c1.json'));
    const aside: SetAside[] = [];
    const store = await storeIn(folder, { keys: FIRST, onSetAside: (all) => aside.push(...all) });
    expect(aside).toMatchObject([{ collection: 'contacts', id: 'slack.T1.c1' }]);
    expect((await store.get('pupils', 'p1'))?.firstName).toBe(WORD);
  });

  test('when it was put there without the key, then it is told, once, before it looks like all others; a first key is no such thing', async () => {
    const plain = await aChildsData();
    const told: string[] = [];
    const start = async (folder: string) =>
      (
        await openLowdbStore(folder, {
          ...{ keys: FIRST },
          onPlain: (documents) =>
            void told.push(...documents.map(({ collection, id }) => `${collection}/${id}`)),
        })
      ).close();
    const forged = await readFile(join(plain, 'contacts', 'slack.T1.c1.json'), 'utf8');
    await start(plain);
    expect(told).toEqual([]);
    await writeFile(join(plain, 'contacts', 'slack.T1.c2.json'), forged.replaceAll('c1', 'c2'));
    await start(plain);
    await start(plain);
    expect(told).toEqual(['contacts/slack.T1.c2']);
  });

  test('when it was put in the place of another, in its folder or in the next, then it is refused', async () => {
    const folder = await aChildsData(FIRST);
    const moved = [
      [join(folder, 'pupils', 'p2.json'), 'holds another document than its name says'],
      [join(folder, 'reviews', 'p1.json'), 'holds something else than its name says'],
    ] as const;
    for (const [to, what] of moved) {
      await rename(join(folder, 'pupils', 'p1.json'), to);
      expect((await refusal(folder, FIRST)).message).toContain(`${to} ${what}`);
      await rename(to, join(folder, 'pupils', 'p1.json'));
    }
  });
});

describe('rekey', () => {
  /** Has it done as the running bot does. */
  async function rekey(
    folder: string,
    keys: DataKeys,
    meanwhile?: (store: Awaited<ReturnType<typeof storeIn>>) => Promise<void>,
  ) {
    const store = await storeIn(folder, { keys });
    const { terminal, said } = hearing();
    const clock = testClock();
    const audit = auditInMemory(clock);
    const at = { store, audit, dataDir: folder, keys, clock, ids: testIds(), who: 'terminal:sam' };
    const [code] = await Promise.all([rekeyCommand.run(null, terminal, at), meanwhile?.(store)]);
    await store.close();
    return { code, said, noted: audit.entries.map(({ at: _, ...entry }) => entry) };
  }

  test('it is in the trail, by whom and of how many files, and no key; where nothing is encrypted, nothing is', async () => {
    const folder = await aChildsData(FIRST);
    const { said, noted } = await rekey(folder, keysOf(TWO, ONE));
    const count = Number(said[0]?.split(' ')[0]);
    expect(count).toBeGreaterThan(3);
    const entry = { school: undefined, who: 'terminal:sam', kind: 'rekeyed', what: 'data-key', count };
    expect(noted).toEqual([entry]);
    expect((await rekey(await aChildsData(), NO_KEYS)).noted).toEqual([]);
  });

  test('given a new key and the old one, when the bot works meanwhile, then all is encrypted with the new one, and no write is lost', async () => {
    const folder = await aChildsData(FIRST);
    const both = keysOf(TWO, ONE);
    const { code } = await rekey(folder, both, async (store) => {
      const pupil = await store.get('pupils', 'p1');
      if (pupil) await store.put('pupils', { ...pupil, lastName: 'Renamed' });
      await store.put('pupils', aPupil({ id: 'p2', schoolId: 'elm', ref: '2' }));
    });
    expect(code).toBe(0);
    expect(await keysIn(folder)).toEqual(new Set([idOf(SECOND)]));
    const store = await storeIn(folder, { keys: SECOND });
    expect((await store.get('pupils', 'p1'))?.lastName).toBe('Renamed');
    expect(await store.get('pupils', 'p2')).toBeDefined();
  });

  test('given a backup with a key that is lost, then it is named and left, and the rest is done', async () => {
    const folder = await aChildsData(FIRST);
    const lost = join(folder, 'backups', 'from-elsewhere');
    await cp(await aChildsData(keysOf(Buffer.alloc(32, 3).toString('base64'))), lost, { recursive: true });
    const { code, said } = await rekey(folder, keysOf(TWO, ONE));
    expect(code).toBe(1);
    const closed = said.filter((line) => line.includes(join(lost, 'pupils', 'p1.json')));
    expect(closed).toEqual([expect.stringContaining('takes the key')]);
    await (await storeIn(folder, { keys: SECOND })).close();
  });

  test('given no key, then it says so', async () => {
    const { code, said } = await rekey(await aChildsData(), { older: [] });
    expect({ code, said }).toEqual({ code: 1, said: [expect.stringContaining('DATA_KEY is not set')] });
  });
});

test('given encrypted data, then it is verified, backed up and put back as any other, and its backup opens with the key only', async () => {
  const folder = await aChildsData(FIRST);
  const backup = join(await quickFolder(), 'backup');
  const run = (args: readonly string[], env: NodeJS.ProcessEnv = {}) =>
    storeCommand(args, { DATA_DIR: folder, DATA_KEY: ONE, ...env });
  expect((await run(['verify'])).lines).toContain(`Encrypted: 4 documents with the key ${idOf(FIRST)}.`);
  expect((await run(['backup', backup])).ok).toBe(true);
  expect(await filesWith(backup)).toEqual([]);
  expect(await run(['verify', backup], { DATA_KEY: TWO })).toMatchObject({
    ok: false,
    lines: [
      expect.stringContaining(
        `encrypted with the data key ${idOf(FIRST)}; DATA_KEY is the key ${idOf(SECOND)}`,
      ),
    ],
  });
  // Put back under a new key, with the old one to open it.
  const elsewhere = join(await quickFolder(), 'data');
  expect(
    await run(['restore', backup], { DATA_DIR: elsewhere, DATA_KEY: TWO, DATA_KEY_OLD: ONE }),
  ).toMatchObject({ ok: true });
  expect(await keysIn(elsewhere)).toEqual(new Set([idOf(SECOND)]));
  expect(await (await storeIn(elsewhere, { keys: SECOND })).get('pupils', 'p1')).toMatchObject({
    firstName: WORD,
  });
});
