import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import pLimit from 'p-limit';
import { randomIds } from '../src/app/ids.ts';
import { makeTurn } from '../src/conversation/conversation.ts';
import type { PendingList } from '../src/conversation/import-port.ts';
import type { Moving } from '../src/conversation/moving-port.ts';
import { chatImports } from '../src/data-in/chat-import.ts';
import type { Instant } from '../src/domain/time.ts';
import { press } from '../src/presentation/buttons.ts';
import type { ActionData } from '../src/presentation/message.ts';
import { moveBackPress } from '../src/presentation/move-back-press.ts';
import { writeDurably } from '../src/store/lowdb/files.ts';
import { importBackups } from '../src/store/lowdb/import-backups.ts';
import { keys, openStore } from './open-store.ts';

/*
 * What September costs a school of 2,000 pupils: all are moved up a year from the chat, with a copy of what is stored first, and
 * put back again. Prints how long each takes, how long the press itself is waited for, and what writing the same files alone
 * takes; ends with exit code 1 where moving takes more than 4 times that.
 */

const PUPILS = 2_000;
const MOST = 4;
const NOW: Instant = '2027-09-02T09:00:00.000Z';
const SENCO = 'mel.senco@bench.example';

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  await work();
  return performance.now() - begun;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-moving-'));
const data = join(folder, 'data');
const store = await openStore(data);
try {
  await store.put('schools', {
    ...{ id: 'bench', version: 0, name: 'Bench School', insetDays: [], closures: [] },
    terms: [{ name: 'Autumn 2027', start: '2027-09-01', end: '2027-12-17' }],
    staff: [{ email: SENCO, name: 'Mel Senco', role: 'senco' }],
  });
  for (let n = 0; n < PUPILS; n++) {
    await store.put('pupils', {
      ...{ id: `bench-${n}`, version: 0, schoolId: 'bench', ref: `${n}`, firstName: 'First' },
      ...{ lastName: `Last${n}`, dateOfBirth: `${2020 - (n % 6)}-11-20`, yearGroup: `${(n % 6) + 1}` },
      ...{ yearOf: 2026, keyStaff: [], plans: [] },
    });
  }
  const clock = { now: () => NOW };
  const imports = chatImports<PendingList>({
    store,
    clock,
    ids: randomIds,
    backups: importBackups(data, { keys }),
  });
  const moving = new Map<string, Moving>();
  const turn = makeTurn({ store, clock, ids: randomIds, imports, moving, committed: () => undefined });
  const sends = (data: ActionData) =>
    turn({
      ...{ channel: 'sandbox', tenant: 'sandbox', account: SENCO, email: SENCO },
      said: { kind: 'press', data, values: {} },
    });
  const over = async () => {
    while (moving.get('bench')?.outcome === undefined) await setTimeout(20);
  };
  const inYear = async (year: string) =>
    (await store.pupilsOf('bench')).filter(({ yearGroup }) => yearGroup === year).length;

  let answered = 0;
  const up = await timed(async () => {
    answered = await timed(() => sends(press.moveUp('bench', 2027)));
    await over();
  });
  if ((await inYear('1')) !== 0) throw new Error('not everybody was moved up');
  const back = await timed(async () => {
    await sends(moveBackPress('bench', 2027, true));
    await over();
  });
  if ((await inYear('7')) !== 0) throw new Error('not everybody was put back');
  const texts = (await store.pupilsOf('bench')).map((pupil) => `${JSON.stringify(pupil, null, 2)}\n`);
  const one = pLimit(1);
  const alone = await timed(() =>
    Promise.all(texts.map((text, n) => one(() => writeDurably(join(folder, `${n}.json`), text)))),
  );
  const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
  process.stdout.write(
    `${PUPILS} pupils moved up in ${seconds(up)} (the press answered after ${seconds(answered)}), put back in ${seconds(back)}; writing the files alone ${seconds(alone)}: ${(up / alone).toFixed(1)} times\n`,
  );
  process.exitCode = up > MOST * alone ? 1 : 0;
} finally {
  await store.close();
  await rm(folder, { recursive: true, force: true });
}
