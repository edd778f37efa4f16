import { expect, onTestFinished } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import type { Terminal } from '../../src/command-line/command.ts';
import type { ImportDeps } from '../../src/data-in/asked.ts';
import { runImport } from '../../src/data-in/command.ts';
import { importSchool } from '../../src/data-in/import.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import type { OutsideFile } from '../../src/data-in/read/table.ts';
import type { ImportRequest } from '../../src/data-in/request.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { aFolder, newFolder, planning, TODAY } from './a-folder.ts';
import { LISTS } from './shapes/made-lists.ts';

export const CLOCK = { now: () => `${TODAY}T09:00:00.000Z` };

/** Somebody at a terminal who gives these answers, one after another; with none left nobody is there. */
export function somebody(...answers: readonly string[]) {
  const said: string[] = [];
  const wrong: string[] = [];
  const asked: string[] = [];
  const left = [...answers];
  const asker: Terminal = {
    say: (line) => said.push(line),
    complain: (line) => wrong.push(line),
    ask: async (question) => {
      asked.push(question);
      return left.shift();
    },
    hand: async () => false,
    progress: () => undefined,
  };
  return { asker, said, wrong, asked };
}

/** A school with staff and no pupils yet: school.json and staff.csv are enough. */
export async function aSchool(): Promise<ImportDeps> {
  const folder = await newFolder();
  const store = await openLowdbStore(folder);
  onTestFinished(() => store.close());
  await importSchool(store, await aFolder({ 'pupils.csv': undefined, 'targets.csv': undefined }), planning());
  return {
    store,
    today: TODAY,
    clock: CLOCK,
    ids: randomIds,
    backups: importBackups(folder),
    reader: readHere,
  };
}

/** An import as it is asked for at the command line, of one file. */
export const asking = (file: OutsideFile, more: Partial<ImportRequest> = {}): ImportRequest => ({
  files: [file],
  yes: false,
  skipBad: false,
  takeList: false,
  takeErased: false,
  fromFile: [],
  columns: [],
  decisions: [],
  begin: false,
  undo: false,
  ...more,
});

/** The list that is made for a shape. */
export const made = (id: string) => LISTS[id]?.() ?? expect.fail(`no list is made for ${id}`);
export const text = (name: string, ...lines: readonly string[]): OutsideFile => ({
  name,
  bytes: new TextEncoder().encode(lines.join('\n')),
});

/** Brings it in, with somebody there who gives these answers. */
export async function bring(deps: ImportDeps, request: ImportRequest, ...answers: readonly string[]) {
  const { asker, ...heard } = somebody(...answers);
  const code = await runImport(request, asker, deps);
  return { code, ...heard, pupils: await deps.store.pupilsOf('elm-park') };
}
