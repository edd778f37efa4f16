import type { Log } from '../app/log.ts';
import type { Apart, Clock } from '../app/ports.ts';
import type { Channel } from '../channels/channel.ts';
import type { ChannelRates } from '../channels/definition.ts';
import { ratesOf } from '../channels/index.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Store } from '../store/store.ts';
import type { Pace } from './rates.ts';
import type { Standing } from './standing.ts';
import type { Wording } from './wording.ts';

/** What the worker works with. */
export interface WorkerDeps {
  readonly store: Store;
  /** The same store, by which it is noted which fields such a message shows where it is said to be sent. */
  readonly showing?: (message: CardMessage) => Store;
  readonly channels: readonly Channel[];
  readonly clock: Clock;
  readonly log: Log;
  readonly wording: Wording;
  /** What keeps one bad document from stopping everything; without it, it does. */
  readonly apart?: Apart;
  /** Keeps the chats' rates; one for all who send through the same chats. */
  readonly pace: Pace;
  /** From 0 to 1, never the same: so that what was put off together does not come back together. */
  readonly random: () => number;
  /** What stands in people's chats; without it, nothing that was sent is taken to be opened there. */
  readonly standing?: Pick<Standing, 'isInHand' | 'isTaken' | 'stands'>;
  readonly timing?: Partial<Timing>;
}

/** The store that what becomes of a message is stored by: one that notes what it shows, where it was `sent`. */
export const storeOf = ({ store, showing }: WorkerDeps, sent: CardMessage | undefined): Store =>
  (sent && showing?.(sent)) ?? store;

/** Milliseconds. `lease`, `tryAgain`, `gather` and `sweep` go by the clock that was passed in, the others by the machine's. */
export interface Timing {
  /** How often to look for what is to be sent. */
  readonly poll: number;
  /** How often to look through all that is owed. */
  readonly sweep: number;
  /** How long a channel may take over one call; after that nobody knows whether a message was sent. */
  readonly call: number;
  /** For how long a message is claimed: longer than a call and the writing around it can take. */
  readonly lease: number;
  /** How soon to look again for somebody who could not be found. */
  readonly tryAgain: number;
  /**
   * How long what was just given to somebody waits for more that is given to them: long enough for a SENCO to decide a second
   * review, and nothing is urgent in it.
   */
  readonly gather: number;
  /** How long a stop waits for what is in hand. */
  readonly stop: number;
  /** How long a delivery waits for its turn by the chats' rates; what takes longer is left for a later round. */
  readonly turn: number;
  /** How fast the chat of a name may be written to. */
  readonly rates: (channel: string) => ChannelRates;
}

const TIMING: Timing = {
  poll: 1_000,
  sweep: 60_000,
  call: 30_000,
  lease: 120_000,
  tryAgain: 3_600_000,
  gather: 180_000,
  stop: 5_000,
  turn: 2_000,
  rates: ratesOf,
};

/** The timing to go by. */
export function timingOf(deps: Pick<WorkerDeps, 'timing'>): Timing {
  return { ...TIMING, ...deps.timing };
}

/** The clock's instant so many milliseconds from now. */
export function after(deps: WorkerDeps, ms: number): string {
  return new Date(Date.parse(deps.clock.now()) + ms).toISOString();
}
