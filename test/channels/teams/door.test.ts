import { request } from 'node:http';
import { connect } from 'node:net';
import { SignJWT, UnsecuredJWT } from 'jose';
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { teamsChannel } from '../../../src/channels/teams/teams.ts';
import { contactsInMemory } from '../../support/contacts-in-memory.ts';
import { inAnHour } from '../../support/fake-connector.ts';
import { JO, startPlaygroundBot, startTeamsBot, type TeamsBot } from '../../support/teams-bot.ts';

let bot: TeamsBot;
beforeAll(async () => {
  // The SDK prints the public key for every token it refuses.
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  bot = await startTeamsBot();
});
beforeEach(() => {
  bot.turns.length = 0;
  bot.connector.requests.length = 0;
});

const claims = () => ({
  iss: 'https://api.botframework.com',
  aud: bot.connector.appId,
  serviceurl: bot.connector.url,
  exp: inAnHour(),
});
const post = (body: string, headers: Record<string, string> = {}) =>
  fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });

/** Nobody got in: the status given, no detail, no turn, nothing asked of Teams. */
function expectRefused(delivered: { status: number; text: string }, status = 401): void {
  expect(delivered).toEqual({ status, text: '' });
  expect(bot.turns).toEqual([]);
  expect(bot.connector.requests).toEqual([]);
}

describe('given a token', () => {
  it('signed by the channel for this bot, the turn is run', async () => {
    const delivered = await bot.client.says(JO, 'due');
    expect(delivered.status).toBe(200);
    expect(bot.turns).toHaveLength(1);
  });

  it.each([
    ['for another bot', { aud: 'another-app' }],
    ['of another issuer', { iss: 'https://elsewhere.example' }],
    ['of the Emulator', { iss: 'https://sts.windows.net/d6d49420-f39b-4df7-a1dc-d59a935871db/', ver: '1.0' }],
    ['that has expired', { exp: inAnHour() - 7200 }],
    ['that never ends', { exp: undefined as unknown as number }],
    ['of another tenant', { tid: 'another-tenant' }],
    ['for another service URL', { serviceurl: 'https://smba.trafficmanager.net/uk/' }],
    ['without a service URL', { serviceurl: undefined }],
  ])('%s, it is refused', async (_, wrong) => {
    const token = await bot.connector.token({ appid: bot.connector.appId, ...wrong });
    expectRefused(await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), token));
  });

  it('signed with another key, it is refused', async () => {
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'RS256', kid: 'key-1' })
      .sign(bot.connector.keys.foreign);
    expectRefused(await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), token));
  });

  it('signed with a key nobody published, it is refused', async () => {
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'RS256', kid: 'key-2' })
      .sign(bot.connector.keys.foreign);
    expectRefused(await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), token));
  });

  it('of alg none, it is refused', async () => {
    const token = new UnsecuredJWT(claims()).encode();
    expectRefused(await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), token));
  });

  it('of HS256, it is refused', async () => {
    const token = await new SignJWT(claims())
      .setProtectedHeader({ alg: 'HS256', kid: 'key-1' })
      .sign(new TextEncoder().encode('a-secret-of-thirty-two-bytes-and-more'));
    expectRefused(await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), token));
  });

  it.each(['nonsense', 'a.b.c', ''])('that is "%s", it is refused', async (token) => {
    expectRefused(await bot.client.deliver(bot.client.activity(JO, { text: 'due' }), token));
  });

  it('when the keys can’t be fetched, Teams is asked to come again', async () => {
    const endpoints = {
      ...bot.connector.endpoints,
      ToBotFromChannelOpenIdMetadataUrl: `${bot.connector.url}/nothing-here`,
    };
    const keyless = await startTeamsBot({ endpoints, credentials: bot.connector.credentials });
    const token = await bot.connector.token({ serviceurl: keyless.connector.url });
    const { status } = await keyless.client.deliver(keyless.client.activity(JO, { text: 'due' }), token);
    expect(status).toBe(503);
    expect(keyless.turns).toEqual([]);
  });
});

describe('given a request that is no activity', () => {
  it.each(['{}', '[]', '"x"', 'null', '{"type":"message"}', 'not json', ''])(
    'of %s, it is refused without and with a token, and the bot lives on',
    async (body) => {
      expect((await post(body)).status).toBe(401);
      const authorization = `Bearer ${await bot.connector.token()}`;
      expect((await post(body, { authorization })).status).toBe(400);
      expect((await bot.client.says(JO, 'still there?')).status).toBe(200);
      expect(bot.turns).toHaveLength(1);
    },
  );

  it('of more than 256 KB, it is refused', async () => {
    const { status } = await bot.client.says(JO, 'x'.repeat(257 * 1024));
    expect(status).toBe(413);
    expect(bot.turns).toEqual([]);
  });

  it('of a form’s type, as a web page could send it, it is refused', async () => {
    const authorization = `Bearer ${await bot.connector.token()}`;
    expect((await post('{}', { authorization, 'content-type': 'text/plain' })).status).toBe(415);
  });
});

describe('given an activity that is signed', () => {
  it.each(['AseChannel', 'emulator', 'directline', 'webchat'])(
    'but of %s, it is refused',
    async (channelId) => {
      expectRefused(await bot.client.says(JO, 'due', { channelId }));
    },
  );

  it.each([
    'https://evil.example/teams',
    'http://smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net.evil.example/',
    'https://user@smba.trafficmanager.net/uk/',
    'https://smba.trafficmanager.net:8443/',
    'ftp://127.0.0.1/',
    'nonsense',
  ])('but has us call %s, it is refused and nothing is kept', async (serviceUrl) => {
    const token = await bot.connector.token({ serviceurl: serviceUrl });
    const activity = bot.client.activity({ ...JO, id: '29:new' }, { text: 'due', serviceUrl });
    expectRefused(await bot.client.deliver(activity, token), 403);
    expect(bot.contacts.of('29:new')).toBeUndefined();
  });

  it('but of another tenant, one polite sentence is all they get', async () => {
    const there = { tenant: { id: 'another-school' } };
    const { status } = await bot.client.says({ id: '29:far' }, 'due', { channelData: there });
    expect(status).toBe(200);
    expect(bot.turns).toEqual([]);
    expect(bot.connector.requests.map(({ method, path }) => `${method} ${path}`)).toEqual([
      expect.stringMatching(/^POST \/v3\/conversations\/chat:29:far\/activities/),
    ]);
    expect(bot.connector.posted.at(-1)?.activity.text).toMatch(
      /^Sorry, I can only help people in the school’s own/,
    );
    expect(bot.contacts.all().filter(({ userId }) => userId === '29:far')).toEqual([]);
  });

  it('but of no tenant at all, it is treated as another’s', async () => {
    const nowhere = { channelData: {}, conversation: { id: 'chat:29:far', conversationType: 'personal' } };
    await bot.client.says({ id: '29:far' }, 'due', nowhere);
    expect(bot.turns).toEqual([]);
  });

  it('but an install in another tenant, nothing is learned and nothing said', async () => {
    const there = { tenant: { id: 'another-school' }, team: { id: 'team-1' } };
    const delivered = await bot.client.installs({ id: '29:far' }, { channelData: there });
    expectRefused(delivered, 200);
  });
});

describe('given a bot', () => {
  it('that has not started or was stopped, it takes nothing', async () => {
    const stopped = await startTeamsBot();
    await stopped.channel.stop();
    expect((await stopped.client.says(JO, 'due')).status).toBe(503);
    expect(stopped.turns).toEqual([]);
  });

  const make = (identity: Parameters<typeof teamsChannel>[0]['identity']) => () =>
    teamsChannel({
      identity,
      contacts: contactsInMemory(),
      clock: { now: () => '2026-11-10T10:00:00.000Z' },
      log: () => undefined,
    });
  const whole = { kind: 'app', appId: 'a', tenantId: 't', type: 'SingleTenant', password: 'p' } as const;

  it.each([{ appId: '' }, { tenantId: '' }, { password: '' }])('without %j, it doesn’t start', (missing) => {
    expect(make({ ...whole, ...missing })).toThrow('incomplete');
    expect(make(whole)).not.toThrow();
  });

  it('for the playground in production, it doesn’t start', () => {
    const before = process.env.NODE_ENV;
    process.env.NODE_ENV = 'production';
    try {
      expect(make({ kind: 'playground' })).toThrow('must not run in production');
    } finally {
      process.env.NODE_ENV = before;
    }
  });

  it('for the playground, unsigned activities of this machine are taken', async () => {
    const open = await startPlaygroundBot();
    const { status } = await open.client.deliver(open.client.activity(JO, { text: 'due' }), '');
    expect(status).toBe(200);
    expect(open.turns).toMatchObject([{ email: 'jo.teacher@oakfield.example' }]);
    expect(open.connector.posted).toHaveLength(1);
  });

  it('for the playground, only this machine may be called', async () => {
    const open = await startPlaygroundBot();
    const serviceUrl = 'https://smba.trafficmanager.net/uk/';
    const { status } = await open.client.deliver(open.client.activity(JO, { text: 'due', serviceUrl }), '');
    expect(status).toBe(403);
    expect(open.turns).toEqual([]);
  });
});

describe('given a key that is not endorsed for Teams', () => {
  it.each([[[]], [undefined], [['directline']]])('%j, what it signed is refused', async (endorsements) => {
    const other = await startTeamsBot();
    other.connector.endorse(endorsements);
    const token = await other.connector.token({ exp: inAnHour() });
    const { status } = await other.client.deliver(other.client.activity(JO, { text: 'due' }), token);
    expect(status).toBe(401);
    expect(other.turns).toEqual([]);
  });
});

it('nothing is read of a request whose token is not for this bot', async () => {
  const { port } = new URL(bot.url);
  const foreign = await bot.connector.token({ aud: 'another-app' });
  const status = await new Promise<string>((resolve, reject) => {
    const socket = connect(Number(port), '127.0.0.1', () =>
      socket.write(
        `POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\nAuthorization: Bearer ${foreign}\r\n\r\n{"beg`,
      ),
    );
    socket.once('data', (data) => {
      resolve(String(data).slice(9, 12));
      socket.destroy();
    });
    socket.once('error', reject);
  });
  expect(status).toBe('401');
});

it('an activity that says two tenants is of another', async () => {
  const conversation = { id: 'chat:29:jo', conversationType: 'personal', tenantId: 'another-tenant' };
  await bot.client.says(JO, 'due', { conversation });
  expect(bot.turns).toEqual([]);
});

const WRONG = [5, true, 'x', [], {}, [5], { id: 5 }];
const PARTS = [
  ...[
    'type',
    'id',
    'channelId',
    'serviceUrl',
    'from',
    'recipient',
    'conversation',
    'channelData',
    'name',
    'text',
  ],
  ...[
    'action',
    'replyToId',
    'entities',
    'membersAdded',
    'membersRemoved',
    'attachments',
    'value',
    'timestamp',
  ],
  ...[
    'localTimestamp',
    'locale',
    'localTimezone',
    'relatesTo',
    'expiration',
    'textFormat',
    'callerId',
    'label',
  ],
];
it.each(PARTS)('given an activity whose %s is of a wrong kind, it is no fault of ours', async (part) => {
  for (const type of ['message', 'invoke', 'conversationUpdate', 'installationUpdate'])
    for (const wrong of WRONG) {
      const activity = bot.client.activity(JO, {
        type,
        text: 'due',
        name: 'adaptiveCard/action',
        [part]: wrong,
      });
      const { status } = await bot.client.deliver(activity);
      expect(status, `${type} ${part} ${JSON.stringify(wrong)}`).not.toBe(500);
    }
});

it.each([
  ['a name that is none', { from: { id: JO.id, name: true } }],
  [
    'a group that is neither',
    { conversation: { id: 'c', conversationType: 'channel', isGroup: [], tenantId: 'school-tenant' } },
  ],
  ['half a letter in its id', { id: '\uD800', type: 'invoke', name: 'adaptiveCard/action' }],
])('an activity with %s is none', async (_, part) => {
  const { status } = await bot.client.deliver(bot.client.activity(JO, { text: 'due', ...part }));
  expect(status).toBe(400);
  expect(bot.turns).toEqual([]);
});

describe('for the playground', () => {
  it.each([
    ['a name that somebody points here', { host: 'evil.example' }],
    ['a page in this machine’s browser', { origin: 'http://evil.example' }],
    ['a page at its own address', { origin: 'http://127.0.0.1' }],
  ])('what comes by %s is refused', async (_, headers) => {
    const open = await startPlaygroundBot();
    const body = JSON.stringify(open.client.activity(JO, { text: 'due' }));
    const status = await new Promise((resolve, reject) => {
      const sent = request(`${open.url}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
      });
      sent.on('response', (response) => resolve(response.resume().statusCode));
      sent.on('error', reject);
      sent.end(body);
    });
    expect(status).toBe(401);
    expect(open.turns).toEqual([]);
  });
});
