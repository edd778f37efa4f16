import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { messageOf, words } from '../../support/slack-cards.ts';
import { slackPerson } from '../../support/slack-client.ts';
import {
  commandOf,
  deliverEvent,
  deliverForm,
  deliverInteraction,
  eventOf,
  unique,
} from '../../support/slack-delivery.ts';
import { soon } from '../../support/soon.ts';

const SAM = 'sam@school.example';
const ALEX = 'alex@school.example';

async function started(): Promise<SlackBot> {
  const bot = await slackBot();
  bot.answers(() => ({ kind: 'new', show: messageOf([words('About Ada')]) }));
  return bot;
}
const sam = (bot: SlackBot) => bot.workspace.userId(SAM);
const dmOf = async (bot: SlackBot, email: string): Promise<string> => {
  const users = bot.workspace.userId(email);
  const { channel } = await bot.workspace.api('conversations.open', { users }, bot.workspace.botToken);
  return (channel as { id: string }).id;
};
const pressIn = (bot: SlackBot, channel: string, more: object = {}) => ({
  type: 'block_actions',
  user: { id: sam(bot) },
  team: { id: bot.workspace.teamId },
  trigger_id: unique(),
  channel: { id: channel },
  container: { type: 'message', message_ts: '1.1' },
  actions: [
    { type: 'button', action_id: 'press-0', block_id: 'b', action_ts: unique(), value: '{"do":"x"}' },
  ],
  ...more,
});

describe('a request', () => {
  it('whose time is past is refused before any of it is read', async () => {
    const bot = await started();
    const status = await new Promise<string>((resolve, reject) => {
      const { port } = new URL(bot.url);
      const socket = connect(Number(port), '127.0.0.1', () =>
        socket.write(
          'POST /slack/events HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n' +
            'X-Slack-Request-Timestamp: 1000000000\r\nX-Slack-Signature: v0=1\r\n\r\nbeg',
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

  it('of another workspace, signed though it is, goes no further, whatever it is', async () => {
    const bot = await started();
    const other = { team_id: 'T0OTHER' };
    await deliverForm(bot, { ...commandOf(bot.workspace, sam(bot), 'due'), ...other });
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: await dmOf(bot, SAM),
      user: sam(bot),
      text: 'due',
    };
    await deliverEvent(bot, { ...eventOf(bot.workspace, event), ...other });
    await deliverInteraction(bot, { ...pressIn(bot, await dmOf(bot, SAM)), team: { id: 'T0OTHER' } });
    await deliverInteraction(bot, {
      type: 'view_submission',
      user: { id: sam(bot) },
      team: { id: 'T0OTHER' },
      view: { id: 'V1', hash: 'h', private_metadata: '{}', state: { values: {} } },
    });
    await slackPerson(bot, SAM).says('after');
    await soon(() => expect(bot.heard.map(({ said }) => said)).toEqual([{ kind: 'text', text: 'after' }]));
    expect(bot.logged.filter((line) => line.startsWith('of another workspace'))).toHaveLength(4);
  });
});

describe('an answer', () => {
  it.each([
    'https://evil.example/hook',
    'http://hooks.slack.com/x',
    'https://hooks.slack.com.evil.example/x',
    'https://hooks.slack.com@evil.example/x',
    'nonsense',
  ])('is not posted to %s, but put into their private chat', async (response_url) => {
    const bot = await started();
    await deliverForm(bot, { ...commandOf(bot.workspace, sam(bot), 'due'), response_url });
    await soon(async () => expect(await slackPerson(bot, SAM).messages()).toHaveLength(1));
  });

  it('to a message that says it came in a colleague’s private chat goes to their own', async () => {
    const bot = await started();
    const channel = await dmOf(bot, ALEX);
    const event = { type: 'message', channel_type: 'im', channel, user: sam(bot), text: 'due' };
    await deliverEvent(bot, eventOf(bot.workspace, event));
    await soon(async () => expect(await slackPerson(bot, SAM).messages()).toHaveLength(1));
    expect(await slackPerson(bot, ALEX).messages()).toEqual([]);
    expect(bot.contacts.get(sam(bot))?.address).toEqual({ channel: await dmOf(bot, SAM) });
  });

  it('to a message that says a channel is a private chat is given to nobody', async () => {
    const bot = await started();
    const event = {
      type: 'message',
      channel_type: 'im',
      channel: bot.workspace.channel,
      user: sam(bot),
      text: 'due',
    };
    await deliverEvent(bot, eventOf(bot.workspace, event));
    await slackPerson(bot, SAM).says('after');
    await soon(() => expect(bot.heard).toHaveLength(1));
  });

  it('to a button that says it stood in a colleague’s private chat goes to their own, and changes nothing there', async () => {
    const bot = await started();
    bot.answers(() => ({ kind: 'replace', show: messageOf([words('About Ada')]) }));
    await deliverInteraction(bot, pressIn(bot, await dmOf(bot, ALEX)));
    await soon(async () => expect(await slackPerson(bot, SAM).messages()).toHaveLength(1));
    expect(bot.workspace.calls.filter(({ method }) => method === 'chat.update')).toEqual([]);
    expect(bot.heard[0]?.said).not.toHaveProperty('at');
  });

  it('to a window that says it was opened from a colleague’s private chat goes to their own', async () => {
    const bot = await started();
    const place = { at: 'dm', channel: await dmOf(bot, ALEX), ts: '1.1' };
    await deliverInteraction(bot, {
      type: 'view_submission',
      user: { id: sam(bot) },
      team: { id: bot.workspace.teamId },
      view: {
        ...{ id: 'V1', hash: 'h', type: 'modal', state: { values: {} } },
        private_metadata: JSON.stringify({ send: { do: 'submit' }, origin: { place, own: true } }),
      },
    });
    await soon(async () => expect(await slackPerson(bot, SAM).messages()).toHaveLength(1));
    expect(await slackPerson(bot, ALEX).messages()).toEqual([]);
  });
});
