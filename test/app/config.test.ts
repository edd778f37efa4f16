import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterEach, describe, expect, onTestFinished, test, vi } from 'vitest';
import { z } from 'zod';
import {
  ConfigFault,
  loadDotEnv,
  readConfig,
  readDataDir,
  readDataFolder,
  VARIABLES,
} from '../../src/app/config.ts';
import { envExample } from '../support/env-example.ts';

const [KEY = '', OLDER = '', OLDEST = ''] = [1, 2, 3].map((n) => Buffer.alloc(32, n).toString('base64'));

type Env = Readonly<Record<string, string>>;

const SLACK = { SLACK_BOT_TOKEN: 'xoxb-12-ab', SLACK_SIGNING_SECRET: '0123456789abcdef0123456789abcdef' };
const GUID = '0A234567-89ab-cdef-0123-456789abcdef';
const TEAMS = {
  MicrosoftAppId: GUID,
  MicrosoftAppPassword: 'p~ss.word8Q',
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: 'f0000000-0000-0000-0000-000000000001',
};

function fault(env: Env, reading: (env: Env) => unknown = readConfig): ConfigFault {
  try {
    reading(env);
  } catch (error) {
    if (error instanceof ConfigFault) return error;
    throw error;
  }
  throw new Error('no fault was found');
}

/** What is configured, but for how the chats are made. */
function configured(env: Env) {
  const { chats, ...rest } = readConfig(env);
  return { ...rest, chats: chats.map(({ name, title, settings }) => ({ name, title, settings })) };
}

const settingsOf = (chat: string, env: Env) =>
  configured(env).chats.find(({ name }) => name === chat)?.settings;

const problems = (env: Env) => fault(env).problems.map(({ variable, message }) => `${variable}: ${message}`);

function without<T extends object>(env: T, key: keyof T): Env {
  return Object.fromEntries(Object.entries(env).filter(([name]) => name !== key));
}

describe('given an environment that is right', () => {
  test('when nothing is set, then it is the sandbox, on this machine', () => {
    expect(configured({})).toEqual({
      host: '127.0.0.1',
      port: 3978,
      dataDir: './data',
      copiesKeptDays: 365,
      keys: { older: [] },
      logLevel: 'info',
      chats: [{ name: 'sandbox', title: 'the sandbox', settings: {} }],
      school: 'made-up-anew',
    });
  });

  test('when everything is empty, then it counts as not set', () => {
    expect(configured(Object.fromEntries(VARIABLES.map((name) => [name, ' '])))).toEqual(configured({}));
  });

  test('when Slack is set, then it runs there, on any host', () => {
    const env = { ...SLACK, HOST: '0.0.0.0', PORT: '0', DATA_DIR: '/srv/send', LOG_LEVEL: 'warn' };
    expect(configured(env)).toEqual({
      host: '0.0.0.0',
      port: 0,
      dataDir: '/srv/send',
      copiesKeptDays: 365,
      keys: { older: [] },
      logLevel: 'warn',
      chats: [
        {
          name: 'slack',
          title: 'Slack',
          settings: { botToken: SLACK.SLACK_BOT_TOKEN, signingSecret: SLACK.SLACK_SIGNING_SECRET },
        },
      ],
      school: 'real',
    });
  });

  test.each([
    ['http://127.0.0.1:4003/api', 'http://127.0.0.1:4003/api/'],
    ['http://localhost:4003/api/', 'http://localhost:4003/api/'],
    ['http://[::1]:4003/', 'http://[::1]:4003/'],
    ['https://slack.example/api', 'https://slack.example/api/'],
  ])('when Slack’s address is %s, then it is %s', (written, meant) => {
    const env = { ...SLACK, SLACK_API_URL: written, SLACK_APP_TOKEN: 'xapp-1-A1-b2' };
    expect(settingsOf('slack', env)).toMatchObject({ apiUrl: meant, appToken: 'xapp-1-A1-b2' });
  });

  test('when Teams is set, then it runs there', () => {
    const settings = {
      kind: 'app',
      appId: GUID.toLowerCase(),
      password: 'p~ss.word8Q',
      type: 'SingleTenant',
      tenantId: TEAMS.MicrosoftAppTenantId,
    };
    expect(configured(TEAMS)).toMatchObject({
      chats: [{ name: 'teams', title: 'Teams', settings }],
      school: 'real',
    });
  });

  test('when it is a managed identity, then it has no password', () => {
    const env = { ...TEAMS, MicrosoftAppType: 'UserAssignedMsi' };
    for (const each of [env, without(env, 'MicrosoftAppPassword')])
      expect(settingsOf('teams', each)).toEqual({
        kind: 'app',
        appId: GUID.toLowerCase(),
        type: 'UserAssignedMsi',
        tenantId: TEAMS.MicrosoftAppTenantId,
      });
  });

  test('when both are set, then it runs in both', () => {
    const { chats, school } = readConfig({ ...SLACK, ...TEAMS });
    expect([chats.map(({ name }) => name), school]).toEqual([['teams', 'slack'], 'real']);
  });

  test('when the playground is on, then it is Teams without a log-in, and no sandbox', () => {
    expect(configured({ TEAMS_PLAYGROUND: '1', HOST: 'localhost' })).toMatchObject({
      chats: [{ name: 'teams', settings: { kind: 'playground' } }],
      school: 'made-up',
    });
    expect(readConfig({ TEAMS_PLAYGROUND: '0' }).school).toBe('made-up-anew');
  });

  test('when the clock is set, then it is time at school, summer and winter', () => {
    expect(readConfig({ SANDBOX_NOW: '2026-11-23T08:30' }).sandboxNow).toBe('2026-11-23T08:30:00.000Z');
    expect(readConfig({ SANDBOX_NOW: '2026-06-01T08:30', TEAMS_PLAYGROUND: '1' }).sandboxNow).toBe(
      '2026-06-01T07:30:00.000Z',
    );
  });

  test('when only the data folder is wanted, then nothing else matters', () => {
    expect(readDataDir({ DATA_DIR: ' /srv/send ', PORT: 'x' })).toBe('/srv/send');
    expect(readDataDir({})).toBe(readConfig({}).dataDir);
  });

  test('when there is a key, then everything is encrypted with it, and what older keys encrypted is read', () => {
    const { keys } = readConfig({ DATA_KEY: KEY, DATA_KEY_OLD: `${OLDER} , ${OLDEST}` });
    expect(Buffer.from(keys.current?.secret ?? []).toString('base64')).toBe(KEY);
    expect(keys.older.map(({ secret }) => Buffer.from(secret).toString('base64'))).toEqual([OLDER, OLDEST]);
    expect(readDataFolder({ DATA_KEY: KEY, PORT: 'x' }).keys.current).toEqual(keys.current);
    expect(readConfig({}).keys).toEqual({ older: [] });
  });

  test.each([
    [{ DATA_KEY: KEY.slice(4) }, 'DATA_KEY'],
    [{ DATA_KEY: 'a password' }, 'DATA_KEY'],
    [{ DATA_KEY: KEY, DATA_KEY_OLD: `${OLDER},` }, 'DATA_KEY_OLD'],
    [{ DATA_KEY_OLD: OLDER }, 'DATA_KEY_OLD'],
  ])(
    'when a key is none, or the current one is missing, then that is said, and never the key: %j',
    (env, variable) => {
      for (const reading of [readConfig, readDataFolder]) {
        const found = fault(env, reading);
        expect(found.problems.map((one) => one.variable)).toEqual([variable]);
        expect(found.message).not.toContain(OLDER);
      }
    },
  );
});

describe('given a bad value', () => {
  const cases: [string, Env, string][] = [
    ['HOST', { ...SLACK, HOST: 'http://x' }, 'write an address or name of this machine'],
    ['PORT', { PORT: '65536' }, 'write a number from 0 (any free port) to 65535'],
    ['PORT', { PORT: '80a' }, 'write a number from 0'],
    ['PORT', { PORT: '-1' }, 'write a number from 0'],
    ['LOG_LEVEL', { LOG_LEVEL: 'loud' }, 'write one of fatal, error, warn, info'],
    ['SLACK_BOT_TOKEN', { ...SLACK, SLACK_BOT_TOKEN: 'xoxp-hunter2' }, 'begins with xoxb-'],
    ['SLACK_BOT_TOKEN', { ...SLACK, SLACK_BOT_TOKEN: '"xoxb-hunter2"' }, 'begins with xoxb-'],
    ['SLACK_SIGNING_SECRET', { ...SLACK, SLACK_SIGNING_SECRET: 'hunter2' }, 'Signing Secret'],
    [
      'SLACK_SIGNING_SECRET',
      { ...SLACK, SLACK_SIGNING_SECRET: 'xoxb-12-hunter2-in-the-wrong-place' },
      'Signing Secret',
    ],
    ['SLACK_APP_TOKEN', { ...SLACK, SLACK_APP_TOKEN: 'xoxb-hunter2' }, 'begins with xapp-'],
    [
      'SLACK_API_URL',
      { ...SLACK, SLACK_API_URL: 'http://slack.example/api/' },
      'http:// on this machine only',
    ],
    [
      'SLACK_API_URL',
      { ...SLACK, SLACK_API_URL: 'http://127.0.0.1.evil.example/' },
      'http:// on this machine only',
    ],
    [
      'SLACK_API_URL',
      { ...SLACK, SLACK_API_URL: 'https://user:hunter2@slack.example/' },
      'write an https:// address',
    ],
    ['SLACK_API_URL', { ...SLACK, SLACK_API_URL: 'hunter2' }, 'write an https:// address'],
    ['MicrosoftAppId', { ...TEAMS, MicrosoftAppId: 'hunter2' }, 'application (client) id, as 01234567'],
    ['MicrosoftAppPassword', { ...TEAMS, MicrosoftAppPassword: 'hun ter2' }, 'has no spaces'],
    [
      'MicrosoftAppType',
      { ...TEAMS, MicrosoftAppType: 'MultiTenant' },
      'no longer takes new multi-tenant bots',
    ],
    [
      'MicrosoftAppType',
      { ...TEAMS, MicrosoftAppType: 'singletenant' },
      'write SingleTenant or UserAssignedMsi',
    ],
    ['MicrosoftAppTenantId', { ...TEAMS, MicrosoftAppTenantId: 'elm.example' }, 'tenant id, as 01234567'],
    ['TEAMS_PLAYGROUND', { TEAMS_PLAYGROUND: 'yes' }, 'write 1, or leave it out'],
    ['SANDBOX_NOW', { SANDBOX_NOW: '2026-02-30T08:30' }, 'as 2026-11-23T08:30'],
    ['SANDBOX_NOW', { SANDBOX_NOW: '2026-11-23T08:30Z' }, 'as 2026-11-23T08:30'],
  ];
  test.each(cases)(
    'when %s is wrong (%j), then it alone is named, with what would be right',
    (variable, env, says) => {
      expect(problems(env)).toEqual([expect.stringMatching(new RegExp(`^${variable}: `))]);
      expect(problems(env)[0]).toContain(says);
      expect(`${fault(env).message}${fault(env).stack}`).not.toMatch(/hunter|hun ter/);
    },
  );

  test('when many are wrong, then all are said at once, one a line', () => {
    const { message } = fault({ PORT: 'x', LOG_LEVEL: 'x', SLACK_APP_TOKEN: 'x', MicrosoftAppType: 'x' });
    expect(message.split('\n').map((line) => line.trim().split(':')[0])).toEqual([
      'The configuration is not right',
      'PORT',
      'LOG_LEVEL',
      'MicrosoftAppType',
      'SLACK_APP_TOKEN',
      'MicrosoftAppId',
      'MicrosoftAppTenantId',
      'MicrosoftAppPassword',
      'SLACK_BOT_TOKEN',
      'SLACK_SIGNING_SECRET',
    ]);
  });
});

describe('given half a set of credentials', () => {
  const needed = [
    ...Object.keys(SLACK).map((name) => [name, SLACK, 'Slack'] as const),
    ...Object.keys(TEAMS).map((name) => [name, TEAMS, 'Teams'] as const),
  ];
  test.each(needed)('when %s is missing, then it is named', (name, whole, chat) => {
    expect(problems(without<Env>(whole, name))).toEqual([
      `${name}: missing; ${chat} needs it beside what is set already`,
    ]);
  });

  test.each(['SLACK_APP_TOKEN', 'SLACK_API_URL'])(
    'when there is only %s, then both others are named',
    (name) => {
      const value = name === 'SLACK_APP_TOKEN' ? 'xapp-1' : 'https://slack.example/';
      expect(problems({ [name]: value }).map((line) => line.split(':')[0])).toEqual(Object.keys(SLACK));
    },
  );

  test('when there is only a password, then the sandbox is not started in place of Teams', () => {
    expect(problems({ MicrosoftAppPassword: 'x' }).map((line) => line.split(':')[0])).toEqual([
      'MicrosoftAppId',
      'MicrosoftAppType',
      'MicrosoftAppTenantId',
    ]);
  });
});

describe('given something without a log-in', () => {
  test.each(['0.0.0.0', '::', '192.168.1.2', 'school.example', '127.example'])(
    'when the sandbox or the playground would listen on %s, then it is refused',
    (host) => {
      expect(problems({ HOST: host })).toEqual([
        expect.stringContaining('HOST: write 127.0.0.1, or configure'),
      ]);
      expect(problems({ HOST: host, TEAMS_PLAYGROUND: '1' })).toEqual([
        expect.stringContaining('HOST: write 127.0.0.1: the playground has no log-in'),
      ]);
      expect(readConfig({ ...SLACK, HOST: host }).host).toBe(host);
      expect(problems({ ...SLACK, HOST: host, TEAMS_PLAYGROUND: '1' })).toHaveLength(1);
    },
  );

  test.each(['127.0.0.1', '127.9.9.9', '::1', 'localhost'])('when it listens on %s, then it may', (host) => {
    expect(readConfig({ HOST: host }).school).toBe('made-up-anew');
    expect(settingsOf('teams', { HOST: host, TEAMS_PLAYGROUND: '1' })).toEqual({ kind: 'playground' });
  });

  test('when this is production, then there is no playground', () => {
    expect(problems({ TEAMS_PLAYGROUND: '1', NODE_ENV: 'production' })).toEqual([
      expect.stringContaining('TEAMS_PLAYGROUND: leave it out'),
    ]);
  });

  test('when this is production, then there is no sandbox either', () => {
    expect(problems({ NODE_ENV: 'production' })).toEqual([
      expect.stringMatching(
        /^NODE_ENV: configure Teams or Slack.*, or leave it out: it says production, and with no chat only the sandbox could start$/,
      ),
    ]);
    expect(readConfig({ ...SLACK, NODE_ENV: 'production' }).school).toBe('real');
  });

  test('when Teams itself is set, then there is no playground', () => {
    expect(problems({ ...TEAMS, TEAMS_PLAYGROUND: '1' })).toEqual([
      expect.stringContaining('TEAMS_PLAYGROUND: leave it out, or the Microsoft… variables'),
    ]);
  });

  test.each([SLACK, TEAMS, { ...SLACK, TEAMS_PLAYGROUND: '1' }])(
    'when a real chat is set, then the clock is the real one (%#)',
    (env) => {
      expect(problems({ ...env, SANDBOX_NOW: '2026-11-23T08:30' })).toEqual([
        'SANDBOX_NOW: leave it out: real reviews go by the real time',
      ]);
    },
  );
});

describe('given .env files', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  test('then .env.example names every variable, and no other, as its row says, and is right as it stands', async () => {
    await expect(envExample()).toMatchFileSnapshot('../../.env.example');
    const example: Env = z
      .record(z.string(), z.string())
      .parse(parseEnv(await readFile('.env.example', 'utf8')));
    expect(Object.keys(example).sort()).toEqual(VARIABLES.toSorted());
    expect(configured(example)).toEqual(configured({}));
  });

  test('when a variable is set already, then the file does not change it; when there is no file, nothing happens', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'config-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    vi.stubEnv('PORT', '4001');
    vi.stubEnv('LOG_LEVEL', undefined);
    await writeFile(join(folder, '.env'), 'PORT=4002\nLOG_LEVEL=debug\n');
    loadDotEnv(join(folder, 'nothing'));
    expect(process.env.LOG_LEVEL).toBeUndefined();
    loadDotEnv(join(folder, '.env'));
    expect([process.env.PORT, process.env.LOG_LEVEL]).toEqual(['4001', 'debug']);
  });
});
