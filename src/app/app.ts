import pTimeout from 'p-timeout';
import type { Channel } from '../channels/channel.ts';
import type { RoutedChannel } from '../channels/definition.ts';
import type { ChannelParts } from '../channels/parts.ts';
import type { DataCommand, Workplaces } from '../command-line/command.ts';
import { serveCommands } from '../command-line/serve.ts';
import { makeTurn } from '../conversation/conversation.ts';
import type { Deps } from '../conversation/deps.ts';
import { makeFind } from '../conversation/find.ts';
import type { Imports } from '../conversation/import-port.ts';
import { makeWording } from '../conversation/message-wording.ts';
import { bringAllUpToDate } from '../conversation/up-to-date.ts';
import { Waiting } from '../conversation/waiting.ts';
import { type Audit, NO_AUDIT } from '../records/audit/audit.ts';
import { auditedStores, type StoreFor } from '../records/audit/audited-store.ts';
import { BOT } from '../records/audit/entry.ts';
import type { Store } from '../store/store.ts';
import type { Timing } from '../worker/deps.ts';
import { Standing } from '../worker/standing.ts';
import { makeWorker, type Worker } from '../worker/worker.ts';
import { setApart } from './apart.ts';
import type { Config } from './config.ts';
import { contactsIn, type Marking } from './contacts.ts';
import { givingRecords } from './give-records.ts';
import { type RunningServer, startServer } from './http.ts';
import { randomIds } from './ids.ts';
import type { Log } from './log.ts';
import type { Apart, Clock, Ids } from './ports.ts';
import { takingBack } from './take-back.ts';
import { workerStores } from './worker-stores.ts';

/** What the bot has for its channels. */
interface ForChannels extends Pick<ChannelParts, 'contacts' | 'ids' | 'clock' | 'log'> {
  /** Delivers all that is to be delivered by now. */
  readonly settle: () => Promise<void>;
}

/** What the bot is put together from. */
export interface Parts {
  readonly config: Pick<Config, 'host' | 'port'>;
  /** Who saw and did what; without it, that is noted nowhere. It is closed when the bot stops. */
  readonly audit?: Audit & { close(): Promise<void> };
  /** From here on the bot's own: it is closed when the bot stops, or can't start. */
  readonly store: Store;
  readonly clock: Clock;
  readonly ids?: Ids;
  readonly log: Log;
  /** The chats it speaks. */
  readonly channels: (parts: ForChannels) => readonly RoutedChannel[] | Promise<readonly RoutedChannel[]>;
  /** What scripts on this machine may have done while it runs, and the data folder they say it in. */
  readonly commands?: {
    readonly served: readonly DataCommand[];
    /** Begins what goes on beside them, on the same data, until the bot stops. */
    readonly alongside?: (at: Workplaces) => { readonly stop: () => Promise<void> };
  } & Pick<Config, 'dataDir' | 'keys'> &
    Partial<Pick<Config, 'copiesKeptDays'>>;
  /** What `/readyz` asks besides whether it can be written and the chats are connected, by its name. */
  readonly health?: Readonly<Record<string, () => Promise<string | undefined>>>;
  /** Makes marks of the addresses of strangers; left out, nothing is kept of them. */
  readonly marking?: Marking;
  /** How fast each account may go, where that is not as fast as it can. */
  readonly pace?: Deps['pace'];
  /** What brings in a list that a SENCO sends. */
  readonly imports?: (
    given: Pick<Deps, 'store' | 'clock' | 'ids'> & { readonly storeFor: StoreFor },
  ) => Imports;
  /** How often the worker looks, where not as usual. */
  readonly timing?: Partial<Timing>;
}

/** For a school that is made up: whoever tries it looks at once for what they have just given. */
export const AT_ONCE: Partial<Timing> = { gather: 0 };

/** The bot, running. */
export interface App {
  readonly server: RunningServer;
  readonly worker: Worker;
  /**
   * Stops taking work, finishes what is in hand, flushes, and lets the next process have the data. What takes longer
   * than 7.5 seconds is cut off; whatever was said to be stored is. May be called more than once.
   */
  stop(): Promise<void>;
}

/** How long turns in hand may take once the bot is asked to stop: with the flush after it, less than ten seconds. */
const GRACE_MS = 7_500;

/**
 * Puts the bot together and starts it: store, worker, conversation, channels, one server.
 * @throws when it can't listen (the port is taken, say); nothing of it is left running then.
 */
export async function startApp(parts: Parts): Promise<App> {
  const { config, clock, log, ids = randomIds } = parts;
  const { store, apart } = setApart(parts.store, clock, log);
  const audit = parts.audit ?? NO_AUDIT;
  const storeFor = parts.audit ? auditedStores(store, audit, clock) : () => store;
  // What brings pupils in sees those set apart, too: an import that doesn't find a pupil brings in a second.
  const wholeFor = parts.audit ? auditedStores(parts.store, audit, clock) : () => parts.store;
  const undo: (() => Promise<unknown>)[] = [];
  let stopping: Promise<void> | undefined;
  const stop = () => {
    stopping ??= stopAll(undo, parts, log);
    return stopping;
  };
  let worker: Worker | undefined;
  const poke = () => worker?.poke();
  const committed = (...changed: readonly string[]) => {
    poke();
    for (const id of changed) worker?.changed(id);
  };
  try {
    const contacts = contactsIn(storeFor({ who: BOT, by: 'directory' }), poke, log, parts.marking);
    const channels = await parts.channels({ contacts, ids, clock, log, settle: async () => worker?.tick() });
    const wording = makeWording({ store, clock, apart });
    const standing = new Standing(store, channels, log, clock);
    const running = makeWorker({
      ...workerStores(storeFor, clock),
      channels,
      clock,
      log,
      wording,
      apart,
      standing,
      ...pick(parts.timing),
    });
    worker = running;
    undo.push(running.stop);
    const server = await startServer({
      host: config.host,
      port: config.port,
      routes: channels.flatMap((channel) => channel.routes),
      notes: () => notesOn(apart),
      health: { ...healthOf(store, audit, channels), ...parts.health },
      onFault: (_path, error) => log.error('request failed', { error }),
    });
    undo.push(() => server.stop(GRACE_MS));
    const failed = (error: unknown) => log.error('stored, but not shown', { error });
    const records = givingRecords(store, channels, {
      clock,
      log,
      audit,
      cards: standing,
      data: parts.commands,
    });
    const waiting = new Waiting();
    const deps = { store, clock, ids, committed, failed, apart, cards: standing, records, waiting };
    const starting = { ...deps, store: storeFor({ who: BOT, by: 'start' }), committed: () => undefined };
    await bringAllUpToDate(starting, (review, error) =>
      log.warn('review not brought up to date', { review, error }),
    );
    const imports = parts.imports?.({
      store: wholeFor({ who: BOT, by: 'import' }),
      storeFor: wholeFor,
      clock,
      ids,
    });
    const pace = parts.pace && { pace: parts.pace };
    const talking = { ...deps, audit, storeFor, ...(imports && { imports }), ...pace };
    const [turn, find] = [makeTurn(talking), makeFind(talking)];
    for (const channel of channels) {
      undo.push(() => channel.stop());
      await channel.start(turn, find);
    }
    if (parts.commands) {
      const { served, dataDir, keys, copiesKeptDays, alongside } = parts.commands;
      const takeBack = takingBack(store, channels, log);
      const forgetWaiting = () => {
        waiting.forget();
        for (const channel of channels) channel.forget?.();
      };
      const at = {
        storeFor: wholeFor,
        audit,
        dataDir,
        keys,
        copiesKeptDays,
        clock,
        ids,
        takeBack,
        forgetWaiting,
      };
      const serving = await serveCommands(served, at, log);
      undo.push(serving.stop);
      if (alongside) undo.push(alongside(at).stop);
    }
    running.start();
    return { server, worker: running, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const pick = (timing: Partial<Timing> | undefined) => (timing ? { timing } : {});

function healthOf(store: Store, audit: Audit, channels: readonly Channel[]) {
  const ofChannels = channels.map((channel) => [channel.name, () => channel.trouble()] as const);
  return { store: () => store.trouble(), audit: () => audit.trouble(), ...Object.fromEntries(ofChannels) };
}

// Everything else goes on, so it is no reason not to be ready.
function notesOn(apart: Apart): readonly string[] {
  return apart
    .all()
    .map(
      ({ collection, id }) => `${collection}/${id} can’t be reckoned with and is left out; the log says why`,
    );
}

// All at once: while a turn is finished, nothing new is begun anywhere.
async function stopAll(
  undo: readonly (() => Promise<unknown>)[],
  { store, audit }: Parts,
  log: Log,
): Promise<void> {
  const stopped = undo.map((one) =>
    pTimeout(one(), { milliseconds: GRACE_MS }).catch((error: unknown) =>
      log.warn('stopped before all was finished', { error }),
    ),
  );
  await Promise.all(stopped);
  await audit?.close().catch((error: unknown) => log.error('audit not written to the end', { error }));
  await store.close();
}
