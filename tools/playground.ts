import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { parse } from 'csv-parse/sync';
import { freePort } from './free-port.ts';
import { type Person, playgroundConfig } from './playground-config.ts';

// The bot with a made-up school, behind Microsoft's Agents Playground: a Teams client that needs no Microsoft 365.
// npm run playground -- [--as priya.shah@oakfield.example]
// DATA_DIR keeps the data (as `--as` somebody else next time); else it begins anew. PLAYGROUND_PORT: 56150.

const ROOT = join(import.meta.dirname, '..');
const READY_WITHIN_MS = 60_000;
// The playground excludes real chats: of this script's own surroundings, the bot gets none of their settings.
const CREDENTIALS = /^(Microsoft|SLACK_)/i;

const { values } = parseArgs({ options: { as: { type: 'string' } } });
const scratch = await mkdtemp(join(tmpdir(), 'send-review-bot-playground-'));
const children: ChildProcess[] = [];
let stopping: Promise<void> | undefined;

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stop(0));
try {
  await start();
} catch (error) {
  if (!stopping) console.error(error instanceof Error ? error.message : error);
  await stop(1);
}

async function start(): Promise<void> {
  const staff = await staffOfTheSandbox();
  const { config, me } = playgroundConfig(staff, values.as);
  const port = await freePort();
  const configFile = join(scratch, 'playground.yml');
  // JSON is YAML, too.
  await writeFile(configFile, JSON.stringify(config));
  const bot = run([join(ROOT, 'src/main.ts')], {
    TEAMS_PLAYGROUND: '1',
    HOST: '127.0.0.1',
    PORT: String(port),
    DATA_DIR: process.env.DATA_DIR ?? join(scratch, 'data'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'warn',
  });
  await ready(bot, 'The bot', `http://127.0.0.1:${port}/healthz`);
  const client = run(
    [
      join(ROOT, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
      'start',
      ...['-e', `http://127.0.0.1:${port}/api/messages`, '-c', 'msteams', '--disable-telemetry'],
      ...['-p', process.env.PLAYGROUND_PORT ?? '56150'],
    ],
    {
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_CONFIG_PATH: configFile,
      M365_AGENTS_PLAYGROUND_LOGFILE: join(scratch, 'playground.log'),
    },
  );
  const url = `http://127.0.0.1:${await portOf(client)}`;
  await ready(client, 'The Agents Playground', `${url}/_debug/ping`);
  console.log(`The Agents Playground is ready: open ${url} in a browser. You are ${me.name}, ${me.role}.`);
}

async function staffOfTheSandbox(): Promise<readonly Person[]> {
  const csv = await readFile(join(ROOT, 'sandbox-school/staff.csv'), 'utf8');
  return parse<Person>(csv, { columns: true, skip_empty_lines: true });
}

function run(args: readonly string[], settings: NodeJS.ProcessEnv): ChildProcess {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !CREDENTIALS.test(name)));
  const child = spawn(process.execPath, args, {
    // Not the project's folder: no .env of it is read, and the Playground's files stay out of it.
    cwd: scratch,
    env: { ...env, ...settings },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  child.once('exit', (code) => {
    if (!stopping) console.error(`${args[0]} ended by itself (${code})`);
    void stop(1);
  });
  child.stdout?.resume();
  children.push(child);
  return child;
}

/** The port it says it listens on: another one than asked for, when that is taken. */
async function portOf(client: ChildProcess): Promise<number> {
  let said = '';
  return await new Promise((resolve, reject) => {
    client.once('exit', () => reject(new Error('The Agents Playground did not start')));
    client.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString('utf8');
      const port = /Listening on (\d+)/.exec(said)?.[1];
      if (port !== undefined) resolve(Number(port));
    });
  });
}

async function ready(child: ChildProcess, name: string, url: string): Promise<void> {
  const late = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && Date.now() < late) {
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return;
    await delay(100);
  }
  throw new Error(`${name} did not start`);
}

function stop(code: number): Promise<void> {
  stopping ??= (async () => {
    const running = children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null);
    const ended = running.map((child) => once(child, 'exit'));
    for (const child of running) child.kill('SIGTERM');
    await Promise.race([Promise.all(ended), delay(10_000, undefined, { ref: false })]);
    for (const child of running) child.kill('SIGKILL');
    await rm(scratch, { recursive: true, force: true });
    process.exit(code);
  })();
  return stopping;
}
