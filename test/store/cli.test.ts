import { execFile } from 'node:child_process';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { storeCommand } from '../../src/store/cli/command.ts';
import { COMPILED } from '../support/compiled.ts';
import { quickFolder, storeIn } from '../support/store.ts';
import { FORMAT, putSubjects, review } from './documents.ts';
import { everythingIn, oldFolder } from './lowdb/old-folder.ts';

interface Run {
  readonly code: number | string | undefined;
  readonly out: string;
  readonly err: string;
}

/** What the command says, and would end with. */
async function run(data: string, ...args: readonly string[]): Promise<Run> {
  const { lines, ok } = await storeCommand(args, { DATA_DIR: data });
  const printed = `${lines.join('\n')}\n`;
  return ok ? { code: 0, out: printed, err: '' } : { code: 1, out: '', err: printed };
}

/** Runs the command as `npm run store` does, in a process of its own. */
function started(data: string, ...args: readonly string[]): Promise<Run> {
  const options = { env: { ...process.env, ...COMPILED, DATA_DIR: data }, cwd: data };
  return new Promise((done) => {
    execFile(process.execPath, [resolve('src/store/cli/cli.ts'), ...args], options, (error, out, err) =>
      done({ code: error?.code ?? 0, out, err }),
    );
  });
}

/** A data folder with a review in it, not open. */
async function dataFolder(): Promise<string> {
  const folder = await quickFolder();
  const store = await storeIn(folder);
  await putSubjects(store);
  await store.put('reviews', review('r1'));
  await store.close();
  return folder;
}

const stored = (folder: string) => everythingIn(folder, ['backups']);
const aNewFolder = async () => join(await quickFolder(), 'new');

describe('verify', () => {
  test('given a data folder that is right, then it says what is in it and changes nothing', async () => {
    const data = await dataFolder();
    const before = await everythingIn(data);
    expect(await started(data, 'verify')).toEqual({
      code: 0,
      out: `${data} is of format ${FORMAT}: 1 school, 1 pupil, 1 review, 0 contacts, 0 digests, 0 mornings.\nAll of it is as it should be.\n`,
      err: '',
    });
    expect(await everythingIn(data)).toEqual(before);
  });

  test('given one of an older format, then it says that the next start upgrades it, and does not', async () => {
    const data = await oldFolder(1);
    const before = await everythingIn(data);
    const { code, out } = await run(data, 'verify');
    expect(code).toBe(0);
    expect(out).toContain(`is of format 1, which the next start brings up to format ${FORMAT}: 2 schools`);
    expect(await everythingIn(data)).toEqual(before);
  });

  test('given one that is not right, then it lists what is wrong, sets nothing aside, and exits 1', async () => {
    const data = await oldFolder(1);
    await writeFile(join(data, 'reviews', 'early.json'), '');
    await writeFile(join(data, 'mornings', 'oakfield.json'), '{}');
    const before = await everythingIn(data);
    const { code, out, err } = await started(data, 'verify');
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(`${join(data, 'reviews', 'early.json')} is empty.\n`);
    expect(err).toContain(`${join(data, 'mornings', 'oakfield.json')}, id: is missing.\n`);
    expect(err).toContain('2 things are wrong. Nothing was changed.');
    expect(await everythingIn(data)).toEqual(before);
  });

  test('given one thing that is wrong, then it is one thing', async () => {
    const data = await dataFolder();
    await writeFile(join(data, 'reviews', 'r1.json'), '');
    expect((await run(data, 'verify')).err).toContain('1 thing is wrong. Nothing was changed.');
  });

  test.each([
    ['that is not there', async () => join(await quickFolder(), 'gone'), 'is not there, or is no folder.'],
    ['with nothing in it', quickFolder, 'holds no backup of a data folder.'],
  ] as const)('given a backup folder %s, then it exits 1 and says so', async (_which, folder, says) => {
    const backup = await folder();
    expect(await run(await dataFolder(), 'verify', backup)).toEqual({
      code: 1,
      out: '',
      err: `${backup} ${says}\n`,
    });
  });

  test('given the bot runs, then it says so', async () => {
    const data = await dataFolder();
    const store = await storeIn(data);
    const { code, err } = await started(data, 'verify');
    await store.close();
    expect(code).toBe(1);
    expect(err).toContain(`another send-review-bot is using ${data}`);
  });
});

describe('backup and restore', () => {
  test('given a backup, when it is put back, then all is as it was, and what was there meanwhile is kept', async () => {
    const data = await dataFolder();
    const before = await stored(data);
    const to = await aNewFolder();
    expect(await run(data, 'backup', to)).toMatchObject({ code: 0, err: '' });
    expect(await run(data, 'verify', to)).toMatchObject({ code: 0 });

    const store = await storeIn(data);
    await store.put('reviews', review('r1', { version: 1, stage: 'closed' }));
    await store.put('reviews', review('r2'));
    await store.close();
    const meanwhile = await stored(data);

    const { code, out } = await run(data, 'restore', to);
    expect(code).toBe(0);
    const restored = await stored(data);
    expect(new Map([...restored].filter(([path]) => path !== 'old-ids.json'))).toEqual(before);
    const [kept = ''] = await readdir(join(data, 'backups'));
    expect(out).toContain(`What was there before is kept in ${join(data, 'backups', kept)}.`);
    expect(await everythingIn(join(data, 'backups', kept))).toEqual(meanwhile);
  });

  test('given a backup of an older format, when it is put back, then the next start upgrades it', async () => {
    const data = await dataFolder();
    expect(await run(data, 'restore', await oldFolder(1))).toMatchObject({ code: 0, err: '' });
    const store = await storeIn(data);
    expect(await store.reviewsOf('oakfield')).toHaveLength(28);
    expect(await store.get('reviews', 'r1')).toBeUndefined();
  });

  test('given a backup that is not whole, then it is not put back, and why not is said', async () => {
    const data = await dataFolder();
    const before = await everythingIn(data);
    const backup = await oldFolder(1);
    await rm(join(backup, 'pupils', 'oakfield-p19.json'));
    const { code, err } = await run(data, 'restore', backup);
    expect(code).toBe(1);
    expect(err).toContain(`${join(backup, 'reviews', 'early.json')}, pupilId: names a document`);
    expect(err).toContain('Nothing was changed. That backup is not whole: put back another.');
    expect(await everythingIn(data)).toEqual(before);
  });

  test('given data that is damaged, then it is kept as it is, and the backup takes its place', async () => {
    const data = await dataFolder();
    await writeFile(join(data, 'reviews', 'r1.json'), '{"torn');
    await rm(join(data, 'format.json'));
    const damaged = await stored(data);
    expect(await run(data, 'restore', await oldFolder(1))).toMatchObject({ code: 0 });
    const [kept = ''] = await readdir(join(data, 'backups'));
    expect(await everythingIn(join(data, 'backups', kept))).toEqual(damaged);
    expect(await run(data, 'verify')).toMatchObject({ code: 0 });
  });

  test.each([
    ['backup', 'into a folder that is there', async () => quickFolder(), 'is there already'],
    ['restore', 'what is no backup', async () => quickFolder(), 'holds no backup'],
  ] as const)('%s refuses %s', async (command, _what, folder, says) => {
    const data = await dataFolder();
    const before = await everythingIn(data);
    const { code, err } = await run(data, command, await folder());
    expect(code).toBe(1);
    expect(err).toContain(says);
    expect(await everythingIn(data)).toEqual(before);
  });

  test('given a backup in which documents are missing, then another is advised, and not to count what is left', async () => {
    const backup = await oldFolder(2);
    await rm(join(backup, 'reviews', 'early.json'));
    const { code, err } = await run(await dataFolder(), 'restore', backup);
    expect(code).toBe(1);
    expect(err).toMatch(/holds 27 documents, where 28 were stored\. .*put back another\.\n$/);
    expect(err).not.toContain('recount');
  });

  test.each([
    [
      'below a file',
      (data: string) => join(data, 'format.json', 'x'),
      'a file stands where a folder should be',
    ],
    ['in a folder that is not there', (data: string) => `${data}-gone/x`, 'make it first.'],
    ['where no folder can be made', () => '/dev/fd/x', '/dev/fd/x'],
  ] as const)('backup to a place %s says so, and changes nothing', async (_where, place, says) => {
    const data = await dataFolder();
    const before = await everythingIn(data);
    const { code, err } = await run(data, 'backup', place(data));
    expect(code).toBe(1);
    expect(err).toContain(says);
    expect(err).not.toContain('That failed');
    expect(await everythingIn(data)).toEqual(before);
  });

  test.each(['backup', 'restore', 'recount'])('%s says so where the bot runs', async (command) => {
    const data = await dataFolder();
    const store = await storeIn(data);
    const folders = { backup: await aNewFolder(), restore: await oldFolder(1), recount: undefined };
    const folder = folders[command as keyof typeof folders];
    const { code, err } = await run(data, command, ...(folder ? [folder] : []));
    await store.close();
    expect(code).toBe(1);
    expect(err).toContain(`another send-review-bot is using ${data}`);
  });
});

describe('recount', () => {
  test('given a document was removed on purpose, then the bot can start again', async () => {
    const data = await dataFolder();
    await rm(join(data, 'reviews', 'r1.json'));
    expect((await run(data, 'verify')).err).toContain('holds 0 documents, where 1 was stored');
    expect(await run(data, 'recount')).toMatchObject({ code: 0 });
    const store = await storeIn(data);
    expect(await store.pupilsOf('elm')).toHaveLength(1);
  });
});

test('given a word it does not know, then it says what it knows', async () => {
  const data = await dataFolder();
  expect((await started(data)).err).toContain('npm run store -- restore FOLDER');
  for (const args of [[], ['mend'], ['backup'], ['restore']]) {
    const { code, err } = await run(data, ...args);
    expect(code).toBe(1);
    expect(err).toContain('npm run store -- restore FOLDER');
  }
});

test('given a mistyped data folder, then no command is well with it, nor makes anything', async () => {
  const parent = await quickFolder();
  const data = join(parent, 'dta');
  const nothing = `Nothing is stored in ${data}. Check DATA_DIR, and that its disk is there.\n`;
  expect(await run(data, 'verify')).toEqual({ code: 1, out: '', err: nothing });
  expect(await run(data, 'recount')).toEqual({ code: 1, out: '', err: nothing });
  expect((await run(data, 'backup', join(parent, 'backup'))).code).toBe(1);
  expect((await run(data, 'restore', join(parent, 'bakup'))).code).toBe(1);
  expect(await readdir(parent)).toEqual([]);
});
