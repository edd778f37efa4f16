import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { randomIds } from '../../../src/app/ids.ts';
import { auditCommand } from '../../../src/records/audit/command.ts';
import { NO_KEYS } from '../../../src/store/lowdb/data-keys.ts';
import { auditInMemory } from '../../support/audit.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { quickFolder, temporaryStore } from '../../support/store.ts';
import { hearing } from '../../support/terminal.ts';

/** Ada, who is here, and what was noted of her and of one who is gone; and somebody at a terminal who asks of them. */
export async function asking() {
  const store = await temporaryStore();
  await store.put('schools', aSchool());
  await store.put('pupils', aPupil({ upn: 'A823432116004' }));
  const clock = { now: () => '2026-11-23T09:00:00.000Z' };
  const audit = auditInMemory(clock);
  for (const pupil of [aPupil().id, 'gone-1'])
    audit.record('oakfield', { who: SENCO, chat: 'slack', kind: 'viewed', what: 'status', pupils: [pupil] });
  const { terminal, said } = hearing();
  const dataDir = join(await quickFolder(), 'data');
  await mkdir(dataDir);
  const at = { store, audit, clock, ids: randomIds, dataDir, keys: NO_KEYS };
  const asks = (ref: string) => auditCommand.run({ what: 'pupil', ref }, terminal, at);
  return { asks, said, at, last: () => audit.entries.at(-1) };
}
