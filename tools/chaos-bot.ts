import { once } from 'node:events';
import { flushCompileCache } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { startApp } from '../src/app/app.ts';
import { makeLog } from '../src/app/log.ts';
import { digestId } from '../src/domain/nudges/digest.ts';
import { localDate } from '../src/domain/time.ts';
import { chaosChannels } from './chaos-channels.ts';
import { type Anchor, anchoredClock, SPEED } from './chaos-clock.ts';
import { OPEN, type Orders, type Progress } from './chaos-life.ts';
import { emailOf, staffOf } from './chaos-school.ts';
import { openStore } from './open-store.ts';

// The process that chaos kills: the whole bot, in Slack and in Teams, on a data folder. It begins to work when it is
// given its clock. All its patience is shortened by about the same factor.

// Nothing of it is to stay when the script that started it is gone.
process.on('disconnect', () => process.exit());

const orders = JSON.parse(process.argv[2] ?? '') as Orders;
const { folder, patienceMs } = orders;
const store = await openStore(folder);
// At its end Node would do this by itself; but it is killed.
flushCompileCache();
process.send?.('ready');
let [anchor] = (await once(process, 'message')) as [Anchor];
process.on('message', (given) => {
  anchor = given as Anchor;
});

const clock = anchoredClock(() => anchor);
// The chats' rates are kept by the machine's own clock: that has to go as fast as the school's.
const machine = performance.now.bind(performance);
performance.now = () => machine() * SPEED;
const log = makeLog('warn');
await startApp({
  config: { host: '127.0.0.1', port: 0 },
  store,
  clock,
  log,
  channels: (parts) => chaosChannels(orders, parts, clock, log),
  timing: {
    poll: 100,
    sweep: 5000 * SPEED,
    call: 3 * patienceMs,
    lease: 10 * patienceMs * SPEED,
    tryAgain: 1000 * SPEED,
    gather: 0,
    turn: 0,
  },
});

const NOT_MADE = { state: { is: 'none' } } as const;
const staff = staffOf(orders.each);
for (;;) {
  process.send?.(await progress());
  await setTimeout(100);
}

async function progress(): Promise<Progress> {
  const now = clock.now();
  const day = localDate(now);
  const states: Record<string, number> = {};
  const times: string[] = [];
  for (const person of staff) {
    const { state } = (await store.get('digests', digestId(day, emailOf(person)))) ?? NOT_MADE;
    states[state.is] = (states[state.is] ?? 0) + 1;
    if (OPEN.has(state.is))
      times.push(('until' in state ? state.until : 'after' in state && state.after) || now);
  }
  const [next] = times.sort();
  return { day, states, ...(next !== undefined && next > now && { idleUntil: next }) };
}
