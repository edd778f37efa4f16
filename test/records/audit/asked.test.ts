import { expect, it } from 'vitest';
import { randomIds } from '../../../src/app/ids.ts';
import type { Terminal } from '../../../src/command-line/command.ts';
import { auditCommand } from '../../../src/records/audit/command.ts';
import { NO_KEYS } from '../../../src/store/lowdb/data-keys.ts';
import { auditInMemory } from '../../support/audit.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { quickFolder, temporaryStore } from '../../support/store.ts';

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
  const at = { store, audit, clock, ids: randomIds, dataDir: await quickFolder(), keys: NO_KEYS };
  const asks = (ref: string) => auditCommand.run({ what: 'pupil', ref }, terminal, at);
  return { asks, said, last: () => audit.entries.at(-1) };
}

it.each([
  ['the school’s reference', aPupil().ref, aPupil().id],
  ['the id of one who is gone', 'gone-1', 'gone-1'],
])('whoever asks by %s is told, and noted with the pupil’s id', async (_, ref, id) => {
  const { asks, said, last } = await asking();
  expect(await asks(ref)).toBe(0);
  expect(said).toEqual([expect.stringContaining('looked at status')]);
  expect(last()).toMatchObject({ who: 'terminal', what: 'audit', pupils: [id] });
});

it.each(['Ada Example', 'B823432116005'])(
  '“%s”, under which nothing was noted, is not noted itself',
  async (typed) => {
    const { asks, last } = await asking();
    expect(await asks(typed)).toBe(1);
    expect(last()).toMatchObject({ who: 'terminal', what: 'audit' });
    expect(JSON.stringify(last())).not.toContain(typed);
  },
);
