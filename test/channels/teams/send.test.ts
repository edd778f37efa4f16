import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { TryLater, Uncertain, Unreachable } from '../../../src/channels/channel.ts';
import type { Contact } from '../../../src/domain/school/contact.ts';
import type { Fault } from '../../support/fake-connector.ts';
import { aCard, JO, startTeamsBot, type TeamsBot } from '../../support/teams-bot.ts';

let bot: TeamsBot;
let jo: Contact;
beforeAll(async () => {
  bot = await startTeamsBot({ timeoutMs: 300 });
});
beforeEach(async () => {
  await bot.client.says(JO, 'due');
  jo = bot.contacts.of('29:jo') ?? expect.fail();
  bot.connector.requests.length = 0;
  bot.connector.posted.length = 0;
});
afterEach(() => bot.connector.refuseTokens(false));

const asked = () => bot.connector.requests.map(({ method, path }) => `${method} ${path}`);
const send = (to: Contact = jo) => bot.channel.send(to, aCard('a nudge'), 'key-1');
const failure = (to: Contact = jo): Promise<unknown> =>
  send(to).then(
    () => expect.fail('it was sent'),
    (error) => error,
  );
const POST = 'POST /v3/conversations/chat:29:jo/activities';
const unopened = (): Contact => ({ ...jo, address: { serviceUrl: bot.connector.url, bot: '28:bot' } });

describe('a message', () => {
  it('is sent once, to their own chat, as a card with a summary, and is referred to afterwards', async () => {
    const ref = await send();
    expect(asked()).toEqual([POST]);
    expect(bot.connector.posted[0]).toMatchObject({
      conversation: 'chat:29:jo',
      activity: {
        type: 'message',
        summary: 'Review K7Q4: something for you',
        recipient: { id: '29:jo' },
        from: { id: `28:${bot.connector.appId}` },
        attachments: [{ content: aCard('a nudge').card }],
      },
    });
    expect(ref).toEqual({
      serviceUrl: bot.connector.url,
      conversation: 'chat:29:jo',
      activity: bot.connector.posted[0]?.id,
    });
  });

  it('to somebody whose chat isn’t known opens it first, and the chat is kept', async () => {
    await send(unopened());
    expect(asked()).toEqual(['POST /v3/conversations', POST]);
    expect(bot.contacts.of('29:jo')?.address).toMatchObject({ conversation: 'chat:29:jo' });
  });

  it('to somebody never heard of in Teams is not sent', async () => {
    const { address: _, ...unknown } = jo;
    expect(await failure(unknown)).toEqual(new Unreachable('not-installed'));
    expect(asked()).toEqual([]);
  });

  it('does not take the bot’s token to a host that isn’t allowed', async () => {
    const elsewhere = { ...jo, address: { ...jo.address, serviceUrl: 'https://evil.example/' } };
    expect(await failure(elsewhere)).toBeInstanceOf(Unreachable);
  });
});

describe('when Teams refuses a message', () => {
  it.each([
    [{ status: 403, code: 'BotNotInConversationRoster' }, 'not-installed'],
    [{ status: 403, code: 'BotDisabledByAdmin' }, 'blocked'],
    [{ status: 403, code: 'MessageWritesBlocked' }, 'blocked'],
    [{ status: 403, code: 'ConversationBlockedByUser' }, 'blocked'],
    [{ status: 404, code: 'ConversationNotFound' }, 'not-found'],
  ])('with %j, they are unreachable', async (fault, why) => {
    bot.connector.failOn(/activities/, fault);
    expect(await failure()).toEqual(new Unreachable(why as 'blocked'));
    expect(asked()).toEqual([POST]);
  });

  it('and they are unreachable, the chat is opened anew and the directory asked the next time', async () => {
    bot.connector.failOn(/activities/, { status: 404, code: 'ConversationNotFound' });
    await failure();
    const now = bot.contacts.of('29:jo') ?? expect.fail();
    expect(now.checkedAt).toBeUndefined();
    await send(now);
    expect(asked()).toEqual([POST, 'POST /v3/conversations', POST]);
  });

  it.each([
    [{ status: 429, retryAfter: 7 }, 7_000],
    [{ status: 429 }, 60_000],
    [{ status: 412, retryAfter: 2 }, 2_000],
    [{ status: 429, retryAfter: 86_400 }, 3_600_000],
    [{ status: 400, code: 'BadSyntax' }, 900_000],
    [{ status: 413, code: 'MessageSizeTooBig' }, 900_000],
  ])('with %j, it is known not to be sent and may be tried later', async (fault, afterMs) => {
    bot.connector.failOn(/activities/, fault);
    expect(await failure()).toEqual(new TryLater(afterMs));
    expect(asked()).toEqual([POST]);
  });

  it.each<Fault>([
    { status: 500 },
    { status: 502, retryAfter: 1 },
    { status: 503 },
    { status: 504 },
    'drop',
    'hang',
  ])('or nobody knows (%j), it is uncertain, and it is not sent again by itself', async (fault) => {
    bot.connector.failOn(/activities/, fault, 9);
    try {
      expect(await failure()).toBeInstanceOf(Uncertain);
      expect(asked()).toEqual([POST]);
    } finally {
      bot.connector.heal();
    }
  });

  it('the log has the code, and nothing of the message or the person', async () => {
    bot.log.length = 0;
    bot.connector.failOn(/activities/, { status: 403, code: 'MessageWritesBlocked' });
    await failure();
    expect(bot.log).toEqual(['warn sending failed {"code":"MessageWritesBlocked","status":403}']);
  });
});

describe('when a message never leaves', () => {
  it.each<[string, Fault]>([
    ['opening the chat fails', { status: 502 }],
    ['opening the chat breaks off', 'drop'],
    ['opening the chat hangs', 'hang'],
  ])('because %s, it may be tried later', async (_, fault) => {
    bot.connector.failOn(/conversations$/, fault);
    expect(await failure(unopened())).toBeInstanceOf(TryLater);
    expect(asked()).toEqual(['POST /v3/conversations']);
  });

  it('because the chat can’t be opened for somebody who isn’t there, they are unreachable', async () => {
    bot.connector.failOn(/conversations$/, { status: 403, code: 'BotNotInConversationRoster' });
    expect(await failure(unopened())).toEqual(new Unreachable('not-installed'));
  });

  it('because there is no token, it may be tried later, and the trouble is said', async () => {
    expect(await bot.channel.trouble()).toBeUndefined();
    bot.connector.refuseTokens(true);
    expect(await failure()).toBeInstanceOf(TryLater);
    expect(asked()).toEqual([]);
    expect(await bot.channel.trouble()).toMatch(/MicrosoftAppPassword/);
  });

  it('because nothing listens, it may be tried later', async () => {
    const gone = await startTeamsBot();
    await gone.client.says(JO, 'due');
    const contact = gone.contacts.of('29:jo') ?? expect.fail();
    const away = { ...contact, address: { ...contact.address, serviceUrl: 'http://127.0.0.1:1/' } };
    const error = await gone.channel.send(away, aCard('a nudge'), 'key-1').catch((it: unknown) => it);
    expect(error).toBeInstanceOf(TryLater);
  });
});
