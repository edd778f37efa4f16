import { execFile } from 'node:child_process';
import { cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import { serveCommands } from '../../src/command-line/serve.ts';
import { importAt, staffAt } from '../../src/data-in/at-terminal.ts';
import { importCommand, importing } from '../../src/data-in/import-command.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import { staffCommand } from '../../src/data-in/staff-command.ts';
import { changedInForm } from '../../src/domain/pupil/changed-here.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { NO_KEYS } from '../../src/store/lowdb/data-keys.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import type { Store } from '../../src/store/store.ts';
import { COMPILED } from '../support/compiled.ts';
import { aFolder, newFolder, PUPILS, SCHOOL, STAFF } from './a-folder.ts';
import { somebody } from './bring.ts';

interface Run {
  readonly code: number | string | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs the command as `npm run import` does, in a process of its own; `first` is said to the shell before. */
function started(
  dataDir: string,
  given: string | readonly string[],
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

/** What such a process does, done here: most of what is tested lies behind its first line. */
async function run(
  dataDir: string,
  given: string | readonly string[] = [],
  at: typeof importAt = (terminal, args, env) => importAt(terminal, args, env, importing(readHere)),
): Promise<Run> {
  const { asker, said, wrong } = somebody();
  const { AUDIT_KEY } = process.env;
  const env = { DATA_DIR: dataDir, AUDIT_KEY };
  const code = await at(asker, typeof given === 'string' ? [given, '--yes'] : given, env);
  const printed = (lines: readonly string[]) => lines.map((line) => `${line}\n`).join('');
  return { code, out: printed(said), err: printed(wrong) };
}

let first: Promise<{ readonly data: string; readonly ended: Run }> | undefined;
/** A folder that is right, imported into a data folder: once for all tests. */
function imported() {
  first ??= newFolder().then(async (data) => ({ data, ended: await started(data, await aFolder()) }));
  return first;
}

/** A data folder of the test's own with that school in it. */
async function withSchool(): Promise<string> {
  const copy = await newFolder();
  await cp((await imported()).data, copy, { recursive: true });
  return copy;
}

async function stored(dataDir: string): Promise<readonly string[]> {
  const store = await openLowdbStore(dataDir);
  const pupils = await store.pupilsOf('elm-park');
  await store.close();
  return pupils.map(({ ref }) => ref);
}

test('given a folder that is right, when it is imported, then the report is printed and the pupils are there', async () => {
  const { data, ended } = await imported();
  const { code, out, err } = ended;
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(out).toContain('School elm-park: added\nStaff: 3 added, 0 changed, 0 unchanged\n');
  expect(await stored(data)).toEqual(['1001', '1002', '1003']);
});

test('given a folder with faults, when it is imported, then they are on stderr, it exits 1, and nothing is stored', async () => {
  const data = await newFolder();
  const folder = await aFolder({
    'pupils.csv': PUPILS.replace('2,N', '2,X').replace('1/9/2018', '31/9/2018'),
  });
  const { code, out, err } = await started(data, folder);
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
  const at = {
    storeFor: () => store,
    audit: NO_AUDIT,
    dataDir: data,
    keys: NO_KEYS,
    clock: { now: () => '2026-11-23T09:00:00.000Z' },
    ids: randomIds,
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const serving = await serveCommands([importCommand], at, log);
  const { code, err } = await started(data, await aFolder());
  const pupils = await store.pupilsOf('elm-park');
  await serving.stop();
  await store.close();
  expect({ code, err }).toEqual({ code: 0, err: '' });
  expect(pupils.map(({ ref }) => ref)).toEqual(['1001', '1002', '1003']);
});

test('given a bot that runs, when a colleague is cut off at the command line, then the bot has it at once', async () => {
  const data = await withSchool();
  const store = await openLowdbStore(data);
  const at = {
    storeFor: () => store,
    audit: NO_AUDIT,
    dataDir: data,
    keys: NO_KEYS,
    clock: { now: () => '2026-11-23T09:00:00.000Z' },
    ids: randomIds,
  };
  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const serving = await serveCommands([staffCommand], at, log);
  const cut = await started(data, ['cut-off', 'teacher@elm.example'], { script: 'staff-cli.ts' });
  const listed = await run(data, ['list'], staffAt);
  const nobody = await run(data, ['cut-off', 'nobody@elm.example'], staffAt);
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

/** A list as it is dropped on a disk. */
async function aList(...lines: readonly string[]): Promise<string> {
  const path = join(await newFolder(), 'list.csv');
  await writeFile(path, lines.join('\r\n'));
  return path;
}

async function inStore<T>(dataDir: string, what: (store: Store) => Promise<T>): Promise<T> {
  const store = await openLowdbStore(dataDir);
  try {
    return await what(store);
  } finally {
    await store.close();
  }
}

const ONLY_GONE = /^The audit: all of the audit is gone[^\n]*\n$/;

test('given a name changed in a form, when an older list comes, then it stays, and --take-list takes the list’s', async () => {
  const data = await withSchool();
  const ada = (store: Store) =>
    store.pupilsOf('elm-park').then((all) => all.find(({ ref }) => ref === '1001') ?? expect.fail());
  await inStore(data, async (store) => {
    const before = await ada(store);
    const actor = { who: 'senco@elm.example', at: '2026-11-03T10:00:00.000Z' };
    await store.put('pupils', changedInForm(before, { ...before, lastName: 'King' }, actor));
  });
  // What is stored here is no bot's doing, which the audit would say: it begins anew, and says that it was gone.
  await rm(join(data, 'audit'), { recursive: true });
  const list = await aList('Adno,Forename,Surname,DOB,Year', '1001,Ada,Byron,14/03/2017,5');
  const kept = await run(data, [list, '--yes']);
  expect(kept).toMatchObject({ code: 0, err: expect.stringMatching(ONLY_GONE) });
  expect(kept.out).toContain('1 field changed here by Sam Senco on Tue 3 Nov 2026 differs from this list');
  expect(kept.out).toContain('To take what the list says in their place: --take-list.');
  expect((await inStore(data, ada)).lastName).toBe('King');
  const taken = await run(data, [list, '--yes', '--take-list']);
  expect(taken).toMatchObject({ code: 0, err: expect.stringMatching(ONLY_GONE) });
  expect(taken.out).toContain('changed  last name: 1001');
  const now = await inStore(data, ada);
  expect(now.lastName).toBe('Byron');
  expect(now.changedHere).toBeUndefined();
});

test('given a list of two schools, then nothing is taken until --school-in-list says whose, and then theirs alone', async () => {
  const data = await newFolder();
  await run(data, await aFolder({ 'pupils.csv': undefined, 'targets.csv': undefined }));
  const list = await aList(
    'School,Adno,Forename,Surname,DOB,Year',
    'Oak Primary,1,Ada,Byron,14/03/2017,5',
    'Elm Park Primary,2,Bo,Chan,09/01/2018,4',
  );
  const unsaid = await run(data, [list, '--yes']);
  expect(unsaid).toMatchObject({ code: 1, out: '' });
  expect(unsaid.err).toContain('Say whose with --school-in-list "Oak Primary"');
  expect(await stored(data)).toEqual([]);
  const said = await run(data, [list, '--yes', '--school-in-list', 'Elm Park Primary']);
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out).toContain('Its school is Elm Park Primary; 1 pupil of others is left out.');
  expect(await stored(data)).toEqual(['2']);
});

test('given reminders changed in the form, when school.json comes, then they stay, and --from-file nudges takes the file’s', async () => {
  const data = await withSchool();
  const school = (store: Store) => store.schools().then(([first]) => first ?? expect.fail());
  await inStore(data, async (store) => {
    const changedHere = [{ key: 'nudges' as const, by: 'senco@elm.example', at: '2026-11-03T10:00:00.000Z' }];
    await store.put('schools', { ...(await school(store)), nudges: { hour: '09:30' }, changedHere });
  });
  const folder = await aFolder({ 'school.json': JSON.stringify({ ...SCHOOL, nudges: { hour: '08:30' } }) });
  const kept = await run(data, [folder, '--yes']);
  expect(kept.out).toContain('To take the file’s: --from-file nudges');
  expect((await inStore(data, school)).nudges).toEqual({ hour: '09:30' });
  const taken = await run(data, [folder, '--yes', '--from-file', 'nudges']);
  expect(taken).toMatchObject({ code: 0, err: '' });
  expect((await inStore(data, school)).nudges).toEqual({ hour: '08:30' });
  const unknown = await run(data, [folder, '--yes', '--from-file', 'nudge']);
  expect(unknown).toMatchObject({ code: 1, out: '' });
  expect(unknown.err).toContain('--from-file names nothing known here. Did you mean "nudges"?');
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
    const blocked = await started(data, folder, { first: 'ulimit -f 4;' });
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
