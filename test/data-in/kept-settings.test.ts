import { expect, onTestFinished, test } from 'vitest';
import { randomIds } from '../../src/app/ids.ts';
import { readArguments } from '../../src/data-in/arguments.ts';
import type { ImportDeps } from '../../src/data-in/asked.ts';
import { runImport } from '../../src/data-in/command.ts';
import { filesIn } from '../../src/data-in/given-files.ts';
import { importSchool } from '../../src/data-in/import.ts';
import { readHere } from '../../src/data-in/read/read-here.ts';
import type { ImportRequest } from '../../src/data-in/request.ts';
import type { School } from '../../src/domain/school/school.ts';
import { decideSetting } from '../../src/domain/school/settings/decide.ts';
import { importBackups } from '../../src/store/lowdb/import-backups.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { update } from '../../src/store/update.ts';
import { aFolder, newFolder, planning, SCHOOL, TODAY } from './a-folder.ts';
import { CLOCK } from './bring.ts';

/** What a person at a terminal answers, one question after another; without any, nobody is there. */
function somebody(...answers: readonly string[]) {
  const left = [...answers];
  const [said, asked]: [string[], string[]] = [[], []];
  const ask = async (question: string) => {
    asked.push(question);
    return left.shift();
  };
  const say = (line: string) => void said.push(line);
  return {
    asker: { say, complain: say, ask, hand: async () => false, progress: () => undefined },
    said,
    asked,
  };
}

const BY_SENCO = { who: 'senco@elm.example', at: '2027-06-03T09:00:00.000Z' };

/** A school brought in by its folder, whose SENCO has since changed the reminders in the form. */
async function changedHere(): Promise<ImportDeps> {
  const data = await newFolder();
  const store = await openLowdbStore(data);
  onTestFinished(() => store.close());
  await importSchool(store, await aFolder(), planning());
  await update(store, 'schools', SCHOOL.id, (school) => {
    if (!school) throw new Error('no school');
    const of = {
      school,
      who: BY_SENCO.who,
      today: '2027-06-03',
      readDays: () => ({ is: 'days', days: [] }) as const,
    };
    const answers = {
      ...{ hour: '09:30', before: '5', whileOverdue: ['Monday'], sencoAfter: '4', leaderAfter: '9' },
    };
    const decided = decideSetting(of, { setting: 'school-reminders', answers }, BY_SENCO);
    if (!decided.ok) throw new Error(decided.refusal.say);
    return decided.school;
  });
  return {
    store,
    clock: CLOCK,
    today: TODAY,
    ids: randomIds,
    backups: importBackups(data),
    reader: readHere,
  };
}

async function bring(deps: ImportDeps, more: Partial<ImportRequest>, change: object, ...answers: string[]) {
  const given = await filesIn(await aFolder({ 'school.json': JSON.stringify({ ...SCHOOL, ...change }) }));
  if (!('files' in given)) throw new Error('no folder');
  const request: ImportRequest = {
    ...{
      files: given.files,
      yes: false,
      skipBad: false,
      columns: [],
      decisions: [],
      fromFile: [],
      takeList: false,
      takeErased: false,
    },
    ...{ begin: false, undo: false, ...more },
  };
  const { asker, ...heard } = somebody(...answers);
  const code = await runImport(request, asker, deps);
  return { code, ...heard, school: (await deps.store.get('schools', SCHOOL.id)) as School };
}

const OLD = { nudges: { hour: '08:00' } };

test('given reminders changed in the form, when an older school.json comes, then they stay, and it says who changed them when', async () => {
  const { code, said, school } = await bring(
    await changedHere(),
    { yes: true },
    { ...OLD, name: 'Elm Park School' },
  );
  expect(code).toBe(0);
  expect(said.join('\n')).toContain(
    'kept     nudges: changed here by Sam Senco on Thu 3 Jun 2027, and school.json says otherwise. To take the file’s: --from-file nudges',
  );
  expect(school.name).toBe('Elm Park School');
  expect(school.nudges?.hour).toBe('09:30');
  expect(school.changedHere).toEqual([{ key: 'nudges', by: BY_SENCO.who, at: BY_SENCO.at }]);
});

test('given the same, when the file does not mention them at all, then they stay', async () => {
  const { said, school } = await bring(await changedHere(), { yes: true }, {});
  expect(said.join('\n')).toContain('All of this is stored already');
  expect(school.nudges?.hour).toBe('09:30');
});

test('given the same, when the file’s are asked for, then they are taken, and nothing is marked any more', async () => {
  const { said, school } = await bring(await changedHere(), { yes: true, fromFile: ['nudges'] }, OLD);
  expect(said.join('\n')).not.toContain('kept     nudges');
  expect(school.nudges).toEqual({ hour: '08:00' });
  expect(school).not.toHaveProperty('changedHere');
});

test('given somebody at the terminal, then they are asked of each, and may keep it', async () => {
  const deps = await changedHere();
  const keep = await bring(deps, {}, { ...OLD, name: 'Elm Park School' }, 'no', 'yes');
  expect(keep.asked).toEqual([
    'nudges was changed here by Sam Senco on Thu 3 Jun 2027. Take what school.json says in its place? (yes or no)',
    'Write this? (yes or no)',
  ]);
  expect(keep.school.nudges?.hour).toBe('09:30');
  const take = await bring(deps, {}, OLD, 'yes', 'yes');
  expect(take.school.nudges).toEqual({ hour: '08:00' });
});

test('given a file that has caught up, then the mark goes, and later files are taken as they are', async () => {
  const deps = await changedHere();
  const nudges = { hour: '09:30', before: [5], whileOverdue: ['Monday'], sencoAfter: 4, leaderAfter: 9 };
  const same = await bring(deps, { yes: true }, { nudges });
  expect(same.school).not.toHaveProperty('changedHere');
  const next = await bring(deps, { yes: true }, OLD);
  expect(next.school.nudges).toEqual({ hour: '08:00' });
});

test('given a setting that is none, the command line says which there are', () => {
  const read = readArguments(['folder', '--from-file', 'term']);
  expect(read.is === 'wrong' && read.lines[0]).toMatch(
    /--from-file names nothing known here\. Did you mean “?"?terms/,
  );
  expect(readArguments(['folder', '--from-file', 'terms'])).toMatchObject({
    request: { fromFile: ['terms'] },
  });
});
