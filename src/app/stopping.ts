import type { App } from './app.ts';
import type { Log } from './log.ts';

/** However stuck something is, the process is gone by then. */
const STOP_WITHIN_MS = 9_500;

/**
 * On SIGTERM and SIGINT: stops the bot, once it has started, and exits; 0 when it stopped in good order. A second
 * signal changes nothing: a terminal sends Ctrl-C to npm and to its child, and npm passes it on.
 */
export function stopOnSignals(starting: Promise<App>, log: Log): void {
  let stopping = false;
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping) return;
    stopping = true;
    log.info('stopping', { signal });
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    const app = await starting;
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

/**
 * Ends the process at once, with 1, when something was thrown that nobody caught: what it left half done is not known,
 * and a supervisor starts a new one from what is stored. Node would do so, too, but print the message, which may
 * quote somebody.
 */
export function exitOnFaults(log: Log): void {
  for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
    process.on(event, (error: unknown) => {
      log.error('crashed', { error });
      process.exit(1);
    });
  }
}
