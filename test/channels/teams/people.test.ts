import { beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '../../support/clock.ts';
import { aCard, JO, startTeamsBot, type TeamsBot } from '../../support/teams-bot.ts';
import { inChannel } from '../../support/teams-client.ts';

let bot: TeamsBot;
beforeEach(async () => {
  bot = await startTeamsBot();
});

const ANN = { ...JO, id: '29:ann', email: 'ann@oakfield.example' };
const lookups = () => bot.connector.requests.filter(({ path }) => path.includes('/members/')).length;
const know = (...members: (typeof JO)[]) => {
  for (const member of members) bot.connector.members.set(member.id, member);
};

describe('given somebody who writes', () => {
  it('they are kept with their address in the directory and that of their chat', async () => {
    await bot.client.says(JO, 'due');
    expect(bot.contacts.all()).toEqual([
      {
        id: 'teams.school-tenant.29%3Ajo',
        version: 1,
        channel: 'teams',
        tenant: 'school-tenant',
        userId: '29:jo',
        email: 'jo.teacher@oakfield.example',
        checkedAt: '2026-11-10T10:00:00.000Z',
        seenAt: '2026-11-10T10:00:00.000Z',
        address: {
          serviceUrl: bot.connector.url,
          bot: `28:${bot.connector.appId}`,
          conversation: 'chat:29:jo',
        },
      },
    ]);
  });

  it('without an e-mail address, the sign-in name is taken', async () => {
    know({ ...JO, email: '' });
    await bot.client.says(JO, 'due');
    expect(bot.turns[0]?.email).toBe('jt@oakfield.onmicrosoft.example');
  });

  it('the directory is asked once an hour, and what changed there is taken over', async () => {
    await bot.client.says(JO, 'one');
    know({ ...JO, email: 'jo.newname@oakfield.example' });
    bot.clock.pass(59 * MINUTE);
    await bot.client.says(JO, 'two');
    expect(lookups()).toBe(1);
    bot.clock.pass(MINUTE);
    await bot.client.says(JO, 'three');
    expect(lookups()).toBe(2);
    expect(bot.turns.map(({ email }) => email)).toEqual([
      'jo.teacher@oakfield.example',
      'jo.teacher@oakfield.example',
      'jo.newname@oakfield.example',
    ]);
    expect(bot.contacts.of('29:jo')).toMatchObject({
      email: 'jo.newname@oakfield.example',
      checkedAt: bot.clock.now(),
      seenAt: bot.clock.now(),
    });
  });

  it('while the directory doesn’t answer, what it said last holds for a day', async () => {
    await bot.client.says(JO, 'one');
    bot.clock.pass(23 * HOUR);
    bot.connector.failOn(/\/members\//, { status: 503 });
    await bot.client.says(JO, 'two');
    expect(bot.turns[1]?.email).toBe('jo.teacher@oakfield.example');
    await bot.client.says(JO, 'three');
    expect(lookups()).toBe(3);
    expect(bot.contacts.of('29:jo')?.checkedAt).toBe(bot.clock.now());
    bot.clock.pass(DAY);
    bot.connector.failOn(/\/members\//, { status: 503 });
    await bot.client.says(JO, 'four');
    expect(bot.turns).toHaveLength(3);
    expect(bot.connector.posted.at(-1)?.activity.text).toMatch(/^I can’t check at the moment/);
  });

  it('unknown as yet while the directory doesn’t answer, no turn is run and they are told', async () => {
    bot.connector.failOn(/\/members\//, { status: 503 });
    await bot.client.says(JO, 'one');
    expect(bot.turns).toEqual([]);
    expect(bot.connector.posted[0]?.activity.text).toMatch(
      /^I can’t check at the moment that you are still a member here/,
    );
    expect(bot.contacts.all()).toEqual([]);
  });

  it('who is no longer in the directory, is a stranger from then on', async () => {
    await bot.client.says(JO, 'one');
    bot.connector.members.delete(JO.id);
    bot.clock.pass(DAY);
    await bot.client.says(JO, 'two');
    expect(bot.turns[1]).toMatchObject({ email: undefined, tenant: 'school-tenant' });
    expect(bot.contacts.of('29:jo')?.email).toBeUndefined();
  });

  it('who was unreachable, is reachable again', async () => {
    await bot.client.says(JO, 'one');
    const { id } = bot.contacts.of('29:jo') ?? {};
    await bot.contacts.update(id ?? '', (known) => ({
      ...(known ?? expect.fail()),
      unreachable: { since: bot.clock.now(), why: 'blocked' },
    }));
    await bot.client.says(JO, 'two');
    expect(bot.contacts.of('29:jo')?.unreachable).toBeUndefined();
  });

  it('in a channel first, they are written to in a chat opened for it, which is kept', async () => {
    await bot.client.says(JO, 'due', inChannel());
    const opened = bot.connector.requests.find(({ path }) => path === '/v3/conversations');
    expect(opened?.body).toMatchObject({
      isGroup: false,
      bot: { id: `28:${bot.connector.appId}` },
      members: [{ id: '29:jo' }],
      tenantId: 'school-tenant',
    });
    expect(bot.contacts.of('29:jo')?.address).toMatchObject({ conversation: 'chat:29:jo' });
    await bot.client.says(JO, 'due', inChannel());
    expect(bot.connector.requests.filter(({ path }) => path === '/v3/conversations')).toHaveLength(1);
  });
});

describe('given the bot is added where several read', () => {
  const botIsAdded = (where: object, more: object = {}) =>
    bot.client.deliver(
      bot.client.activity(JO, {
        type: 'conversationUpdate',
        membersAdded: [{ id: `28:${bot.connector.appId}` }],
        ...where,
        ...more,
      }),
    );
  const told = () => bot.connector.posted.map(({ activity }) => activity.text ?? '');

  it.each(['channel', 'groupChat'])(
    'a %s is greeted once: what it does, and how to write privately',
    async (kind) => {
      // Teams tells of it in two ways.
      await bot.client.installs(JO, inChannel('team-1', kind));
      const id = { id: 'added-1' };
      await botIsAdded(inChannel('team-1', kind), id);
      await botIsAdded(inChannel('team-1', kind), id);
      expect(told()).toEqual([expect.stringContaining('SEND reviews')]);
      expect(told()[0]).toContain('open a chat with “SEND reviews” and type “help”');
      expect(told()[0]).toContain('name no child here');
      expect(bot.turns).toEqual([]);
    },
  );

  it('a colleague who joins is no reason for a greeting, and neither is an upgrade', async () => {
    await botIsAdded(inChannel(), { membersAdded: [{ id: JO.id }] });
    await bot.client.installs(JO, { ...inChannel(), action: 'add-upgrade' });
    expect(told()).toEqual([]);
  });

  it('a greeting that is refused does not keep the bot from learning who is there', async () => {
    bot.connector.teams.set('team-1', [JO.id]);
    bot.connector.failOn(/POST .*activities/, { status: 403 });
    expect((await botIsAdded(inChannel('team-1'))).status).toBe(200);
    expect(bot.contacts.of(JO.id)?.email).toBe('jo.teacher@oakfield.example');
  });
});

describe('given a guest', () => {
  it.each([
    ['of another tenant', { tenantId: 'trust-tenant' }, 'trust-tenant'],
    ['marked as one', { userRole: 'guest' }, 'school-tenant'],
    ['of a role that is not known', { userRole: 'anonymous' }, 'school-tenant'],
    ['of no role', { userRole: undefined }, 'school-tenant'],
    ['by sign-in name', { userPrincipalName: 'jo_x.example#EXT#@school.example' }, 'school-tenant'],
  ])(
    '%s, the turn knows them without e-mail address, and nothing is kept of them',
    async (_, how, tenant) => {
      know({ ...JO, ...how });
      await bot.client.says(JO, 'due');
      expect(bot.turns).toMatchObject([{ email: undefined, tenant }]);
      expect(bot.contacts.all()).toEqual([]);
      expect(bot.connector.posted).toHaveLength(1);
    },
  );

  it('in a channel, they are answered in their own chat within this tenant', async () => {
    know({ ...JO, tenantId: 'trust-tenant' });
    await bot.client.says(JO, 'due', inChannel());
    const opened = bot.connector.requests.find(({ path }) => path === '/v3/conversations');
    expect(opened?.body).toMatchObject({ tenantId: 'school-tenant' });
    expect(bot.connector.posted.map(({ conversation }) => conversation)).toEqual([
      'chat:29:jo',
      expect.stringMatching(/^19:channel/),
    ]);
    expect(bot.contacts.all()).toEqual([]);
  });
});

describe('given an install', () => {
  it('by one person, they are learned and greeted with what "help" shows', async () => {
    await bot.client.installs(JO);
    expect(bot.turns).toMatchObject([
      { email: 'jo.teacher@oakfield.example', said: { kind: 'text', text: 'help' } },
    ]);
    expect(bot.connector.posted).toHaveLength(1);
    expect(bot.contacts.of('29:jo')?.address).toMatchObject({ conversation: 'chat:29:jo' });
  });

  it('and the conversation update that comes with it, there is one greeting', async () => {
    const membersAdded = [{ id: `28:${bot.connector.appId}` }];
    await bot.client.deliver(bot.client.activity(JO, { type: 'conversationUpdate', membersAdded }));
    expect(bot.contacts.of('29:jo')?.address).toMatchObject({ conversation: 'chat:29:jo' });
    await bot.client.installs(JO);
    expect(bot.turns).toHaveLength(1);
  });

  it('that is an upgrade, nobody is greeted', async () => {
    await bot.client.installs(JO, { action: 'add-upgrade' });
    expect(bot.turns).toEqual([]);
    expect(bot.contacts.of('29:jo')).toBeDefined();
  });

  it('taken back, they are marked as not reachable', async () => {
    await bot.client.installs(JO);
    await bot.client.installs(JO, { action: 'remove' });
    expect(bot.contacts.of('29:jo')?.unreachable).toEqual({ since: bot.clock.now(), why: 'not-installed' });
  });

  it('taken back by somebody never met, nothing is kept', async () => {
    await bot.client.installs(JO, { action: 'remove' });
    expect(bot.contacts.all()).toEqual([]);
  });

  describe('in a team', () => {
    const guest = { ...JO, id: '29:guest', userRole: 'guest', email: 'guest@elsewhere.example' };
    const bob = { ...JO, id: '29:bob', email: 'Bob@oakfield.example' };
    beforeEach(() => {
      know(ANN, bob, guest);
      bot.connector.teams.set('team-1', ['29:jo', '29:ann', '29:guest', '29:bob']);
    });

    it('all its people but guests are learned, page by page, and none of them is greeted', async () => {
      await bot.client.installs(JO, inChannel('team-1'));
      expect(bot.contacts.all().flatMap(({ email = [] }) => email)).toEqual([
        'jo.teacher@oakfield.example',
        'ann@oakfield.example',
        'bob@oakfield.example',
      ]);
      expect(bot.contacts.of('29:bob')).toMatchObject({
        checkedAt: bot.clock.now(),
        address: { serviceUrl: bot.connector.url, bot: `28:${bot.connector.appId}` },
      });
      expect(bot.contacts.of('29:bob')?.seenAt).toBeUndefined();
      expect(bot.turns).toEqual([]);
      expect(bot.connector.posted).toEqual([]);
    });

    it('whoever joins it later is learned too', async () => {
      bot.connector.teams.set('team-1', ['29:jo']);
      await bot.client.installs(JO, inChannel('team-1'));
      bot.connector.teams.set('team-1', ['29:jo', '29:ann']);
      const joined = { ...inChannel('team-1'), type: 'conversationUpdate', membersAdded: [{ id: '29:ann' }] };
      await bot.client.deliver(bot.client.activity(JO, joined));
      expect(bot.contacts.of('29:ann')?.email).toBe('ann@oakfield.example');
    });

    it('a chat and a last visit already known are kept, and who was unreachable is tried again', async () => {
      await bot.client.says(ANN, 'due');
      const before = bot.contacts.of('29:ann');
      await bot.client.installs(ANN, { action: 'remove' });
      bot.clock.pass(HOUR);
      await bot.client.installs(JO, inChannel('team-1'));
      expect(bot.contacts.of('29:ann')).toMatchObject({ address: before?.address, seenAt: before?.seenAt });
      expect(bot.contacts.of('29:ann')?.unreachable).toBeUndefined();
    });

    it('and the roster isn’t given, Teams is answered all the same and the log has a code', async () => {
      bot.connector.failOn(/pagedmembers/, { status: 403, code: 'Forbidden' });
      expect((await bot.client.installs(JO, inChannel('team-1'))).status).toBe(200);
      expect(bot.log.join()).toMatch(/not learned {"code":"Forbidden","status":403}/);
    });

    it('a colleague is looked up by their address later, in the teams the bot is in, at most once an hour', async () => {
      bot.connector.teams.set('team-1', ['29:jo']);
      await bot.client.installs(JO, inChannel('team-1'));
      const asked = () => bot.connector.requests.filter(({ path }) => path.includes('pagedmembers')).length;
      expect(asked()).toBe(1);
      bot.connector.teams.set('team-1', ['29:jo', '29:ann']);
      expect(await bot.channel.locate?.('ann@oakfield.example')).toBeUndefined();
      expect(asked()).toBe(1);
      bot.clock.pass(HOUR);
      const found = (await bot.channel.locate?.('ann@oakfield.example')) ?? expect.fail();
      expect(found).toMatchObject({ userId: '29:ann', tenant: 'school-tenant' });
      await bot.channel.send(found, aCard('for Ann'), 'key-1');
      expect(bot.connector.posted.at(-1)?.conversation).toBe('chat:29:ann');
      bot.clock.pass(HOUR);
      expect(await bot.channel.locate?.('nobody@oakfield.example')).toBeUndefined();
    });

    it('a team that the bot is in no more is asked once, and forgotten', async () => {
      await bot.client.installs(JO, inChannel('team-1'));
      bot.clock.pass(HOUR);
      bot.connector.teams.delete('team-1');
      expect(await bot.channel.locate?.('ann@oakfield.example')).toBeUndefined();
      expect(bot.contacts.of('teams')?.groups).toEqual([]);
    });

    it('and Teams does not answer later, that is said, and the team is not forgotten', async () => {
      await bot.client.installs(JO, inChannel('team-1'));
      bot.clock.pass(HOUR);
      bot.connector.failOn(/pagedmembers/, { status: 502 });
      await expect(bot.channel.locate?.('ann@oakfield.example')).rejects.toThrow();
      expect(bot.contacts.of('teams')?.groups?.map(({ id }) => id)).toEqual(['team-1']);
    });

    it('the colleagues can be written to 1:1', async () => {
      await bot.client.installs(JO, inChannel('team-1'));
      const contact = bot.contacts.of('29:bob') ?? expect.fail();
      await bot.channel.send(contact, aCard('for Bob'), 'key-1');
      expect(bot.connector.posted).toMatchObject([{ conversation: 'chat:29:bob' }]);
    });
  });
});
