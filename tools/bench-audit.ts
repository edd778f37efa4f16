import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { randomIds } from '../src/app/ids.ts';
import type { Inbound } from '../src/channels/channel.ts';
import { makeTurn } from '../src/conversation/conversation.ts';
import { press } from '../src/presentation/buttons.ts';
import type { ActionData } from '../src/presentation/message.ts';
import { auditedStores } from '../src/records/audit/audited-store.ts';
import { beginAudit } from '../src/records/audit/begin.ts';
import type { Store } from '../src/store/store.ts';
import { pupilsOf, reviewsWith, SCHOOL, TODAY } from './bench-school.ts';
import { openStore } from './open-store.ts';

/*
 * What the audit adds to an answer is at most a tenth, of each kind taken by itself: the same turns, on the same school of 300 reviews,
 * with it and without, by turns in the same run. A teacher's answer that is stored, and what a SENCO looks at: how a review stands,
 * and the list of what is due. Prints each, and ends with exit code 1 when one is more.
 */

const ACTIONS = 3_000;
const MOST = 1.1;
/** How often each is done, once the engine is warm as that of a bot is that runs for days. */
const RUNS = { 'a change': 600, 'how a review stands': 2_000, 'what is due': 60 } as const;
type Kind = keyof typeof RUNS;
/** So many of them before, as a part. */
const WARMING = 0.5;

const SENCO = 'senco@elm.example';
const TEACHER = 'teacher-1@elm.example';
const clock = { now: () => `${TODAY}T10:00:00.000Z` };

/** A house: the same school each, on this machine's disk. */
async function house(folder: string, isAudited: boolean) {
  const store = await openStore(folder);
  await store.put('schools', { ...SCHOOL, version: 0 });
  const reviews = reviewsWith(ACTIONS, 0);
  for (const pupil of pupilsOf(reviews)) await store.put('pupils', { ...pupil, version: 0 });
  for (const review of reviews) await store.put('reviews', { ...review, version: 0 });
  const asked = {
    ...(reviews[0] ?? fail()),
    ...{ id: 'asked', version: 0, stage: 'gathering' as const, actions: [] },
    evidence: [{ who: TEACHER, askedAt: clock.now(), dueBy: TODAY, revision: 0 }],
  };
  await store.put('reviews', asked);
  const turn = makeTurn({
    ...{ store, clock, ids: randomIds, committed: () => undefined },
    ...(isAudited && (await audited(store, folder))),
  });
  const take = async (email: string, said: Inbound['said']) => {
    // As in a bot that runs: between two answers, what waits for its time is done.
    await setImmediate();
    const begun = performance.now();
    await turn({ channel: 'sandbox', tenant: 'sandbox', account: email, email, said });
    return performance.now() - begun;
  };
  const sends = (email: string, data: ActionData) => take(email, { kind: 'press', data, values: {} });
  return {
    store,
    'a change': () => change(store, asked.id, sends),
    'how a review stands': () => sends(SENCO, press.show('status', asked.id)),
    'what is due': () => take(SENCO, { kind: 'text', text: 'review due' }),
  };
}

async function audited(store: Store, folder: string) {
  const { audit } = await beginAudit(store, {
    dataDir: folder,
    key: 'a key for the bench, of some length',
    clock,
  });
  return { audit, storeFor: auditedStores(store, audit, clock) };
}

/** Somebody says what is done; then it is as it was, untimed. */
async function change(
  store: Store,
  id: string,
  sends: (email: string, data: ActionData) => Promise<number>,
): Promise<number> {
  const before = (await store.get('reviews', id)) ?? fail();
  const took = await sends(TEACHER, press.special('nothing-to-add', id, randomIds.unique(), 0));
  const now = (await store.get('reviews', id)) ?? fail();
  if (now.version === before.version) throw new Error('nothing was changed');
  await store.put('reviews', { ...before, version: now.version });
  return took;
}

function fail(): never {
  throw new Error('that is not there');
}

const median = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;
const inMs = (ms: number) => `${ms.toFixed(2)} ms`;

const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'));
try {
  const plain = await house(join(folder, 'without'), false);
  const audit = await house(join(folder, 'with'), true);
  let most = 0;
  for (const what of Object.keys(RUNS) as Kind[]) {
    const took: { without: number[]; audit: number[] } = { without: [], audit: [] };
    // By turns, so that both meet the same weather; and each goes first as often.
    for (let run = -Math.ceil(RUNS[what] * WARMING); run < RUNS[what]; run++) {
      const audited = run % 2 === 0 ? await audit[what]() : undefined;
      const without = await plain[what]();
      const each = { without, audit: audited ?? (await audit[what]()) };
      if (run < 0) continue;
      took.without.push(each.without);
      took.audit.push(each.audit);
    }
    const ratio = median(took.audit) / median(took.without);
    most = Math.max(most, ratio);
    console.log(
      `${what}, median of ${RUNS[what]}: ${inMs(median(took.without))}, audited ${inMs(median(took.audit))}, ratio ${ratio.toFixed(2)}`,
    );
  }
  console.log(`The most is ${most.toFixed(2)} (at most ${MOST})`);
  process.exitCode = most <= MOST ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
