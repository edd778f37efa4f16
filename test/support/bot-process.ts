import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { COMPILED } from './compiled.ts';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
/** What would make it another bot than the one that is asked for. */
const SETTINGS = /^(Microsoft|SLACK_|TEAMS_|SANDBOX_|HOST$|PORT$|DATA_DIR$|LOG_LEVEL$|NODE_|VITEST)/i;
const READY_WITHIN_MS = 60_000;

/** The bot as a process of its own, as `npm start` starts it. */
export interface BotProcess {
  readonly child: ChildProcess;
  /** All that it has written to stdout, and to stderr. */
  out(): string;
  err(): string;
  /** Resolves with its address when it says that it is ready. @throws when it ends before, with what it said */
  ready(): Promise<string>;
  /** Sends it a signal, and resolves with what it ended with: its exit code, or the signal. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null>;
  /** Resolves with what it ended with, when it has. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

/**
 * Starts the bot in the folder `cwd` (so no .env of the project is read), on a free port, with `settings` and nothing
 * else of this process's that configures it. `preload`: modules that Node is to load first.
 */
export function botProcess(
  cwd: string,
  settings: NodeJS.ProcessEnv = {},
  preload: readonly string[] = [],
): BotProcess {
  const own = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  const child = spawn(process.execPath, [...preload.flatMap((file) => ['--import', file]), MAIN], {
    cwd,
    env: { ...Object.fromEntries(own), ...COMPILED, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    said.out += chunk.toString('utf8');
  });
  child.stderr.on('data', (chunk: Buffer) => {
    said.err += chunk.toString('utf8');
  });
  const closed = once(child, 'close').then(() => child.exitCode ?? child.signalCode);
  return {
    child,
    out: () => said.out,
    err: () => said.err,
    ready: () => addressOf(child, said),
    end: (signal) => {
      child.kill(signal);
      return closed;
    },
    ended: () => closed,
  };
}

async function addressOf(child: ChildProcess, said: { out: string; err: string }): Promise<string> {
  const late = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null && Date.now() < late) {
    const url = /ready.*?(http:\/\/[\d.:]+)/.exec(said.out)?.[1];
    if (url) return url;
    await delay(5);
  }
  throw new Error(`the bot did not start: ${said.out} ${said.err}`);
}
