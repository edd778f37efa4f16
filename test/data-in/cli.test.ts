import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import { serveCommands } from '../../src/command-line/serve.ts';
import { importCommand } from '../../src/data-in/import-command.ts';
import { staffCommand } from '../../src/data-in/staff-command.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { COMPILED } from '../support/compiled.ts';
import { aFolder, newFolder, PUPILS, STAFF } from './a-folder.ts';

interface Run {
  readonly code: number | string | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as `npm run import` does, with a data folder of its own; `first` is said to the shell before. */
function run(
  dataDir: string,
  given: string | readonly string[] = [],
  { first = '', script = 'cli.ts' } = {},
): Promise<Run> {
  const arguments_ = typeof given === 'string' ? [given, '--yes'] : given;
  const command = [process.execPath, resolve('src/data-in', script), ...arguments_];
  const [program = '', ...args] = first ? ['sh', '-c', `${first} exec "$@"`, 'sh', ...command] : command;
  const options = { env: { ...process.env, ...COMPILED, DATA_DIR: dataDir }, cwd: dataDir };
  return new Promise((done) => {
    execFile(program, args, options, (error, out, err) => done({ code: error?.code ?? 0, out, err }));
  });
}

async function stored(dataDir: string): Promise<readonly string[]> {
  const store = await openLowdbStore(dataDir);
  const pupils = await store.pupilsOf('elm-park');
  await store.close();
  return pupils.map(({ ref }) => ref);
}

test('given a folder that is right, when it is imported, then the report is printed and the pupils are there', async () => {
  const data = await newFolder();
  const { code, out, err } = await run(data, await aFolder());
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('School elm-park: added\nStaff: 3 added, 0 changed, 0 unchanged\n');
  expect(await stored(data)).toEqual(['1001', '1002', '1003']);
});

test('given a folder with faults, when it is imported, then they are on stderr, it exits 1, and nothing is stored', async () => {
  const data = await newFolder();
  const folder = await aFolder({
    'pupils.csv': PUPILS.replace('2,N', '2,X').replace('1/9/2018', '31/9/2018'),
  });
  const { code, out, err } = await run(data, folder);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err.trim().split('\n')).toEqual([
    'pupils.csv, line 3, column date_of_birth: not a real day; write it as 2026-11-21 or 21/11/2026',
    expect.stringContaining('pupils.csv, line 4, column plan: not a plan; write sen-support'),
    'Nothing was imported: put right what is listed above (2), then run it again.',
  ]);
  expect(await stored(data)).toEqual([]);
});

test('given a data folder that is in use, when a school is imported, then it says so and exits 1', async () => {
  const data = await newFolder();
  const store = await openLowdbStore(data);
  const { code, out, err } = await run(data, await aFolder());
  await store.close();
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain(`another send-review-bot is using ${data}`);
  expect(await stored(data)).toEqual([]);
});

test('given a bot that runs, when a school is imported, then the bot takes it, and has it at once', async () => {
  const data = await newFolder();
  const store = await openLowdbStore(data);
  const at = { store, dataDir: data, clock: { now: () => '2026-11-23T09:00:00.000Z' }, ids: randomIds };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const serving = await serveCommands([importCommand], at, log);
  const { code, err } = await run(data, await aFolder());
  const pupils = await store.pupilsOf('elm-park');
  await serving.stop();
  await store.close();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(pupils.map(({ ref }) => ref)).toEqual(['1001', '1002', '1003']);
});

test('given a bot that runs, when a colleague is cut off at the command line, then the bot has it at once', async () => {
  const data = await newFolder();
  await run(data, await aFolder());
  const store = await openLowdbStore(data);
  const at = { store, dataDir: data, clock: { now: () => '2026-11-23T09:00:00.000Z' }, ids: randomIds };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const serving = await serveCommands([staffCommand], at, log);
  const staff = (...args: readonly string[]) => run(data, args, { script: 'staff-cli.ts' });
  const cut = await staff('cut-off', 'teacher@elm.example');
  const listed = await staff('list');
  const nobody = await staff('cut-off', 'nobody@elm.example');
  const [school] = await store.schools();
  await serving.stop();
  await store.close();
  expect(cut).toEqual({
    code: 0,
    out: 'elm-park: teacher@elm.example is cut off: shown and sent nothing from now on, until let in again.\n',
    err: '',
  });
  expect(listed.out).toContain('  teacher@elm.example  staff  cut off 2026-11-23\n');
  expect(nobody).toMatchObject({
    code: 1,
    out: '',
    err: expect.stringContaining('Nobody on the staff list'),
  });
  expect(school?.staff.find(({ email }) => email === 'teacher@elm.example')?.cutOff).toBeDefined();
});

test('given nothing to import, when it is run, then it says how, and makes no data folder', async () => {
  const data = await newFolder();
  const { code, out, err } = await run(data);
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(err).toContain('Usage: npm run import -- FILE-OR-FOLDER');
  expect(await readdir(data)).toEqual([]);
});

test('given nobody to ask and no --yes, when a folder is imported, then it is shown, nothing is written, and it exits 3', async () => {
  const data = await newFolder();
  const { code, out, err } = await run(data, [await aFolder()]);
  expect({ code, err }).toEqual({
    code: 3,
    err: 'Nothing was written. Run it with --yes to write this, or in a terminal to be asked.\n',
  });
  expect(out).toContain('Pupils: 3 added, 0 changed, 0 unchanged\n');
  expect(await stored(data)).toEqual([]);
});

test('given an argument that is not known, when it is run, then it is named, with the one that was meant', async () => {
  const data = await newFolder();
  const { code, err } = await run(data, ['list.csv', '--skipbad']);
  expect(code).toBe(1);
  expect(err).toContain('--skipbad is not known here. Did you mean "--skip-bad"?');
});

test.skipIf(process.platform === 'win32')(
  'given a disk that refuses the last document, when a school is imported, then it says to run it again, and that completes it',
  async () => {
    const data = await newFolder();
    const crowd = Array.from(
      { length: 100 },
      (_, n) => `colleague${n}@elm.example,Colleague No ${n},staff\n`,
    );
    const folder = await aFolder({ 'staff.csv': STAFF + crowd.join('') });
    // No file may be longer than a few kilobytes: the pupils fit, the school with its staff does not.
    const blocked = await run(data, folder, { first: 'ulimit -f 4;' });
    expect(blocked.code).toBe(1);
    expect(blocked.out).not.toContain('Written.');
    expect(blocked.err).toContain('Run the same import again to complete it.');
    expect(await stored(data)).toEqual(['1001', '1002', '1003']);

    const { code, out } = await run(data, folder);
    expect(code).toBe(0);
    expect(out).toContain('School elm-park: added\n');
    expect(out).toContain('Pupils: 0 added, 0 changed, 3 unchanged\n');
  },
);
