import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { systemClock } from '../../../src/app/clocks.ts';
import { randomIds } from '../../../src/app/ids.ts';
import { makeLog } from '../../../src/app/log.ts';
import { runCommand } from '../../../src/command-line/run.ts';
import { serveCommands } from '../../../src/command-line/serve.ts';
import { localDate } from '../../../src/domain/time.ts';
import { beginAudit } from '../../../src/records/audit/begin.ts';
import { type AuditRequest, auditCommand } from '../../../src/records/audit/command.ts';
import { NO_KEYS } from '../../../src/store/lowdb/data-keys.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { quickFolder, storeIn } from '../../support/store.ts';
import { hearing } from '../../support/terminal.ts';
import { asking } from './asking.ts';

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

it('a running bot answers over its socket: all is as it was written, and who has looked', async () => {
  const dataDir = await quickFolder();
  const store = await storeIn(dataDir);
  await store.put('schools', aSchool());
  await store.put('pupils', aPupil());
  const { audit } = await beginAudit(store, { dataDir, key: 'k'.repeat(32), clock: systemClock });
  audit.record('oakfield', {
    who: SENCO,
    chat: 'slack',
    kind: 'viewed',
    what: 'status',
    pupils: [aPupil().id],
  });
  const at = { storeFor: () => store, audit, dataDir, keys: NO_KEYS, clock: systemClock, ids: randomIds };
  const log = makeLog('error', { write: () => undefined });
  const serving = await serveCommands([auditCommand], at, log);
  onTestFinished(async () => {
    await serving.stop();
    await audit.close();
    await store.close();
  });
  const asks = async (request: AuditRequest) => {
    const { terminal, said } = hearing();
    return { code: await runCommand(auditCommand, request, { DATA_DIR: dataDir }, terminal), said };
  };
  const verified = await asks({ what: 'verify' });
  expect(verified.code).toBe(0);
  expect(verified.said.at(-1)).toBe('All of it is as it was written.');
  const looked = await asks({ what: 'pupil', ref: aPupil().ref });
  expect(looked.code).toBe(0);
  expect(looked.said.join('\n')).toContain(`${SENCO}  looked at status`);
  // A line that somebody edits while the bot runs is found by it, too.
  const today = join(dataDir, 'audit', 'oakfield', `${localDate(systemClock.now())}.jsonl`);
  await writeFile(today, (await readFile(today, 'utf8')).replace('"status"', '"agenda"'));
  expect((await asks({ what: 'verify' })).code).toBe(1);
});
