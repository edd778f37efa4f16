import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { randomIds } from '../../../src/app/ids.ts';
import { auditedStores } from '../../../src/records/audit/audited-store.ts';
import { beginAudit } from '../../../src/records/audit/begin.ts';
import { auditCommand } from '../../../src/records/audit/command.ts';
import { NO_KEYS } from '../../../src/store/lowdb/data-keys.ts';
import { aPupil, aSchool, SENCO } from '../../support/builders.ts';
import { quickFolder, storeIn } from '../../support/store.ts';
import { hearing } from '../../support/terminal.ts';

/* A trail of three days, of which something goes while the bot is stopped. */
const KEY = 'k'.repeat(40);
let dataDir: string;
let now = '';

const path = (day: string) => join(dataDir, 'audit', 'oakfield', `${day}.jsonl`);

/** A start of the bot: what it tells; and then what is done while it runs. */
async function aStart(work: (run: Awaited<ReturnType<typeof running>>) => unknown = () => undefined) {
  const run = await running();
  await work(run);
  await run.audit.close();
  await run.store.close();
  return run.told;
}

async function running() {
  const clock = { now: () => now };
  const store = await storeIn(dataDir);
  const { audit, faults } = await beginAudit(store, { dataDir, key: KEY, clock });
  const { terminal, said } = hearing();
  const at = { store, audit, clock, ids: randomIds, dataDir, keys: NO_KEYS, who: 'terminal:it' };
  return {
    ...{ store, audit, said },
    told: faults.map(({ what }) => what),
    stores: auditedStores(store, audit, clock)({ who: SENCO, by: 'submit.details' }),
    asks: (input: object) => auditCommand.run(input, terminal, at),
  };
}
const verified = async () => {
  let code = -1;
  await aStart(async ({ asks }) => (code = await asks({ what: 'verify' })));
  return code;
};
const accepted = (because: string) =>
  aStart(async ({ asks }) => expect(await asks({ what: 'accept', because, yes: true })).toBe(0));

beforeEach(async () => {
  dataDir = join(await quickFolder(), 'data');
  now = '2026-11-23T09:00:00.000Z';
  await aStart(async ({ audit, stores }) => {
    await stores.put('schools', aSchool());
    await stores.put('pupils', aPupil());
    for (const day of ['2026-11-24', '2026-11-25'])
      for (let n = 0; n < 3; n++) {
        now = `${day}T09:00:00.000Z`;
        audit.record('oakfield', { who: SENCO, kind: 'viewed', what: 'status', pupils: [aPupil().id] });
      }
  });
});

describe('what is not as it was written goes on being told', () => {
  it('a day’s file that was taken away: at each start, and by verify, until somebody says that it is known', async () => {
    await rm(path('2026-11-24'));
    expect(await aStart()).toEqual(['days-gone']);
    expect(await aStart()).toEqual(['days-gone']);
    expect(await verified()).toBe(1);
    // What verify has seen, the start tells, too.
    expect(await aStart()).toEqual(['days-gone', 'removed']);
    await accepted('disk');
    expect(await aStart()).toEqual([]);
    expect(await verified()).toBe(0);
    const lines = (await readFile(path('2026-11-25'), 'utf8')).trimEnd().split('\n');
    expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
      ...{ who: 'terminal:it', kind: 'accepted', what: 'disk', count: 2 },
    });
  });

  it('and where more goes at the same place than was accepted, that is told', async () => {
    await rm(path('2026-11-24'));
    await accepted('looked-into');
    const [, ...rest] = (await readFile(path('2026-11-25'), 'utf8')).split('\n');
    await writeFile(path('2026-11-25'), rest.join('\n'));
    expect(await verified()).toBe(1);
  });

  it('the whole trail, also where its key is not beside the folder', async () => {
    await rm(join(dataDir, 'audit'), { recursive: true });
    expect(await aStart()).toEqual(['all-gone']);
    expect(await aStart()).toEqual(['all-gone']);
    expect(await verified()).toBe(1);
    await accepted('restored');
    expect(await aStart()).toEqual([]);
    expect(await verified()).toBe(0);
    // A second time it is told again.
    await rm(join(dataDir, 'audit'), { recursive: true });
    expect(await aStart()).toEqual(['all-gone']);
  });

  it('a whole school’s, once, and then as the gap that is left', async () => {
    await rm(join(dataDir, 'audit', 'oakfield'), { recursive: true });
    expect(await aStart()).toEqual(['gone']);
    expect(await verified()).toBe(1);
    await accepted('moved');
    expect(await aStart()).toEqual([]);
    expect(await verified()).toBe(0);
  });

  it('is accepted only with a reason, by somebody who says yes, and where there is something', async () => {
    await aStart(async ({ asks, said }) => {
      expect(await asks({ what: 'accept', because: 'disk', yes: true })).toBe(0);
      expect(said.join()).toContain('There is nothing to accept');
    });
    await rm(path('2026-11-24'));
    await aStart(async ({ asks, said }) => {
      expect(await asks({ what: 'accept' })).toBe(1);
      expect(said.join()).toContain('looked-into');
      // Nobody is there to say yes.
      expect(await asks({ what: 'accept', because: 'disk' })).toBe(1);
    });
    expect(await aStart()).toContain('days-gone');
  });

  it('keeps the days that it is about from being removed for their age', async () => {
    await rm(path('2026-11-24'));
    await aStart(async ({ audit }) => {
      now = '2040-01-01T09:00:00.000Z';
      const all = await audit.ageing.old(() => ({ from: '2026-11-25', held: new Set() }));
      const old = all.find(({ school }) => school === 'oakfield');
      expect(old?.days).toEqual(['2026-11-23']);
      expect(old && (await audit.ageing.remove(old, 'bot'))).toBe(false);
    });
  });
});
