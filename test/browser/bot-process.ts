import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';

const MAIN = new URL('../../src/main.ts', import.meta.url).pathname;
const READY_WITHIN_MS = 30_000;
/** What would make it another bot than the one a test asks for. */
const SETTINGS = /^(Microsoft|SLACK_|TEAMS_|SANDBOX_|HOST$|PORT$|DATA_DIR$|LOG_LEVEL$|NODE_OPTIONS$|VITEST)/i;

/** The bot as its own process, as `npm start` starts it. */
export interface BotProcess {
  /** Where it listens. */
  readonly url: string;
  /** Everything it has written so far: its log and its faults. */
  output(): string;
  /** Asks it to stop, as SIGTERM does, and resolves with its exit code. */
  stop(): Promise<number | null>;
}

/** The environment of this process without anything that configures a bot, and `settings` in its place. */
export function environment(settings: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const clean = Object.entries(process.env).filter(([name]) => !SETTINGS.test(name));
  return { ...Object.fromEntries(clean), ...settings };
}

async function addressOf(child: ChildProcess, output: () => string): Promise<string> {
  const late = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && Date.now() < late) {
    const url = /ready.*?(http:\/\/[\d.:]+)/.exec(output())?.[1];
    if (url) return url;
    await delay(20);
  }
  child.kill('SIGKILL');
  throw new Error(`The bot did not start: ${output()}`);
}

/** Starts the bot in `folder` (no .env of the project is read there) and resolves when it says that it is ready. */
export async function startBotProcess(folder: string, settings: NodeJS.ProcessEnv): Promise<BotProcess> {
  const child = spawn(process.execPath, [MAIN], {
    cwd: folder,
    env: environment({ PORT: '0', LOG_LEVEL: 'info', ...settings }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  const output = () => written;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      written += chunk.toString('utf8');
    });
  }
  const url = await addressOf(child, output);
  return {
    url,
    output,
    async stop() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = once(child, 'exit');
        child.kill('SIGTERM');
        await ended;
      }
      return child.exitCode;
    },
  };
}
