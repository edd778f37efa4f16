import { expect, it } from 'vitest';
import { changeOf } from '../../../src/records/audit/changes.ts';
import { auditCommand } from '../../../src/records/audit/command.ts';
import { readTerminalWho, terminalWho } from '../../../src/records/audit/terminal-who.ts';
import { markingIn } from '../../../src/records/erase/key.ts';
import { marksOf, setTombstone } from '../../../src/records/erase/tombstones.ts';
import { ASSISTANT, aSchool, SENCO, TEACHER } from '../../support/builders.ts';
import { hearing } from '../../support/terminal.ts';
import { asking } from './asking.ts';

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
  await auditCommand.run({ what: 'pupil', ref: 'gone-1' }, hearing().terminal, {
    ...at,
    who: 'terminal:ada',
  });
  expect(last()).toMatchObject({ who: 'terminal:ada', what: 'audit' });
  expect(terminalWho({ SUDO_USER: 'ada b' })).toBe('terminal:ada%20b');
  expect(terminalWho({})).toMatch(/^terminal:./);
  expect(terminalWho({ SUDO_USER: 'a'.repeat(65) })).toBe(`terminal:${'a'.repeat(64)}`);
  const nobody = () => {
    throw new Error('no user of this number');
  };
  expect(terminalWho({}, nobody)).toBe('terminal');
  // What another process says is taken where it is such a name, and nothing else.
  expect(readTerminalWho('terminal:ada')).toBe('terminal:ada');
  for (const odd of [
    undefined,
    'bot',
    'terminal:',
    'mel.senco@oakfield.example',
    'terminal:a b',
    'x terminal:ada',
  ])
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
