import { setTimeout as sleep } from 'node:timers/promises';
import type { Reachable } from './contacts.ts';
import { timingOf, type WorkerDeps } from './deps.ts';

/** What a chat asks of one message holds for its whole tenant, but no longer than this: it may be about that one only. */
const LONGEST_HOLD = 30_000;

/** Waits until the chat's rates let a message through. Resolves to false when that is too far off for this round. */
export async function turnComes({ contact }: Reachable, deps: WorkerDeps): Promise<boolean> {
  const until = performance.now() + timingOf(deps).turn;
  for (let ms = deps.pace.take(contact); ms > 0; ms = deps.pace.take(contact)) {
    if (performance.now() + ms > until) return false;
    await sleep(ms);
  }
  return true;
}

/** It is sent in this moment. */
export function itsTurnIsNow({ contact }: Reachable, { pace }: WorkerDeps): void {
  pace.goes(contact);
}

/** Milliseconds after which to try again what the chat said to try after `afterMs`: never sooner, and not all at once. */
export function putOff(afterMs: number, { random }: WorkerDeps): number {
  const ms = Math.max(afterMs, 0);
  return Math.ceil(ms + random() * Math.max(ms / 4, 1_000));
}

/** Lets the chat have the silence it asked for. */
export function noFaster({ contact }: Reachable, afterMs: number, { pace }: WorkerDeps): void {
  pace.hold(contact, Math.min(afterMs, LONGEST_HOLD));
}
