import type { Channel } from './channels/channel.ts';
import type { Config } from './config.ts';
import { contactsIn } from './contacts.ts';
import { makeTurn } from './conversation/conversation.ts';
import { makeWording } from './conversation/wording.ts';
import { type Route, type RunningServer, startServer } from './http.ts';
import { randomIds } from './ids.ts';
import type { Log } from './log.ts';
import type { Clock, Ids } from './ports.ts';
import type { Store } from './store/store.ts';
import type { Timing } from './worker/deps.ts';
import { makeWorker, type Worker } from './worker/worker.ts';

export type RoutedChannel = Channel & { readonly routes: readonly Route[] };

/** What the bot is put together from. */
export interface Parts {
  readonly config: Config;
  readonly store: Store;
  readonly clock: Clock;
  readonly ids?: Ids;
  readonly log: Log;
  /** The chats it speaks. */
  readonly channels: (parts: {
    readonly contacts: ReturnType<typeof contactsIn>;
    readonly ids: Ids;
    readonly settle: () => Promise<void>;
  }) => readonly RoutedChannel[];
  /** How often the worker looks, where not as usual. */
  readonly timing?: Partial<Timing>;
}

/** The bot, running. */
export interface App {
  readonly server: RunningServer;
  readonly worker: Worker;
  /** Stops taking work, finishes what is in hand, flushes, and lets the next process have the data. */
  stop(): Promise<void>;
}

/** How long requests in hand may take once the bot is asked to stop: with all else, less than ten seconds. */
const GRACE_MS = 3_000;

/** Puts the bot together and starts it: store, worker, conversation, channels, one server. */
export async function startApp(parts: Parts): Promise<App> {
  const { config, store, clock, log, ids = randomIds } = parts;
  const wording = makeWording({ store, clock });
  let worker: Worker | undefined;
  const poke = () => worker?.poke();
  const contacts = contactsIn(store, poke);
  const channels = parts.channels({ contacts, ids, settle: async () => worker?.tick() });
  worker = makeWorker({
    store,
    channels,
    clock,
    log,
    wording,
    ...(parts.timing && { timing: parts.timing }),
  });
  const turn = makeTurn({ store, clock, ids, committed: poke });
  const health = Object.fromEntries(channels.map((channel) => [channel.name, () => channel.trouble()]));
  for (const channel of channels) await channel.start(turn);
  const server = await startServer({
    host: config.host,
    port: config.port,
    routes: channels.flatMap((channel) => channel.routes),
    health: { store: () => store.trouble(), ...health },
    onFault: (_path, error) => log.error('request failed', { error }),
  });
  worker.start();
  const running = worker;
  return {
    server,
    worker: running,
    async stop() {
      await Promise.all([server.stop(GRACE_MS), ...channels.map((channel) => channel.stop())]);
      await running.stop();
      await store.close();
    },
  };
}
