import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import type { Browser, Page } from 'playwright-core';
import { freePort } from '../../tools/free-port.ts';
import { type Person, playgroundConfig } from '../../tools/playground-config.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const READY_WITHIN_MS = 60_000;

/** An Agents Playground with one of the made-up school's staff in front of it. */
export interface Playground {
  readonly url: string;
  stop(): Promise<void>;
}

/** The made-up school's staff whom a Playground knows: it has room for no more than these six. */
const STAFF = [
  'Priya Shah',
  'Ruth Adeyemi',
  'Kwame Mensah',
  'Helen Whitaker',
  'Janet Holroyd',
  'Tom Bradley',
] as const;

export type PlaygroundName = (typeof STAFF)[number];

async function staff(): Promise<readonly Person[]> {
  const csv = await readFile(join(ROOT, 'sandbox-school/staff.csv'), 'utf8');
  const all = parse<Person>(csv, { columns: true, skip_empty_lines: true });
  return STAFF.map((name) => {
    const found = all.find((person) => person.name === name);
    if (!found) throw new Error(`${name} is not on the made-up school's staff list`);
    return found;
  });
}

async function ready(url: string): Promise<void> {
  const late = Date.now() + READY_WITHIN_MS;
  while (Date.now() < late) {
    const answer = await fetch(`${url}/_debug/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await delay(50);
  }
  throw new Error('The Agents Playground did not start');
}

/**
 * Starts an Agents Playground for the bot at `bot`, with `name` in front of it and everybody else in its team. A
 * Playground has one person in front of it: for a chat between several, start one for each.
 */
export async function startPlayground(
  folder: string,
  bot: string,
  name: PlaygroundName,
): Promise<Playground> {
  const people = await staff();
  const { config } = playgroundConfig(people, people.find((one) => one.name === name)?.email);
  const own = join(folder, name.replace(' ', '-'));
  await mkdir(own);
  const file = join(own, 'playground.yml');
  // JSON is YAML, too. Each person's chat with the bot is their own.
  await writeFile(
    file,
    JSON.stringify({ ...config, personalChat: { id: `personal-chat-${name.split(' ')[0]}` } }),
  );
  const port = await freePort();
  const child = spawn(
    process.execPath,
    [
      join(ROOT, 'node_modules/@microsoft/m365agentsplayground/cli.js'),
      'start',
      ...['-e', `${bot}/api/messages`, '-c', 'msteams', '-p', String(port), '--disable-telemetry'],
    ],
    {
      cwd: own,
      env: {
        ...process.env,
        TEAMSAPPTESTER_BROWSER: 'none',
        M365_AGENTS_PLAYGROUND_CONFIG_PATH: file,
        M365_AGENTS_PLAYGROUND_LOGFILE: join(own, 'playground.log'),
      },
      stdio: 'ignore',
    },
  );
  const ended = once(child, 'exit');
  const url = `http://127.0.0.1:${port}`;
  await Promise.race([
    ready(url),
    ended.then(() => Promise.reject(new Error('The Agents Playground ended'))),
  ]);
  return {
    url,
    async stop() {
      child.kill('SIGTERM');
      await Promise.race([ended, delay(5000, undefined, { ref: false }).then(() => child.kill('SIGKILL'))]);
    },
  };
}

/** What a slow machine may take to show the Playground's page. */
const PATIENCE_MS = 60_000;

/** Opens a Playground's page, and resolves when the bot has greeted who sits in front of it. */
export async function openPlayground(browser: Browser, { url }: Playground): Promise<Page> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  page.setDefaultTimeout(PATIENCE_MS);
  // It asks for typefaces from Microsoft's servers, and does without.
  await page.route(
    ({ hostname }) => hostname !== '127.0.0.1' && hostname !== 'localhost',
    (route) => route.abort(),
  );
  await page.goto(url, { waitUntil: 'commit' });
  await page.getByText('What you can type').first().waitFor();
  return page;
}
