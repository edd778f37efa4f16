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
 * What the audit adds to an answer, of each kind taken by itself: the same turns, on the same school of 300 reviews, with it and without,
 * by turns in the same run. Each takes a tenth longer at most on a machine at rest: a teacher's answer that is stored 3 to 6 in a
 * hundred, as its entry is written beside the document, a look 6 to 9. Where others use the disk, what must be on it before an answer is
 * confirmed takes longer, so a change may take a quarter more before it is said to be at fault.
 *
 * Each is tried again where it takes more, since on a busy machine one try says little. Prints each, and ends with exit code 1 when one is
 * more than it may be.
 */

const ACTIONS = 3_000;
/** How often each is done, once the engine is warm as that of a bot is that runs for days; and what it may be. */
const KINDS = {
  'a change': { runs: 600, most: 1.25 },
  'how a review stands': { runs: 2_000, most: 1.1 },
  'what is due': { runs: 60, most: 1.1 },
} as const;
type Kind = keyof typeof KINDS;
/** So many of them before, as a part. */
const WARMING = 0.5;
const TRIES = 3;

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

/** The time that a quarter of them keep below: what was least disturbed by whatever else the machine does. */
const quarter = (all: readonly number[]) => [...all].sort((a, b) => a - b)[Math.floor(all.length / 4)] ?? 0;
const inMs = (ms: number) => `${ms.toFixed(2)} ms`;

type House = Awaited<ReturnType<typeof house>>;

/** What a kind takes, without and with. By turns, so that both meet the same weather; and each goes first as often. */
async function compared(what: Kind, plain: House, audited: House) {
  const { runs } = KINDS[what];
  const took: { without: number[]; audit: number[] } = { without: [], audit: [] };
  for (let run = -Math.ceil(runs * WARMING); run < runs; run++) {
    const first = run % 2 === 0 ? await audited[what]() : undefined;
    const without = await plain[what]();
    const audit = first ?? (await audited[what]());
    if (run < 0) continue;
    took.without.push(without);
    took.audit.push(audit);
  }
  return { without: quarter(took.without), audit: quarter(took.audit) };
}

/** Whether a kind takes no more than it may, in one of the tries. */
async function isWithin(what: Kind, plain: House, audited: House): Promise<boolean> {
  const { most } = KINDS[what];
  for (let n = 0; n < TRIES; n++) {
    const { without, audit } = await compared(what, plain, audited);
    const ratio = audit / without;
    console.log(
      `${what}: ${inMs(without)}, audited ${inMs(audit)}, ratio ${ratio.toFixed(2)} (at most ${most})`,
    );
    if (ratio <= most) return true;
  }
  return false;
}

const folder = await mkdtemp(join(tmpdir(), 'bench-audit-'));
try {
  const plain = await house(join(folder, 'without'), false);
  const audited = await house(join(folder, 'with'), true);
  let within = true;
  for (const what of Object.keys(KINDS) as Kind[]) within = (await isWithin(what, plain, audited)) && within;
  process.exitCode = within ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
