import { describe, expect, it } from 'vitest';
import type { Terminal } from '../../src/command-line/command.ts';
import { readStaffArguments } from '../../src/data-in/staff-arguments.ts';
import { staffCommand } from '../../src/data-in/staff-command.ts';
import { NO_AUDIT } from '../../src/records/audit/audit.ts';
import { NO_KEYS } from '../../src/store/lowdb/data-keys.ts';
import { aTalk, type Talk, textOf } from '../conversation/talk.ts';
import { aReview, aSchool, SENCO, TEACHER } from '../support/builders.ts';
import { testIds } from '../support/ids.ts';

/** What `npm run staff -- …` says and ends with, on the data of a bot that runs. */
async function staff({ store, clock }: Talk, ...args: string[]) {
  const lines: string[] = [];
  const terminal: Terminal = {
    say: (line) => void lines.push(line),
    complain: (line) => void lines.push(`! ${line}`),
    ask: async () => undefined,
    hand: async () => false,
    progress: () => undefined,
  };
  const read = readStaffArguments(args);
  if ('wrong' in read) return { code: 1, said: read.wrong.join('\n') };
  const at = { store, audit: NO_AUDIT, clock, ids: testIds(), dataDir: '', keys: NO_KEYS };
  return { code: await staffCommand.run(read.request, terminal, at), said: lines.join('\n') };
}

const gathering = () =>
  aTalk({ reviews: [aReview({ stage: 'gathering' })], now: '2026-11-10T10:00:00.000Z' });

describe('npm run staff', () => {
  it('cuts a colleague off at once, while the bot runs, and lets them in again', async () => {
    const talk = await gathering();
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Ada');
    const { code, said } = await staff(talk, 'cut-off', ` ${TEACHER.toUpperCase()} `);
    expect([code, said]).toEqual([0, expect.stringContaining('is cut off')]);
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('only talk with staff');
    expect(textOf(await talk.says(SENCO, 'staff Tom'))).toContain('at the command line');
    expect((await staff(talk, 'let-in', TEACHER)).code).toBe(0);
    expect(textOf(await talk.says(TEACHER, 'mine'))).toContain('Ada');
  });

  it('lists addresses, roles and who is cut off, and no names', async () => {
    const talk = await gathering();
    await staff(talk, 'cut-off', TEACHER);
    const { said } = await staff(talk, 'list', '--school', 'oakfield');
    expect(said).toContain('Oakfield School (oakfield)');
    expect(said).toContain(`${TEACHER}  staff  cut off 2026-11-10`);
    expect(said).toContain(`${SENCO}  senco`);
    expect(said).not.toMatch(/Tom|Mel/);
  });

  it.each([
    [['cut-off', 'nobody@oakfield.example'], 'Nobody on the staff list has this address'],
    [['list', '--school', 'elm'], 'There is no such school. Stored: oakfield.'],
    [['cut-off'], 'Usage:'],
    [['list', TEACHER], 'Usage:'],
    [['cut-off', TEACHER, '--now'], 'Usage:'],
    [['fire', TEACHER], 'Usage:'],
  ])('refuses %j in words, and changes nothing', async (args, words) => {
    const talk = await gathering();
    const { code, said } = await staff(talk, ...args);
    expect([code, said]).toEqual([1, expect.stringContaining(words)]);
    expect(await talk.store.get('schools', 'oakfield')).toMatchObject({ version: 1 });
  });

  it('cuts nobody off twice', async () => {
    const talk = await gathering();
    await staff(talk, 'cut-off', TEACHER);
    const again = await staff(talk, 'cut-off', TEACHER);
    expect([again.code, again.said]).toEqual([1, expect.stringContaining('not on the staff list any more')]);
  });

  it('does it in one school of several, where one is named', async () => {
    const elm = aSchool({ id: 'elm', name: 'Elm School' });
    const talk = await aTalk({ schools: [aSchool(), elm] });
    await staff(talk, 'cut-off', TEACHER, '--school', 'elm');
    const lefts = (await talk.store.schools()).map((one) => [
      one.id,
      one.staff.some(({ cutOff }) => cutOff !== undefined),
    ]);
    expect(Object.fromEntries(lefts)).toEqual({ elm: true, oakfield: false });
  });
});
