import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { DataCommand } from '../../src/command-line/command.ts';
import { mayUse } from '../../src/command-line/data-folder.ts';
import { importCommand } from '../../src/data-in/import-command.ts';
import { staffCommand } from '../../src/data-in/staff-command.ts';
import { somebody } from '../data-in/bring.ts';
import { quickFolder } from '../support/store.ts';

const request = (more: object = {}, ...names: readonly string[]) => ({
  files: names.map((name) => ({ name, base64: '' })),
  ...{
    yes: false,
    skipBad: false,
    takeList: false,
    takeErased: false,
    fromFile: [],
    columns: [],
    decisions: [],
  },
  ...{ begin: false, undo: false },
  ...more,
});

const A_FOLDER = ['school.json', 'staff.csv'];

async function asked(dataDir: string, command: DataCommand, input: unknown, ...answers: readonly string[]) {
  const { asker, ...heard } = somebody(...answers);
  return { may: await mayUse(dataDir, command, input, asker), ...heard };
}

/** A folder that is not there, in one that stays as it was. */
async function mistyped() {
  const parent = await quickFolder();
  return { dataDir: join(parent, 'dta', 'send'), left: () => readdir(parent) };
}

describe('a data folder that is not there', () => {
  it.each([
    ['npm run staff', staffCommand, { what: 'list' }],
    ['a list of pupils', importCommand, request({ yes: true }, 'pupils.csv')],
    ['--undo', importCommand, request({ undo: true, yes: true })],
  ])('is not made by %s: its whole path is said, and what to look at', async (_, command, input) => {
    const { dataDir, left } = await mistyped();
    const { may, wrong, asked: questions } = await asked(dataDir, command, input, 'yes');
    expect({ may, questions }).toEqual({ may: false, questions: [] });
    expect(wrong).toEqual([
      `There is no data folder ${dataDir}. Check DATA_DIR, and that its disk is there. To begin with a school: npm run import -- --new. Nothing was done.`,
    ]);
    expect(await left()).toEqual([]);
  });

  it('is begun by a school’s folder once somebody says so, and not by --yes alone', async () => {
    const { dataDir, left } = await mistyped();
    const yes = await asked(dataDir, importCommand, request({}, ...A_FOLDER), 'yes');
    expect(yes.may).toBe(true);
    expect(yes.asked).toEqual([
      `There is no data folder ${dataDir}. Check DATA_DIR, and that its disk is there. Shall it be begun there? (yes or no)`,
    ]);
    expect((await asked(dataDir, importCommand, request({}, ...A_FOLDER), 'no')).may).toBe(false);
    const script = await asked(dataDir, importCommand, request({ yes: true }, ...A_FOLDER));
    expect(script.may).toBe(false);
    expect(script.wrong.join()).toContain('make that folder first, or run this in a terminal');
    expect(await left()).toEqual([]);
  });

  it('is begun by --new, which says where', async () => {
    const { dataDir } = await mistyped();
    const { may, said } = await asked(dataDir, importCommand, request({ begin: true }));
    expect({ may, said }).toEqual({
      may: true,
      said: [`There is no data folder ${dataDir}. It is begun now.`],
    });
  });
});

describe('a folder in which nothing was ever stored, as where a disk is not there', () => {
  it('is not filled by a list or a command, nor unasked at a terminal; --yes fills it with a school', async () => {
    const dataDir = await quickFolder();
    await writeFile(join(dataDir, 'notes.txt'), 'of somebody else');
    const list = await asked(dataDir, importCommand, request({ yes: true }, 'pupils.csv'));
    expect(list.may).toBe(false);
    expect(list.wrong[0]).toContain(`Nothing is stored in the data folder ${dataDir} yet.`);
    expect((await asked(dataDir, importCommand, request({}, ...A_FOLDER), 'no')).may).toBe(false);
    expect((await asked(dataDir, importCommand, request({ yes: true }, ...A_FOLDER))).may).toBe(true);
    expect(await readdir(dataDir)).toEqual(['notes.txt']);
  });

  it('is not one where documents are, of whatever format', async () => {
    const dataDir = await quickFolder();
    await mkdir(join(dataDir, 'schools'));
    expect((await asked(dataDir, staffCommand, { what: 'list' })).may).toBe(true);
  });
});
