import { describe, expect, it } from 'vitest';
import { type SlackBot, slackBot } from '../../support/slack-bot.ts';
import { messageOf, words } from '../../support/slack-cards.ts';
import { slackPerson } from '../../support/slack-client.ts';
import {
  commandOf,
  deliver,
  deliverEvent,
  deliverForm,
  deliverInteraction,
  eventOf,
} from '../../support/slack-delivery.ts';
import { soon } from '../../support/soon.ts';

const hello = { kind: 'new', show: messageOf([words('Hello')]) } as const;
const FORM = 'application/x-www-form-urlencoded';

async function bot(): Promise<SlackBot> {
  const made = await slackBot();
  made.answers(() => hello);
  return made;
}
const sam = (made: SlackBot) => made.workspace.userId('sam@school.example');
const command = (made: SlackBot) => commandOf(made.workspace, sam(made), 'due');

describe('what comes in', () => {
  it.each([
    ['a wrong signature', { secret: 'not-the-secret' }],
    ['a timestamp of six minutes ago', { skew: -360 }],
    ['a timestamp six minutes ahead', { skew: 360 }],
    ['no signature', { headers: { 'x-slack-signature': '' } }],
    ['a timestamp that is no number', { headers: { 'x-slack-request-timestamp': 'soon' } }],
  ])('is refused, given %s', async (_, signed) => {
    const made = await bot();
    expect((await deliverForm(made, command(made), signed)).status).toBe(401);
    expect((await deliverForm(made, { ...command(made), ssl_check: '1' }, signed)).status).toBe(401);
    expect((await deliverForm(made, command(made))).status).toBe(200);
    await soon(() => expect(made.heard).toHaveLength(1));
  });

  it('is refused, given a body over 256 KB', async () => {
    const made = await bot();
    const body = { ...command(made), text: 'x'.repeat(257 * 1024) };
    expect((await deliverForm(made, body)).status).toBe(413);
    expect(made.heard).toHaveLength(0);
  });

  it('answers what is malformed, signed though it is, and goes on working', async () => {
    const made = await bot();
    const bodies: [string, string][] = [
      ['null', 'application/json'],
      ['[]', 'application/json'],
      ['"text"', 'application/json'],
      ['{', 'application/json'],
      ['', 'application/json'],
      ['payload=null', FORM],
      ['payload=%7B', FORM],
      ['payload={}&payload={}', FORM],
    ];
    for (const [body, type] of bodies) {
      expect((await deliver(made, body, type)).status, body).toBe(400);
    }
    const wrong: object[] = [
      { type: 'event_callback', event: null },
      { type: 'event_callback', event: 'due' },
      { type: 'event_callback', event: { type: 'message', channel: null } },
      { type: 'event_callback', team_id: 'constructor', event: { type: 'message' } },
      { type: 'block_actions', actions: [] },
      { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' } },
      { type: 'view_submission', user: { id: 'U1', team_id: '__proto__' }, view: { id: 'V1' } },
      { type: 'message_action', callback_id: -1, user: { id: 'U1' } },
    ];
    for (const shape of wrong) {
      const send = 'event' in shape ? deliverEvent : deliverInteraction;
      expect((await send(made, shape)).status, JSON.stringify(shape)).toBe(400);
    }
    const shapes: object[] = [
      { type: 'event_callback', event: { type: 'message', channel_type: 'im' } },
      {
        type: 'block_actions',
        user: { id: 'U1' },
        team: { id: 'T1' },
        actions: [{ type: 'button', value: '{' }],
      },
      { type: 'view_submission', user: { id: 'U1' }, team: { id: 'T1' }, view: { id: 'V1' } },
    ];
    for (const shape of shapes) {
      const send = 'event' in shape ? deliverEvent : deliverInteraction;
      expect([200, 500], JSON.stringify(shape)).toContain((await send(made, shape)).status);
    }
    expect((await deliverForm(made, command(made))).status).toBe(200);
    await soon(() => expect(made.heard).toHaveLength(1));
  });

  it("answers Slack's question whether this is its address", async () => {
    const made = await bot();
    const response = await deliverEvent(made, { type: 'url_verification', challenge: 'abc' });
    expect(await response.json()).toEqual({ challenge: 'abc' });
  });

  it('becomes one turn, given an event delivered three times', async () => {
    const made = await bot();
    const event = eventOf(made.workspace, {
      type: 'message',
      channel_type: 'im',
      channel: 'D1',
      user: sam(made),
      text: 'due',
    });
    const retry = { headers: { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' } };
    const statuses = await Promise.all(
      [event, event, { ...event, event_id: 'EvOther' }].map((one) => deliverEvent(made, one, retry)),
    );
    expect(statuses.map(({ status }) => status)).toEqual([200, 200, 200]);
    await slackPerson(made, 'sam@school.example').says('after');
    await soon(() =>
      expect(made.heard.map(({ said }) => said)).toContainEqual({ kind: 'text', text: 'after' }),
    );
    // Whose turn comes first is not said: the other event's may be after what was said after it.
    await soon(() => expect(made.heard).toHaveLength(2));
  });

  it('becomes one turn, given a command and a press delivered three times', async () => {
    const made = await bot();
    const typed = command(made);
    for (let times = 0; times < 3; times += 1) await deliverForm(made, typed);
    const press = {
      type: 'block_actions',
      user: { id: sam(made) },
      team: { id: made.workspace.teamId },
      trigger_id: 't1',
      response_url: made.workspace.responseUrl(sam(made), made.workspace.channel),
      container: { type: 'message', is_ephemeral: true },
      actions: [
        { type: 'button', action_id: 'press-0', block_id: 'b', action_ts: '1.1', value: '{"do":"more"}' },
      ],
    };
    for (let times = 0; times < 3; times += 1) await deliverInteraction(made, press);
    await soon(() => expect(made.heard).toHaveLength(2));
    await slackPerson(made, 'sam@school.example').says('after');
    await soon(() =>
      expect(made.heard.map(({ said }) => said)).toContainEqual({ kind: 'text', text: 'after' }),
    );
    expect(made.heard).toHaveLength(3);
  });

  it('is not taken, given words of bots, changed messages, and channels the bot only reads', async () => {
    const made = await bot();
    const event = { type: 'message', channel_type: 'im', channel: 'D1', user: sam(made), text: 'due' };
    for (const more of [
      { bot_id: 'B1' },
      { subtype: 'message_changed' },
      { user: undefined },
      { channel_type: 'channel' },
    ]) {
      expect((await deliverEvent(made, eventOf(made.workspace, { ...event, ...more }))).status).toBe(200);
    }
    await slackPerson(made, 'sam@school.example').says('after');
    await soon(() => expect(made.heard).toHaveLength(1));
  });

  it('is heard as it was typed', async () => {
    const made = await bot();
    const person = slackPerson(made, 'sam@school.example');
    await person.says(
      'status A&amp;B &lt;3 <https://example.org|example.org> <mailto:a@b.example|a@b.example> <https://x.example>',
    );
    await person.mentions(' due ');
    await soon(() => expect(made.heard).toHaveLength(2));
    expect(made.heard.map(({ said }) => said)).toEqual([
      { kind: 'text', text: 'status A&B <3 example.org a@b.example https://x.example' },
      { kind: 'text', text: 'due', openly: true },
    ]);
  });

  it('is refused before the start and after the stop, so that Slack delivers it again', async () => {
    const made = await bot();
    await made.channel.stop();
    expect((await deliverForm(made, command(made))).status).toBe(503);
    expect(made.heard).toHaveLength(0);
  });

  it('is finished before the stop is over', async () => {
    const made = await bot();
    let go: () => void = () => {};
    const wait = new Promise<void>((resolve) => {
      go = resolve;
    });
    made.answers(async () => {
      await wait;
      return hello;
    });
    await deliverForm(made, command(made));
    await soon(() => expect(made.heard).toHaveLength(1));
    let stopped = false;
    const stop = made.channel.stop().then(() => {
      stopped = true;
    });
    expect((await deliverForm(made, command(made))).status).toBe(503);
    expect(stopped).toBe(false);
    go();
    await stop;
    expect(slackPerson(made, 'sam@school.example').ephemerals()[0]?.words).toBe('Hello');
  });

  it('leaves no names and no words in the log', async () => {
    const made = await bot();
    made.answers(() => {
      throw new Error('Amara Khan');
    });
    const person = slackPerson(made, 'sam@school.example');
    await person.command('status Amara Khan');
    await soon(() => expect(person.ephemerals()[0]?.words).toContain('Something went wrong'));
    await deliver(made, '{"text":"Amara', 'application/json');
    expect(made.logged.length).toBeGreaterThan(0);
    expect(made.logged.join('\n')).not.toMatch(/Amara|sam@/);
  });

  it('needs a way to know what is Slack: a signing secret or an app token', async () => {
    const { slackChannel } = await import('../../../src/channels/slack/slack.ts');
    const made = await bot();
    const options = { botToken: 'x', clock: made.clock, log: { info() {}, warn() {}, error() {} } };
    const contacts = { find: async () => undefined, update: async () => expect.fail() };
    expect(() => slackChannel({ ...options, contacts })).toThrow(/signing secret/);
  });
});
