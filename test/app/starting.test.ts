import { once } from 'node:events';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { makeLog } from '../../src/app/log.ts';
import { importMadeUpSchool } from '../../src/app/sandbox.ts';
import { startBot } from '../../src/app/start.ts';
import { wordsFor } from '../../src/app/start-faults.ts';
import { UPGRADES } from '../../src/store/upgrades/index.ts';
import { oldFolder } from '../store/lowdb/old-folder.ts';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { quickFolder, storeIn } from '../support/store.ts';

const LOADED = new URL('./loaded.ts', import.meta.url).pathname;
const TEAMS = {
  MicrosoftAppId: '01234567-89ab-cdef-0123-456789abcdef',
  MicrosoftAppTenantId: '11234567-89ab-cdef-0123-456789abcdef',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppPassword: 'not-a-real-one',
};
const SLACK = {
  SLACK_BOT_TOKEN: 'xoxb-not-a-real-one',
  SLACK_SIGNING_SECRET: 'not-a-real-one-at-all',
  // Nobody listens there.
  SLACK_API_URL: 'http://127.0.0.1:9/api/',
};

/** The bot in a folder of its own, gone at the end of the test. */
async function aBot(
  settings: NodeJS.ProcessEnv = {},
  { cwd, preload }: { cwd?: string; preload?: string[] } = {},
): Promise<BotProcess> {
  const bot = botProcess(cwd ?? (await quickFolder()), settings, preload);
  onTestFinished(async () => void (await bot.end('SIGKILL')));
  return bot;
}

/** Starts a bot that can't, in a process of its own: what it says, having checked how it says it. */
async function refusal(settings: NodeJS.ProcessEnv): Promise<string> {
  const bot = await aBot(settings);
  expect(await bot.ended()).toBe(1);
  expect(bot.out()).toBe('');
  return bot.err();
}

/** What such a process does, done here: the bot, and what it logs. */
async function aBotHere(settings: NodeJS.ProcessEnv) {
  const logged: string[] = [];
  const config = readConfig({ PORT: '0', ...settings });
  const log = makeLog(config.logLevel, { write: (line) => void logged.push(line) });
  const app = await startBot(config, log);
  onTestFinished(() => app.stop());
  return { logged };
}

/** What somebody is told who starts a bot here that can't. */
const refusalHere = (settings: NodeJS.ProcessEnv): Promise<string> =>
  aBotHere(settings).then(() => expect.fail('it started'), wordsFor);

/** Seconds of processor time a process has used so far; undefined where the system doesn't say. */
async function processorTime(pid: number | undefined): Promise<number | undefined> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => undefined);
  const fields = stat?.slice(stat.lastIndexOf(')') + 2).split(' ');
  // Hundredths of a second, in user and in system mode.
  return fields && (Number(fields[11]) + Number(fields[12])) / 100;
}

describe('with nothing configured', () => {
  it('prints one line with a loopback address where the sandbox is, within seconds', async () => {
    const began = performance.now();
    // As on a machine where it was never started before.
    const bot = await aBot({ NODE_DISABLE_COMPILE_CACHE: '1' }, { preload: [LOADED] });
    const url = await bot.ready();
    const seconds = (performance.now() - began) / 1000;
    const busy = await processorTime(bot.child.pid);
    console.info(`ready after ${seconds.toFixed(1)} s, of which ${busy?.toFixed(1)} s at work`);

    expect(bot.out()).toBe(`The sandbox is ready: open ${url} in a browser.\n`);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    // It loads neither chat's SDK.
    expect(bot.err()).toBe('');
    // What is asked for. Tests share their machine with others: what the bot itself needs is what counts.
    expect(busy ?? 0).toBeLessThan(5);

    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(page.headers.get('content-type')).toContain('text/html');
    expect(await (await fetch(`${url}/readyz`)).json()).toEqual({ status: 'ready' });
    expect((await fetch(`${url}/api/messages`, { method: 'POST' })).status).toBe(404);
    expect(bot.out().match(/\n/g)).toHaveLength(1);
  });
});

describe('with Slack and Teams configured at once', () => {
  it('takes both, each behind its own check, and has no sandbox', async () => {
    const bot = await aBot({ ...TEAMS, ...SLACK, DATA_DIR: await quickFolder() }, { preload: [LOADED] });
    const url = await bot.ready();
    expect(bot.out()).toMatch(
      /^send-review-bot is not ready yet, and listens on http:\S+ for Teams and Slack: no school is stored in DATA_DIR \(\S+\): bring one in/,
    );
    const post = (path: string) =>
      fetch(url + path, { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } });
    expect((await post('/api/messages')).status).toBe(401);
    expect((await post('/slack/events')).status).toBe(401);
    for (const path of ['/', '/sandbox/', '/sandbox/people', '/sandbox/clock']) {
      expect((await fetch(url + path)).status).toBe(404);
    }
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    // A data folder that is new, or whose disk is not there, is nothing to be at ease about.
    const ready = await fetch(`${url}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({
      trouble: { school: expect.stringMatching(/^no school is stored in DATA_DIR: bring one in/) },
    });
    expect(bot.err().trim().split('\n').toSorted()).toEqual(
      expect.arrayContaining(['loaded @slack/bolt', 'loaded botbuilder']),
    );
  });
});

describe('a contact that can’t be read', () => {
  it('is set aside, which is logged, and the bot starts without it', async () => {
    const folder = await quickFolder();
    const store = await storeIn(folder);
    await importMadeUpSchool(store, '2026-11-10');
    await store.close();
    await writeFile(join(folder, 'contacts', 'slack.T1.U2.json'), '{"id": "a secret');
    const { logged } = await aBotHere({ ...TEAMS, DATA_DIR: folder });
    const [line = ''] = logged;
    expect(JSON.parse(line)).toMatchObject({
      event: 'unreadable document set aside',
      collection: 'contacts',
      document: 'slack.T1.U2',
      kind: 'unreadable',
      folder: expect.stringMatching(/^[\dTZ-]+$/),
    });
    expect(logged.join('')).not.toContain('a secret');
  });
});

describe('data of an older format', () => {
  it('is brought up to today’s, and the log says from what, to what, and where the backup is', async () => {
    const folder = await oldFolder(1);
    const { logged } = await aBotHere({ ...TEAMS, DATA_DIR: folder, LOG_LEVEL: 'info' });
    const [backup = ''] = await readdir(join(folder, 'backups'));
    const lines = logged.map((line) => JSON.parse(line));
    expect(lines.filter(({ folder: where }) => where)).toEqual([
      expect.objectContaining({
        event: 'stored data brought up to a later format',
        from: 1,
        to: UPGRADES.at(-1)?.to,
        folder: backup,
      }),
    ]);
  });
});

describe('the start stops, with words for whoever started it,', () => {
  it('when the environment is not right: all that is wrong, at once', async () => {
    const said = await refusal({
      PORT: 'a secret 1',
      LOG_LEVEL: 'a secret 2',
      SLACK_BOT_TOKEN: 'a secret 3',
      MicrosoftAppId: TEAMS.MicrosoftAppId,
      HOST: 'a secret 4',
    });
    const named = said.split('\n').flatMap((line) => /^ {2}(\w+): /.exec(line)?.[1] ?? []);
    expect(new Set(named)).toEqual(
      new Set([
        'PORT',
        'LOG_LEVEL',
        'HOST',
        'SLACK_BOT_TOKEN',
        'SLACK_SIGNING_SECRET',
        'MicrosoftAppType',
        'MicrosoftAppTenantId',
        'MicrosoftAppPassword',
      ]),
    );
    expect(said).not.toContain('a secret');
  });

  it('when another program listens on the port', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    onTestFinished(() => void other.close());
    const { port } = other.address() as AddressInfo;
    expect(await refusal({ PORT: String(port) })).toBe(
      'PORT: another program listens there already. Stop it, or choose another PORT.\n',
    );
  });

  it('when another process has the data folder', async () => {
    const folder = await quickFolder();
    await storeIn(folder);
    expect(await refusalHere({ ...TEAMS, DATA_DIR: folder })).toBe(
      `another send-review-bot is using ${folder} (process ${process.pid}). Stop it first.`,
    );
  });

  it('when a document is damaged, with its file’s name and none of what is in it', async () => {
    const folder = await quickFolder();
    const store = await storeIn(folder);
    await importMadeUpSchool(store, '2026-11-10');
    const [pupil] = await store.pupilsOf('oakfield');
    await store.close();
    const file = join(folder, 'pupils', `${pupil?.id}.json`);
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.slice(0, -20));
    const said = await refusalHere({ ...TEAMS, DATA_DIR: folder });
    expect(said).toBe(
      `${file} is torn or is not JSON. Nothing was changed. Put it back from your last backup, then start again.`,
    );
    expect(said).not.toContain(pupil?.lastName);
  });

  it('when the playground is given the data of a real school', async () => {
    const folder = await quickFolder();
    const store = await storeIn(folder);
    const school = await importMadeUpSchool(store, '2026-11-10');
    await store.put('schools', { ...school, id: 'a-real-one', version: 0 });
    await store.close();
    expect(await refusalHere({ TEAMS_PLAYGROUND: '1', DATA_DIR: folder })).toBe(
      `DATA_DIR: ${folder} holds a real school. The playground has no log-in: give it a folder of its own.`,
    );
  });

  it('when no chat is configured and the data folder holds a real school: not the sandbox, as if all were well', async () => {
    const folder = await quickFolder();
    const store = await storeIn(folder);
    const school = await importMadeUpSchool(store, '2026-11-10');
    await store.put('schools', { ...school, id: 'a-real-one', version: 0 });
    await store.close();
    expect(await refusalHere({ DATA_DIR: folder })).toBe(
      `DATA_DIR: ${folder} holds a real school. With no chat configured only the sandbox could start, which would look as if all were well: configure the chat again, or, to try things out, give the sandbox another folder.`,
    );
  });

  it('when there is no data folder: it may be mistyped, and nothing is made in its place', async () => {
    const folder = await quickFolder();
    const mistyped = join(folder, 'dtaa', 'school');
    expect(await refusalHere({ ...TEAMS, DATA_DIR: mistyped })).toBe(
      `DATA_DIR: there is no folder ${mistyped}. Check the name, and that its disk is there; nothing was made. To begin with a school: npm run import -- --new, or make the folder first.`,
    );
    expect(await readdir(folder)).toEqual([]);
  });

  it('when the data folder is a file', async () => {
    const file = join(await quickFolder(), 'data');
    await writeFile(file, '');
    expect(await refusalHere({ ...TEAMS, DATA_DIR: file })).toBe(
      'DATA_DIR: that is not a folder. Choose another.',
    );
  });
});
