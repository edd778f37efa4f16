import { readdirSync, readFileSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { openDataAudit } from '../../src/app/audit.ts';
import { makeLog } from '../../src/app/log.ts';
import { serveCommands } from '../../src/command-line/serve.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { auditedStores } from '../../src/records/audit/audited-store.ts';
import { BOT } from '../../src/records/audit/entry.ts';
import { erase, lookAt } from '../../src/records/erase/erase.ts';
import { markingIn } from '../../src/records/erase/key.ts';
import { rekeyCommand } from '../../src/store/cli/rekey.ts';
import { type DataKeys, readKey } from '../../src/store/lowdb/data-keys.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { keyOf } from '../../src/store/lowdb/sealed.ts';
import { afterwards } from '../support/afterwards.ts';
import { testClock } from '../support/clock.ts';
import { testIds } from '../support/ids.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { hearing } from '../support/terminal.ts';
import { everyDocument } from './every-document.ts';

const key = (byte: number) => readKey(Buffer.alloc(32, byte).toString('base64'));
const [FIRST, SECOND] = [key(1), key(2)];
const keys = (current = FIRST, ...older: readonly (typeof FIRST)[]): DataKeys => ({
  ...(current && { current }),
  older: older.flatMap((one) => one ?? []),
});
const LOG = makeLog('silent', { write: () => undefined });

/** What docs/stored-data.md says is in the data folder: each by its name, a folder's with a stroke, and whether it is encrypted. */
function rows(): ReadonlyMap<string, boolean> {
  const page = readFileSync('docs/stored-data.md', 'utf8');
  const table = page.slice(page.indexOf('| in the folder |'), page.indexOf('Beside the folder'));
  const lines = table.split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    lines.flatMap((line) => {
      const cells = line.split('|').map((cell) => cell.trim());
      const names = [...(cells[1] ?? '').matchAll(/`([^`]+)`/g)].map(([, name]) => name ?? '');
      return names.map((name) => [name, cells[3] === 'yes'] as const);
    }),
  );
}

/** A folder in which all that a bot writes has been written, with the bot still running; `taken` by which key. */
async function everythingWritten(given: DataKeys) {
  const folder = join(await quickFolder(), 'data');
  await (await storeIn(folder, { keys: given })).close();
  await writeFile(join(folder, 'contacts', 'torn.json'), '{"torn":');
  const store = await storeIn(folder, { keys: given });
  for (const [collection, all] of Object.entries(everyDocument()))
    for (const one of all) await store.put(collection as 'pupils', one as never);
  const clock = testClock();
  const audit = await openDataAudit(store, { dataDir: folder, clock, log: LOG });
  const audited = auditedStores(store, audit, clock)({ who: BOT, by: 'erase' });
  await importBackups(folder, { keys: given }).make([
    { collection: 'pupils', id: 'p1', before: 1, after: 2 },
  ]);
  await writeFile(join(folder, 'old-ids.json'), '{}');
  const deps = { store: audited, dataDir: folder, keys: given, markOf: await markingIn(folder) };
  // No chat runs, so its messages wait to be taken back.
  const [review] = (await store.all('reviews')).filter(({ messages }) =>
    messages.some(({ state }) => state.is === 'sent' && state.where),
  );
  const pupil = (review && (await store.get('pupils', review.pupilId))) ?? expect.fail();
  const { erasing } = await lookAt(pupil, deps, '2026-12-02');
  await erase(erasing, deps);
  const at = { storeFor: () => store, audit, dataDir: folder, keys: given, clock, ids: testIds() };
  const serving = await serveCommands([], at, LOG);
  afterwards(async () => {
    await serving.stop();
    await audit.close();
  });
  return { folder, store, audit };
}

async function filesIn(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true, withFileTypes: true });
  return all
    .filter((one) => !one.isDirectory())
    .map((one) => relative(folder, join(one.parentPath, one.name)));
}

/** The files that are not as the page says, each with what is. */
async function notAsSaid(folder: string): Promise<readonly string[]> {
  const said = rows();
  const wrong = (await filesIn(folder)).map(async (file) => {
    const top = file.split('/')[0] ?? '';
    const encrypted = [file, top, `${top}/`].map((name) => said.get(name)).find((one) => one !== undefined);
    if (encrypted === undefined) return `${file} is in no row`;
    if (file === 'commands/socket' || file === 'lock') return [];
    const key = keyIn(await readFile(join(folder, file), 'utf8'));
    const should = encrypted && basename(file) !== 'format.json';
    return (key !== undefined) === should ? [] : `${file} is ${key ? '' : 'not '}encrypted`;
  });
  return (await Promise.all(wrong)).flat();
}

function keyIn(text: string): string | undefined {
  try {
    return keyOf(JSON.parse(text));
  } catch {
    return undefined;
  }
}

it('a data folder in which everything was written holds what the page lists, encrypted where it says so', async () => {
  const { folder, store } = await everythingWritten(keys());
  const rekeyed = await store.rekey();
  expect(rekeyed.closed).toEqual([]);
  expect(await notAsSaid(folder)).toEqual([]);
  const there = new Set((await filesIn(folder)).map((file) => file.split('/')[0]));
  const named = [...rows().keys()].map((name) => name.split('/')[0]);
  expect(named.filter((name) => !there.has(name))).toEqual(['replacement']);
  const beside = (await readdir(dirname(folder))).filter((name) => name !== 'data');
  expect(beside.toSorted()).toEqual(['data.audit-key', 'data.erased-key']);
});

it('with another key, all that is encrypted takes that one once it is rekeyed: what is being erased, too', async () => {
  const { folder, store } = await everythingWritten(keys());
  await store.close();
  const anew = keys(SECOND, FIRST);
  const again = await storeIn(folder, { keys: anew });
  const { terminal, said } = hearing();
  const at = {
    store: again,
    audit: NO_AUDIT,
    dataDir: folder,
    keys: anew,
    clock: testClock(),
    ids: testIds(),
  };
  expect(await rekeyCommand.run(null, terminal, at), said.join('\n')).toBe(0);
  const files = (await filesIn(folder)).filter((file) => file.endsWith('.json'));
  const taken = await Promise.all(
    files.map(async (file) => keyIn(await readFile(join(folder, file), 'utf8'))),
  );
  expect(new Set(taken)).toEqual(new Set([undefined, SECOND?.id]));
  expect(files.filter((file) => file.startsWith('erasing/'))).toHaveLength(1);
});

const WRITES =
  /^(writeDurably|writeNew|writeSealed|writeFile|appendFile|createWriteStream|copyFile|cp|open|DatabaseSync)$/;

it('whoever in the code writes a file is known here, so that a new one gets its row', () => {
  const files = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((one) =>
    one.endsWith('.ts'),
  );
  const writers = files.filter((file) => {
    const imports = readFileSync(join('src', file), 'utf8').matchAll(
      /^import (?!type)([^;]*?) from '(node:fs[^']*|node:sqlite|[^']*(?:files|json-file)\.ts)';/gm,
    );
    return [...imports].some(([, names = '']) => names.split(/[{},\s]+/).some((name) => WRITES.test(name)));
  });
  expect(writers.toSorted()).toEqual([
    // The made-up school, in a temporary folder.
    'data-in/relative.ts',
    'records/audit/checkpoint.ts',
    'records/audit/key.ts',
    'records/audit/read-chain.ts',
    'records/audit/school-chain.ts',
    'records/erase/journal.ts',
    'records/erase/key.ts',
    'records/erase/tombstones.ts',
    // Where whoever asks for it says.
    'records/export/write-files.ts',
    'store/lowdb/backup.ts',
    'store/lowdb/document-file.ts',
    'store/lowdb/erase-copies.ts',
    'store/lowdb/import-backups.ts',
    'store/lowdb/json-file.ts',
    'store/lowdb/lock.ts',
    'store/lowdb/marker.ts',
    'store/lowdb/replacement.ts',
    'store/lowdb/reseal.ts',
  ]);
});
