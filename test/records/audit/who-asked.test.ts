import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { randomIds } from '../../../src/app/ids.ts';
import type { Terminal } from '../../../src/command-line/command.ts';
import { changeOf } from '../../../src/records/audit/changes.ts';
import { auditCommand } from '../../../src/records/audit/command.ts';
import { readTerminalWho, terminalWho } from '../../../src/records/audit/terminal-who.ts';
import { markingIn } from '../../../src/records/erase/key.ts';
import { marksOf, setTombstone } from '../../../src/records/erase/tombstones.ts';
import { NO_KEYS } from '../../../src/store/lowdb/data-keys.ts';
import { auditInMemory } from '../../support/audit.ts';
import { ASSISTANT, aPupil, aSchool, SENCO, TEACHER } from '../../support/builders.ts';
import { quickFolder, temporaryStore } from '../../support/store.ts';

const SILENT: Terminal = {
  say: () => undefined,
  complain: () => undefined,
  ask: async () => undefined,
  hand: async () => false,
  progress: () => undefined,
};

/** Ada, who is here, and what was noted of her and of one who is gone. */
async function asking() {
  const store = await temporaryStore();
  await store.put('schools', aSchool());
  await store.put('pupils', aPupil({ upn: 'A823432116004' }));
  const clock = { now: () => '2026-11-23T09:00:00.000Z' };
  const audit = auditInMemory(clock);
  for (const pupil of [aPupil().id, 'gone-1'])
    audit.record('oakfield', { who: SENCO, chat: 'slack', kind: 'viewed', what: 'status', pupils: [pupil] });
  const said: string[] = [];
  const say = (line: string) => void said.push(line);
  const terminal: Terminal = {
    ...{ say, complain: say, ask: async () => undefined, hand: async () => false, progress: () => undefined },
  };
  const at = {
    store,
    audit,
    clock,
    ids: randomIds,
    dataDir: join(await quickFolder(), 'data'),
    keys: NO_KEYS,
  };
  await mkdir(at.dataDir, { recursive: true });
  const asks = (ref: string) => auditCommand.run({ what: 'pupil', ref }, terminal, at);
  return { asks, said, at, last: () => audit.entries.at(-1) };
}

it('a child who was erased is found by the reference or UPN they had, in their school', async () => {
  const { asks, said, at, last } = await asking();
  const gone = {
    ref: 'P077',
    upn: 'B823432116005',
    firstName: 'Idris',
    lastName: 'Moss',
    dateOfBirth: '2017-02-28',
  };
  const markOf = await markingIn(at.dataDir);
  const marks = [...marksOf('oakfield', gone, markOf)];
  await setTombstone(at.dataDir, { pupil: 'gone-1', school: 'oakfield', on: '2026-11-01', marks });
  for (const ref of ['P077', 'p077', 'B823432116005']) {
    said.length = 0;
    expect(await asks(ref)).toBe(0);
    expect(said.at(-1)).toContain('looked at status');
    expect(last()).toMatchObject({ pupils: ['gone-1'] });
  }
  expect(await asks('P078')).toBe(1);
});

it('who asks at the command line is noted as they are called on the machine', async () => {
  const { at, last } = await asking();
  await auditCommand.run({ what: 'pupil', ref: 'gone-1' }, SILENT, { ...at, who: 'terminal:ada' });
  expect(last()).toMatchObject({ who: 'terminal:ada', what: 'audit' });
  expect(terminalWho({ SUDO_USER: 'ada b' })).toBe('terminal:ada%20b');
  expect(terminalWho({})).toMatch(/^terminal:./);
  // What another process says is taken where it is such a name, and nothing else.
  expect(readTerminalWho('terminal:ada')).toBe('terminal:ada');
  for (const odd of [undefined, 'bot', 'terminal:', 'mel.senco@oakfield.example', 'terminal:a b'])
    expect(readTerminalWho(odd)).toBe('terminal');
});

it('a change of the staff list names whom it is of, by their ids; a new list of a school names nobody', () => {
  const school = aSchool();
  const by = { who: SENCO, at: '2026-11-23T09:00:00.000Z', by: 'cut-off' };
  const staff = school.staff.map((one) =>
    one.email === TEACHER ? { ...one, cutOff: { at: by.at, by: SENCO } } : one,
  );
  const cut = changeOf('schools', school, { ...school, staff }, by)?.entry;
  expect(cut?.people).toEqual([TEACHER]);
  const second = [{ person: ASSISTANT, account: 'sandbox.sandbox.ann', at: by.at }];
  expect(changeOf('schools', school, { ...school, secondAccounts: second }, by)?.entry?.people).toEqual([
    ASSISTANT,
  ]);
  expect(changeOf('schools', undefined, school, by)?.entry?.people).toBeUndefined();
  expect(changeOf('schools', school, { ...school, name: 'Oak' }, by)?.entry?.people).toBeUndefined();
});
