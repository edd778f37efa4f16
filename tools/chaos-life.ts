import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Instant, LocalDate } from '../src/domain/time.ts';
import type { Anchor } from './chaos-clock.ts';

/** What a bot is started with. */
export interface Orders {
  readonly folder: string;
  readonly slackUrl: string;
  readonly teamsUrl: string;
  /** So many members of staff in each chat. */
  readonly each: number;
  /** How long it waits for one answer, in milliseconds. */
  readonly patienceMs: number;
  readonly naive: boolean;
}

/** What a bot says, over and over, while it works: how that day's digests of the staff stand. */
export interface Progress {
  readonly day: LocalDate;
  /** How many there are in each state. */
  readonly states: Readonly<Record<string, number>>;
  /** Until when it has nothing to do, if so. */
  readonly idleUntil?: Instant;
}

const LONGEST_START_MS = 60_000;
/** The states of a digest with which its story is not over; 'none' is before it is made. */
export const OPEN: ReadonlySet<string> = new Set(['none', 'waiting', 'sending', 'undeliverable']);

/** A bot's process, from its start until it is killed. */
export class Life {
  readonly #child: ChildProcess;
  readonly #gone: Promise<unknown>;
  #progress: Progress | undefined;
  #killed = false;

  /** `log`: a file it writes its log to. `cache`: where what Node has compiled is kept. */
  constructor(orders: Orders, log: number, cache: string) {
    this.#child = fork(join(import.meta.dirname, 'chaos-bot.ts'), [JSON.stringify(orders)], {
      stdio: ['ignore', log, log, 'ipc'],
      env: { ...process.env, NODE_COMPILE_CACHE: cache },
    });
    this.#gone = once(this.#child, 'exit');
    this.#child.on('message', (said) => {
      if (said !== 'ready') this.#progress = said as Progress;
    });
  }

  /** Resolves when it can begin to work. */
  async ready(): Promise<void> {
    const first = once(this.#child, 'message', { signal: AbortSignal.timeout(LONGEST_START_MS) });
    await Promise.race([first, this.#gone]);
    this.check();
  }

  /** @throws when it has stopped by itself: that is nothing the chats or a kill may bring about. */
  check(): void {
    const { exitCode, signalCode } = this.#child;
    if (this.#killed || (exitCode === null && signalCode === null)) return;
    throw new Error(`the bot stopped by itself (${exitCode ?? signalCode})`);
  }

  /** Sets its clock: the first time, it begins to work. */
  tell(anchor: Anchor): void {
    this.#child.send(anchor);
  }

  /** How many digests of that day there are in each state. Undefined until it speaks of that day. */
  statesOn(day: LocalDate): Progress['states'] | undefined {
    return this.#progress?.day === day ? this.#progress.states : undefined;
  }

  /** Until when it has nothing to do, as it says. */
  get idleUntil(): Instant | undefined {
    return this.#progress?.idleUntil;
  }

  /** Whether nothing of that day is still to be sent, or to be found out. */
  isSettledOn(day: LocalDate): boolean {
    const states = this.statesOn(day);
    return states !== undefined && Object.keys(states).every((state) => !OPEN.has(state));
  }

  async kill(): Promise<void> {
    this.#killed = true;
    this.#child.kill('SIGKILL');
    await this.#gone;
  }
}
