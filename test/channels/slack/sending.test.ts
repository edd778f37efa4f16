import { describe, expect, it } from 'vitest';
import { TryLater, Uncertain, Unreachable } from '../../../src/channels/channel.ts';
import type { Contact } from '../../../src/domain/school/contact.ts';
import { DAY, MINUTE } from '../../support/clock.ts';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { formOf, input, messageOf, typed, words } from '../../support/slack-cards.ts';
import { slackPerson } from '../../support/slack-client.ts';
import type { Failure } from '../../support/slack-workspace.ts';
import { soon } from '../../support/soon.ts';

const ALEX = 'alex@school.example';
const note = messageOf([words('An action is due')], [], 'Review K7Q4: an action is due');

async function knowing(options = {}): Promise<{ bot: SlackBot; alex: Contact }> {
  const bot = await slackBot(options);
  const alex = (await bot.channel.locate?.(ALEX)) ?? expect.fail();
  return { bot, alex };
}
const posts = ({ workspace }: SlackBot) =>
  workspace.calls.filter(({ method }) => method === 'chat.postMessage');
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => expect.fail('nothing thrown'),
    (error: unknown) => error,
  );

describe('a message of our own accord', () => {
  it('arrives in the private chat, with its key, and is found by it', async () => {
    const { bot, alex } = await knowing();
    const form = formOf([input('Text', 'a')]);
    const ref = await bot.channel.send(alex, note, 'key-1');
    await bot.channel.send(alex, form, 'key-2');
    const shown = await slackPerson(bot, ALEX).messages();
    expect(shown.map(({ notification }) => notification)).toEqual([note.notification, form.notification]);
    expect(shown[1]?.buttons).toEqual(['Open the form']);
    expect(ref).toEqual({
      channel: alex.address?.channel,
      ts: expect.stringMatching(/^\d+\.\d+$/),
      key: 'key-1',
    });
    expect(await bot.channel.delivered?.(alex, 'key-1')).toBe(true);
    expect(await bot.channel.delivered?.(alex, 'key-3')).toBe(false);
    expect(posts(bot)[0]?.args).toMatchObject({ unfurl_links: 'false', unfurl_media: 'false' });
    expect(bot.workspace.refused).toEqual([]);
  });

  it('is found among many, page by page', async () => {
    const { bot, alex } = await knowing();
    await bot.channel.send(alex, note, 'old');
    const channel = String(alex.address?.channel);
    for (let times = 0; times < 105; times += 1) {
      await bot.workspace.api('chat.postMessage', { channel, text: 'x' }, bot.workspace.botToken);
    }
    expect(await bot.channel.delivered?.(alex, 'old')).toBe(true);
  });

  it('opens the private chat of somebody never written to', async () => {
    const { bot, alex } = await knowing();
    const { address: _, ...unaddressed } = alex;
    await bot.channel.send(unaddressed, note, 'k');
    expect(await slackPerson(bot, ALEX).messages()).toHaveLength(1);
  });

  const faults: [string, Failure, new (...args: never[]) => Error, object][] = [
    ['they left', { error: 'user_disabled' }, Unreachable, { why: 'left' }],
    ['they are not found', { error: 'user_not_found' }, Unreachable, { why: 'not-found' }],
    ['they are not visible', { error: 'user_not_visible' }, Unreachable, { why: 'not-found' }],
    ['their chat is gone', { error: 'channel_not_found' }, Unreachable, { why: 'not-found' }],
    ['they may not be written to', { error: 'restricted_action' }, Unreachable, { why: 'blocked' }],
    ['Slack asks for less', { status: 429, headers: { 'retry-after': '7' } }, TryLater, { afterMs: 7000 }],
    ['Slack refuses what is sent', { error: 'invalid_blocks' }, TryLater, {}],
    ['the bot is no longer known', { error: 'account_inactive' }, TryLater, {}],
    ['the request is refused', { status: 403 }, TryLater, {}],
    ['Slack fails', { status: 503 }, Uncertain, {}],
    ['Slack fails in the middle', { error: 'internal_error' }, Uncertain, {}],
    ['Slack gives up reading', { error: 'request_timeout' }, Uncertain, {}],
    ['the connection is lost', 'drop', Uncertain, {}],
    ['Slack says nothing', 'hang', Uncertain, {}],
  ];
  it.each(faults)('is sent once and says what is known, given %s', async (_, failure, kind, more) => {
    // Only silence is waited for; all else answers, however busy the machine.
    const { bot, alex } = await knowing(failure === 'hang' ? { patience: { requestMs: 1000 } } : {});
    bot.workspace.fail('chat.postMessage', failure);
    const error = await thrown(bot.channel.send(alex, note, 'k'));
    expect(error).toBeInstanceOf(kind);
    expect(error).toMatchObject(more);
    expect(posts(bot)).toHaveLength(1);
    bot.workspace.mend();
    await bot.channel.send(alex, note, 'k');
    expect(await slackPerson(bot, ALEX).messages()).toHaveLength(1);
  });

  it('is known not to be sent, given Slack can not be connected to', async () => {
    const { bot, alex } = await knowing();
    await bot.workspace.close();
    // The first may still go down a connection that was open before, and then nobody knows.
    await soon(async () => {
      expect(await thrown(bot.channel.send(alex, note, 'k'))).toBeInstanceOf(TryLater);
    });
    expect(bot.logged.join()).toContain('ECONNREFUSED');
    bot.clock.pass(DAY);
    expect(await bot.channel.trouble()).toMatch(/can't be reached \(ECONNREFUSED\)/);
  });

  it('is not sent, given a card that Slack can not show', async () => {
    const { bot, alex } = await knowing();
    const long = messageOf([typed('x'.repeat(20_000))]);
    expect(await thrown(bot.channel.send(alex, long, 'k'))).toBeInstanceOf(TryLater);
    expect(posts(bot)).toHaveLength(0);
    expect(bot.logged.join()).toContain('card-messageWeight');
  });

  it.each([
    ['they left', { deleted: true }, 'left'],
    ['their address is now another', { profile: { email: 'x@school.example' } }, 'not-found'],
  ])('is not sent to whoever has the account now, given %s', async (_, change, why) => {
    const { bot, alex } = await knowing();
    await bot.channel.send(alex, note, 'k1');
    bot.workspace.amend(ALEX, change);
    bot.clock.pass(DAY);
    expect(await thrown(bot.channel.send(alex, note, 'k2'))).toMatchObject({ why });
    expect(posts(bot)).toHaveLength(1);
  });

  it('is not sent to people without an address or of another workspace', async () => {
    const { bot, alex } = await knowing();
    const { email: _, ...stranger } = alex;
    for (const contact of [stranger, { ...alex, tenant: 'T999' }]) {
      expect(await thrown(bot.channel.send(contact, note, 'k'))).toMatchObject({ why: 'not-found' });
    }
    expect(posts(bot)).toHaveLength(0);
  });

  it('asks the directory about the same person once a day', async () => {
    const { bot, alex } = await knowing();
    bot.clock.pass(DAY);
    for (const key of ['a', 'b', 'c']) {
      await bot.channel.send(alex, note, key);
      bot.clock.pass(MINUTE);
    }
    expect(bot.workspace.calls.filter(({ method }) => method === 'users.info')).toHaveLength(1);
  });

  it('can not be looked for while Slack asks for less, and is known later', async () => {
    const { bot, alex } = await knowing();
    bot.workspace.fail('conversations.history', { status: 429, headers: { 'retry-after': '3' } }, 1);
    expect(await thrown(bot.channel.delivered?.(alex, 'k') ?? expect.fail())).toMatchObject({
      afterMs: 3000,
    });
    expect(await bot.channel.delivered?.(alex, 'k')).toBe(false);
  });
});

describe('trouble', () => {
  it('is none while Slack knows the bot, which is asked once a minute', async () => {
    const { bot } = await knowing();
    expect(await bot.channel.trouble()).toBeUndefined();
    expect(await bot.channel.trouble()).toBeUndefined();
    const tests = () => bot.workspace.calls.filter(({ method }) => method === 'auth.test').length;
    expect(tests()).toBe(1);
    bot.clock.pass(2 * MINUTE);
    await bot.channel.trouble();
    expect(tests()).toBe(2);
  });

  it('is told at once when a message shows that the bot is no longer known', async () => {
    const { bot, alex } = await knowing();
    expect(await bot.channel.trouble()).toBeUndefined();
    bot.workspace.fail('chat.postMessage', { error: 'account_inactive' });
    bot.workspace.fail('auth.test', { error: 'account_inactive' });
    await thrown(bot.channel.send(alex, note, 'k'));
    expect(await bot.channel.trouble()).toMatch(/refuses the bot \(account_inactive\).*SLACK_BOT_TOKEN/);
  });
});
