import pTimeout from 'p-timeout';
import { timingOf, type WorkerDeps } from './deps.ts';
import { makePace } from './rates.ts';
import { makeRefresher } from './refresh.ts';
import { Rounds } from './rounds.ts';

/** Delivers what reviews owe people, and makes and delivers the day's digests. */
export interface Worker {
  /** One whole round: when it resolves, all that can be done now is done. Rounds never overlap. Does not reject. */
  tick(): Promise<void>;
  /** Works from now on, until stopped. */
  start(): void;
  /** Looks at once for what is to be sent: for after a commit, or when somebody has been heard from. */
  poke(): void;
  /** Something of this review was committed: the day's digests that list it are kept up to date. */
  changed(reviewId: string): void;
  /**
   * Stops for good; resolves when what is in hand is finished, or after five seconds: what was still being sent then
   * is found by its claim at the next start.
   */
  stop(): Promise<void>;
}

/** What a worker needs; how it keeps the chats' rates and spreads its retries is its own, but for tests. */
type Parts = Omit<WorkerDeps, 'pace' | 'random'> & Partial<Pick<WorkerDeps, 'pace' | 'random'>>;

/** A worker that rests until it is started, or asked for a round. */
export function makeWorker(parts: Parts): Worker {
  const timing = timingOf(parts);
  const deps: WorkerDeps = {
    pace: makePace(timing.rates, () => performance.now()),
    random: Math.random,
    ...parts,
  };
  const rounds = new Rounds(deps);
  const refresher = makeRefresher(deps);
  let sweptAt = Number.NEGATIVE_INFINITY;
  let running: Promise<void> = Promise.resolve();
  let queued = false;
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  async function round(whole: boolean): Promise<void> {
    if (stopped) return;
    const now = Date.parse(deps.clock.now());
    // However far, and either way: the sandbox's clock can be moved.
    if (whole || Math.abs(now - sweptAt) >= timing.sweep) {
      sweptAt = now;
      await rounds.sweep();
    }
    await rounds.deliver();
  }

  function poke(): void {
    if (queued || stopped) return;
    queued = true;
    running = running.then(() => {
      queued = false;
      return round(false);
    });
  }

  return {
    tick: () => {
      running = running.then(() => round(true));
      return running.then(refresher.look);
    },
    start: () => {
      timer ??= setInterval(() => {
        poke();
        void refresher.look();
      }, timing.poll);
      poke();
    },
    poke,
    changed: refresher.changed,
    stop: async () => {
      stopped = true;
      rounds.end();
      clearInterval(timer);
      await pTimeout(Promise.all([running, refresher.stop()]), { milliseconds: timing.stop }).catch(() =>
        deps.log.warn('stopped while sending'),
      );
    },
  };
}
