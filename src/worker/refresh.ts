import { createHash } from 'node:crypto';
import { TryLater } from '../channels/channel.ts';
import type { Digest } from '../domain/nudges/digest.ts';
import { obligationNamed } from '../domain/nudges/obligation-id.ts';
import { localDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import { update } from '../store/update.ts';
import { storeOf, type WorkerDeps } from './deps.ts';
import { putInPlace } from './put-in-place.ts';
import { settleMessages } from './settle.ts';

const LONGEST_WAIT = 60_000;
const TRIES = 3;

/** Keeps the day's digests, and what was sent of a review, up to date as it is settled, by whomever and wherever. */
export interface Refresher {
  /** Something of this review, pupil or school was committed. */
  changed(reviewId: string): void;
  /** Goes on with what could not be done before: resolves when all that can be done now is. Does not reject. */
  look(): Promise<void>;
  /** Begins nothing more; resolves when what is in hand is finished. */
  stop(): Promise<void>;
}

/** A fingerprint of a card as it is shown, that says nothing of what is in it. */
export function fingerprint({ card }: CardMessage): string {
  return createHash('sha256').update(JSON.stringify(card)).digest('base64url').slice(0, 16);
}

/**
 * A refresher. It changes messages that were sent today, and only those: it never sends one, and what can't be changed is
 * logged and left. It need not outlive the process: what is open is in tomorrow's digest in any case.
 */
export function makeRefresher(deps: WorkerDeps): Refresher {
  const pending = new Set<string>();
  const waits = makeWaits();
  let running: Promise<void> = Promise.resolve();
  let stopped = false;

  async function run(): Promise<void> {
    if (pending.size === 0 || stopped) return;
    const reviews = new Set(pending);
    pending.clear();
    const again = new Set<string>();
    for (const review of reviews) if ((await settled(review)) === 'later') again.add(review);
    try {
      const today = await deps.store.digestsOf(localDate(deps.clock.now()));
      for (const digest of today) {
        if (stopped) return;
        // It was worded perhaps before the commit, and where it stands is not known yet.
        if (digest.state.is === 'sending') for (const review of reviews) again.add(review);
        const listed = (digest.listed ?? []).map((id) => obligationNamed(id).reviewId);
        const about = [...listed, ...(digest.aboutSchool ?? [])].filter((id) => reviews.has(id));
        if (about.length > 0 && (await refresh(digest, waits, deps)) === 'later') {
          for (const review of about) again.add(review);
        }
      }
    } catch (error) {
      deps.log.warn('digests not refreshed', { error });
    }
    for (const review of again) pending.add(review);
  }

  /** What was sent of a review is put right where it stands. */
  async function settled(review: string): Promise<'later' | undefined> {
    if (stopped) return undefined;
    if (waits.isWaiting(review)) return 'later';
    try {
      const later = await settleMessages(review, deps);
      if (!later) waits.over(review);
      return later;
    } catch (error) {
      deps.log.warn('messages not settled', { review, error });
      return error instanceof TryLater && waits.put(review, error.afterMs) ? 'later' : undefined;
    }
  }

  const look = () => {
    running = running.then(run);
    return running;
  };
  return {
    changed(reviewId) {
      pending.add(reviewId);
      void look();
    },
    look,
    async stop() {
      stopped = true;
      await running;
    },
  };
}

/** Puts what is true now in the place of what a digest shows, where that is something else. */
async function refresh(digest: Digest, waits: Waits, deps: WorkerDeps): Promise<'later' | undefined> {
  const { state, id } = digest;
  const where = state.is === 'sent' ? state.where : undefined;
  if (!where) return undefined;
  if (waits.isWaiting(id)) return 'later';
  try {
    const message = await deps.wording.digest(digest);
    const shown = message && fingerprint(message);
    if (!message || shown === digest.shown) return undefined;
    if (!(await putInPlace(digest.to, where, message, deps))) return 'later';
    waits.over(id);
    await update(storeOf(deps, message), 'digests', id, (current) =>
      current && shown !== undefined ? { ...current, shown } : undefined,
    );
    deps.log.info('digest refreshed', { kind: 'digest' });
  } catch (error) {
    deps.log.warn('digest not refreshed', { kind: 'digest', error });
    return error instanceof TryLater && waits.put(id, error.afterMs) ? 'later' : undefined;
  }
  return undefined;
}

interface Waits {
  isWaiting(id: string): boolean;
  /** Whether it is worth waiting so many milliseconds for. */
  put(id: string, ms: number): boolean;
  over(id: string): void;
}

/** What a chat put off is tried again a few times, soon; what it puts off for long is left as it is. */
function makeWaits(): Waits {
  const waiting = new Map<string, { readonly until: number; readonly tries: number }>();
  return {
    isWaiting: (id) => (waiting.get(id)?.until ?? 0) > performance.now(),
    put(id, ms) {
      const tries = (waiting.get(id)?.tries ?? 0) + 1;
      waiting.delete(id);
      if (ms > LONGEST_WAIT || tries > TRIES) return false;
      waiting.set(id, { until: performance.now() + ms, tries });
      return true;
    },
    over: (id) => void waiting.delete(id),
  };
}
