import { type App, startApp } from './app.ts';
import { configuredChannels } from './chats.ts';
import { openingTime, shiftedClock, systemClock } from './clocks.ts';
import { type Config, ConfigFault, loadDotEnv, readConfig } from './config.ts';
import { localDate } from './domain/time.ts';
import { type Log, makeLog } from './log.ts';
import { importMadeUpSchool, MADE_UP_SCHOOL, startSandbox } from './sandbox.ts';
import { Damaged, InUse, openLowdbStore } from './store/lowdb/store.ts';

/** However stuck something is, the process is gone by then. */
const STOP_WITHIN_MS = 9_500;

/** The playground has no log-in, so real pupils are not for it. */
class RealSchool extends Error {
  constructor(folder: string) {
    super(
      `DATA_DIR: ${folder} holds a real school. The playground has no log-in: give it a folder of its own.`,
    );
  }
}

/** The playground keeps its data, and has the made-up school where there is none yet. */
async function startPlayground(config: Config, log: Log): Promise<App> {
  const store = await openLowdbStore(config.dataDir);
  const now = config.sandboxNow ?? systemClock.now();
  const known = await store.schools();
  if (known.some((one) => one.id !== MADE_UP_SCHOOL)) throw new RealSchool(config.dataDir);
  const school = known[0] ?? (await importMadeUpSchool(store, localDate(now)));
  const clock = shiftedClock(config.sandboxNow ?? openingTime(school, now));
  return startApp({ config, store, clock, log, channels: configuredChannels({ config, clock, log }) });
}

async function startForReal(config: Config, log: Log): Promise<App> {
  const store = await openLowdbStore(config.dataDir);
  const clock = systemClock;
  return startApp({ config, store, clock, log, channels: configuredChannels({ config, clock, log }) });
}

function start(config: Config, log: Log): Promise<App> {
  if (config.sandbox) return startSandbox(config, log);
  if (config.teams?.mode === 'playground') return startPlayground(config, log);
  return startForReal(config, log);
}

function readyLine(config: Config, { server }: App): string {
  if (config.sandbox) return `The sandbox is ready: open ${server.url} in a browser.`;
  const chats = [...(config.teams ? ['Teams'] : []), ...(config.slack ? ['Slack'] : [])].join(' and ');
  return `send-review-bot is ready for ${chats}, listening on ${server.url}`;
}

function stopOnSignals(app: App, log: Log): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    await app.stop();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      stop(signal).catch((error: unknown) => {
        log.error('not stopped cleanly', { error });
        process.exit(1);
      });
    });
  }
}

/** What stops a start, in words for whoever started it. */
function wordsFor(error: unknown): string {
  if (error instanceof ConfigFault || error instanceof InUse || error instanceof Damaged)
    return error.message;
  const { code } = error as { readonly code?: unknown };
  if (code === 'EADDRINUSE')
    return 'PORT: another program listens there already. Stop it, or choose another PORT.';
  if (code === 'EACCES') return 'PORT or DATA_DIR: this user may not use it. Choose another.';
  return `The bot could not be started: ${error instanceof Error ? error.stack : String(error)}`;
}

async function main(): Promise<void> {
  loadDotEnv();
  try {
    const config = readConfig(process.env);
    const log = makeLog(config.logLevel);
    const app = await start(config, log);
    stopOnSignals(app, log);
    console.log(readyLine(config, app));
  } catch (error) {
    console.error(wordsFor(error));
    process.exit(1);
  }
}

await main();
