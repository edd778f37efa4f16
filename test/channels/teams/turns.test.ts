import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Inbound, Reply } from '../../../src/channels/channel.ts';
import { aCard, JO, startTeamsBot, type TeamsBot } from '../../support/teams-bot.ts';
import { inChannel } from '../../support/teams-client.ts';

let bot: TeamsBot;
beforeAll(async () => {
  bot = await startTeamsBot();
});
beforeEach(() => {
  bot.turns.length = 0;
  bot.log.length = 0;
  bot.connector.requests.length = 0;
  bot.connector.posted.length = 0;
  bot.reply(() => ({ kind: 'new', show: aCard('hello') }));
});

const said = (): Inbound['said'] | undefined => bot.turns[0]?.said;
const shown = () =>
  bot.connector.posted.map(({ conversation, updates, activity }) => ({
    conversation,
    updates,
    text: activity.text,
    card: JSON.stringify(activity.attachments)?.match(/"text":"(.*?)"/)?.[1],
  }));
const hello = { conversation: 'chat:29:jo', updates: 0, text: undefined, card: 'hello' };

describe('when somebody types', () => {
  it.each([
    ['review due', 'review due'],
    ['<at>SEND reviews</at> due', 'due'],
    ['<at>SEND reviews</at>\u00a0 start&nbsp;Sam &amp; co\n', 'start Sam & co'],
    ['<p>review&#32;due</p>', 'review due'],
    ['5 &lt; 6 &#x26; 7', '5 < 6 & 7'],
    ['ask <at>Ann Assistant</at>', 'ask Ann Assistant'],
    ['<p>5 <p', '5 <p'],
    ['', ''],
  ])('"%s", "%s" is what was said', async (text, heard) => {
    const entities = [
      { type: 'mention', text: '<at>SEND reviews</at>', mentioned: { id: `28:${bot.connector.appId}` } },
      { type: 'mention', text: '<at>Ann Assistant</at>', mentioned: { id: '29:ann' } },
      { type: 'clientInfo', locale: 'en-GB' },
    ];
    await bot.client.says(JO, text, { entities });
    expect(said()).toEqual({ kind: 'text', text: heard });
  });

  it('the turn knows who, and the card comes below, with a summary and without text', async () => {
    await bot.client.says(JO, 'due');
    expect(bot.turns[0]).toMatchObject({
      channel: 'teams',
      email: 'jo.teacher@oakfield.example',
      tenant: 'school-tenant',
    });
    expect(shown()).toEqual([hello]);
    expect(bot.connector.posted[0]?.activity).toMatchObject({
      summary: 'Review K7Q4: something for you',
      attachments: [{ contentType: 'application/vnd.microsoft.card.adaptive', content: aCard('hello').card }],
    });
  });

  it('and Teams asks for a moment, the card comes a moment later', async () => {
    bot.connector.failOn(/activities/, { status: 429, retryAfter: 0 });
    expect((await bot.client.says(JO, 'due')).status).toBe(200);
    expect(shown()).toEqual([hello]);
  });
});

describe('what was stored', () => {
  const tooLarge = { status: 413, code: 'MessageSizeTooBig' } as const;

  it.each([
    ['saved', true, /^Saved\. Teams could not show/],
    ['not known to be saved', undefined, /^Teams could not show the answer/],
  ] as const)('and is %s, is told in a sentence where its card is refused', async (_, saved, says) => {
    bot.reply(() => ({ kind: 'new', show: aCard('done'), ...(saved && { saved }) }));
    bot.connector.failOn(/POST .*activities/, tooLarge);
    expect((await bot.client.says(JO, 'due')).status).toBe(200);
    expect(shown()).toMatchObject([{ text: expect.stringMatching(says) }]);
  });

  it('is told in a sentence at once where Teams asks for more than a moment', async () => {
    bot.reply(() => ({ kind: 'new', show: aCard('done'), saved: true }));
    bot.connector.failOn(/POST .*activities/, { status: 429, retryAfter: 60 });
    expect((await bot.client.says(JO, 'due')).status).toBe(200);
    expect(shown()).toMatchObject([{ text: expect.stringMatching(/^Saved\. Teams could not show/) }]);
  });

  it('and was to take a card’s place, is shown a moment later where Teams asks for one', async () => {
    await bot.client.says(JO, 'due');
    const [id = ''] = bot.connector.posted.map((one) => one.id);
    bot.reply(() => ({ kind: 'replace', show: aCard('done'), saved: true }));
    bot.connector.failOn(/PUT .*activities/, { status: 429, retryAfter: 0 });
    await bot.client.presses(JO, id, { do: 'submit' }, {});
    expect(shown()).toMatchObject([{ updates: 1, card: 'done' }]);
  });

  it('or typed, and is more than Teams takes in one card, comes in cards that fit', async () => {
    const text = 'x'.repeat(40 * 1024);
    const inPieces = () => [aCard('one'), aCard('two')];
    bot.reply(() => ({ kind: 'invalid', errors: {}, show: aCard(text), inPieces }));
    await bot.client.presses(JO, 'm1', { do: 'submit' }, {});
    expect(shown().map(({ card }) => card)).toEqual(['one', 'two']);
  });

  it('or typed in a form, and is more than Teams takes in one card, comes in parts of the form, one below the other', async () => {
    const box = (id: string) => ({ type: 'Input.Text', id, label: id, value: 'x'.repeat(15 * 1024) });
    const data = { send: { do: 'submit', once: 'o1' } };
    const card = {
      ...aCard('again').card,
      body: [{ type: 'TextBlock', text: 'Evidence' }, ...['a', 'b', 'c'].map(box)],
      actions: [{ type: 'Action.Submit', title: 'Send', data }],
    };
    const form = { title: 'Evidence', open: 'Evidence', data: { do: 'form' } };
    bot.reply(() => ({ kind: 'invalid', errors: {}, show: { ...aCard('again'), card, form } }));
    await bot.client.presses(JO, 'm1', { do: 'submit' }, {});
    const cards = bot.connector.posted.map((one) => JSON.stringify(one));
    expect(cards.map((one) => ['a', 'b', 'c'].filter((id) => one.includes(`"id":"${id}"`)))).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
    expect(cards.map((one) => /"part":"([^"]*)"/.exec(one)?.[1])).toEqual(['a,b', 'c']);
  });

  it('or typed, and is refused as too large though it seemed to fit, comes in cards, too', async () => {
    const inPieces = () => [aCard('one'), aCard('two')];
    bot.reply(() => ({ kind: 'invalid', errors: {}, show: aCard('all of it'), inPieces }));
    bot.connector.failOn(/PUT .*activities/, tooLarge);
    bot.connector.failOn(/POST .*activities/, tooLarge);
    await bot.client.presses(JO, 'm1', { do: 'submit' }, {});
    expect(shown().map(({ card }) => card)).toEqual(['one', 'two']);
  });
});

/** Where a button of the message m1 of Jo’s own chat stands. */
const AT_M1 = { serviceUrl: expect.any(String), conversation: 'chat:29:jo', activity: 'm1' };

describe('when somebody presses a button', () => {
  const form = async () => {
    await bot.client.says(JO, 'due');
    return bot.connector.posted[0]?.id ?? '';
  };
  const replyWith = (kind: Reply['kind']) =>
    bot.reply(() =>
      kind === 'invalid'
        ? { kind, errors: { when: 'Please say when.' }, show: aCard('again') }
        : { kind, show: aCard('done') },
    );

  it('its data and what stood in the inputs reach the turn, as strings', async () => {
    await bot.client.presses(
      JO,
      'm1',
      { do: 'submit', review: 'r1' },
      { what: 'a pen', when: '', n: 3, yes: true, none: null, msteams: { type: 'x' } },
    );
    expect(said()).toEqual({
      kind: 'press',
      data: { do: 'submit', review: 'r1' },
      values: { what: 'a pen', when: '', n: '3', yes: 'true', none: '' },
      at: AT_M1,
    });
  });

  it.each([
    ['replace', 'done'],
    ['invalid', 'again'],
  ] as const)('and the reply is "%s", the card is updated in its place', async (kind, card) => {
    const on = await form();
    replyWith(kind);
    expect((await bot.client.presses(JO, on, { do: 'submit' })).status).toBe(200);
    expect(shown()).toEqual([{ ...hello, updates: 1, card }]);
  });

  it('and the reply is "new", a card comes below and the first stays', async () => {
    const on = await form();
    replyWith('new');
    await bot.client.presses(JO, on, { do: 'next' });
    expect(shown()).toEqual([hello, { ...hello, card: 'done' }]);
  });

  it('and the card can’t be updated, the result comes below', async () => {
    replyWith('replace');
    expect((await bot.client.presses(JO, 'gone', { do: 'submit' })).status).toBe(200);
    expect(shown()).toEqual([{ ...hello, card: 'done' }]);
  });

  it.each([
    ['no data', { other: 1 }],
    ['no do', { send: { review: 'r1' } }],
    ['nested data', { send: { do: 'x', deep: { a: 1 } } }],
    ['data that is a list', { send: ['do'] }],
    ['an input that is an object', { send: { do: 'x' }, what: { a: 1 } }],
    ['a bare string', 'do'],
  ])('of %s, they are told politely and no turn is run', async (_, value) => {
    expect((await bot.client.says(JO, 'text beside it', { value })).status).toBe(200);
    expect(bot.turns).toEqual([]);
    expect(shown()[0]?.text).toMatch(/^I don’t know that button/);
  });

  describe('by Action.Execute', () => {
    it.each([
      ['replace', 'done'],
      ['invalid', 'again'],
    ] as const)('and the reply is "%s", the answer holds the card', async (kind, card) => {
      replyWith(kind);
      const { status, text } = await bot.client.executes(JO, 'm1', { do: 'submit' }, { what: 'a pen' });
      expect(said()).toEqual({ kind: 'press', data: { do: 'submit' }, values: { what: 'a pen' }, at: AT_M1 });
      expect(status).toBe(200);
      expect(JSON.parse(text)).toEqual({
        statusCode: 200,
        type: 'application/vnd.microsoft.card.adaptive',
        value: aCard(card).card,
      });
      expect(shown()).toEqual([]);
    });

    it('and the reply is "new", the card comes below and the answer says so', async () => {
      replyWith('new');
      const { text } = await bot.client.executes(JO, 'm1', { do: 'next' });
      expect(shown()).toEqual([{ ...hello, card: 'done' }]);
      expect(JSON.parse(text)).toMatchObject({
        statusCode: 200,
        type: 'application/vnd.microsoft.activity.message',
        value: expect.stringMatching(/./),
      });
    });

    it('of another kind, it is not ours', async () => {
      const other = bot.client.activity(JO, { type: 'invoke', name: 'task/fetch', value: {} });
      expect((await bot.client.deliver(other)).status).toBe(501);
      expect(bot.turns).toEqual([]);
    });
  });
});

describe('when an activity is delivered more than once', () => {
  it('three times at once and once later, it is one turn and one card, and the same answer', async () => {
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    bot.reply(async () => {
      await finished;
      return { kind: 'replace', show: aCard('done') };
    });
    const activity = bot.client.activity(JO, { value: { send: { do: 'submit' } } });
    const deliveries = [1, 2, 3].map(() => bot.client.deliver(activity));
    await expect.poll(() => bot.turns.length).toBe(1);
    finish();
    const answers = await Promise.all(deliveries);
    answers.push(await bot.client.deliver(activity));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    expect(bot.turns).toHaveLength(1);
    expect(shown()).toHaveLength(1);
  });

  it('but under the same id in two conversations, it is two', async () => {
    const ann = { ...JO, id: '29:ann', email: 'ann@oakfield.example' };
    bot.connector.members.set(ann.id, ann);
    await bot.client.says(JO, 'due', { id: 'same' });
    await bot.client.says(ann, 'due', { id: 'same' });
    expect(bot.turns).toHaveLength(2);
  });

  it('but the reply could not be given the first time, the second time gives it', async () => {
    const activity = bot.client.activity(JO, { text: 'due' });
    bot.connector.failOn(/activities/, { status: 500 });
    expect((await bot.client.deliver(activity)).status).toBe(500);
    expect((await bot.client.deliver(activity)).status).toBe(200);
    expect(shown()).toEqual([hello]);
  });
});

describe('when a turn fails', () => {
  beforeEach(() => {
    bot.reply(() => {
      throw new Error('Ada Example is not stored');
    });
  });

  it('the person is told in one sentence, and the log has no names', async () => {
    expect((await bot.client.says(JO, 'due Ada Example')).status).toBe(200);
    expect(shown().map(({ text }) => text)).toEqual([
      'Something went wrong and nothing was changed. Please try again.',
    ]);
    expect(bot.log).toEqual(['error turn failed {} and an error']);
  });

  it('an Action.Execute is told in its answer', async () => {
    const { status, text } = await bot.client.executes(JO, 'm1', { do: 'submit' });
    expect(status).toBe(200);
    expect(JSON.parse(text).value).toMatch(/^Something went wrong/);
  });

  it('and they can’t be told either, the answer is 500 without detail', async () => {
    bot.connector.failOn(/activities/, { status: 500 });
    expect(await bot.client.says(JO, 'due')).toEqual({ status: 500, text: '' });
  });
});

describe('when somebody speaks where others read along', () => {
  const channelThread = '19:channel@thread.tacv2;messageid=1';
  const privately = {
    conversation: channelThread,
    updates: 0,
    text: 'I’ve sent it to you privately.',
    card: undefined,
  };

  it.each(['channel', 'groupChat', undefined])(
    '(%s), the card goes to their own chat and the others see one sentence',
    async (kind) => {
      const where = inChannel('team-1', kind);
      await bot.client.says(JO, 'due', where);
      expect(said()).toEqual({ kind: 'text', text: 'due', openly: true });
      expect(shown()).toEqual([hello, privately]);
    },
  );

  it('a "replace" replaces nothing there: it goes to their own chat', async () => {
    bot.reply(() => ({ kind: 'replace', show: aCard('done') }));
    await bot.client.says(JO, '', { ...inChannel(), replyToId: 'm1', value: { send: { do: 'submit' } } });
    expect(shown()).toEqual([{ ...hello, card: 'done' }, privately]);
  });

  it('an Action.Execute is not answered with a card there', async () => {
    bot.reply(() => ({ kind: 'replace', show: aCard('done') }));
    const value = { action: { type: 'Action.Execute', data: { send: { do: 'submit' } } } };
    const activity = { ...inChannel(), type: 'invoke', name: 'adaptiveCard/action', value };
    const { text } = await bot.client.deliver(bot.client.activity(JO, activity));
    expect(JSON.parse(text).value).toBe('I’ve sent it to you privately.');
    expect(shown()).toEqual([{ ...hello, card: 'done' }]);
  });

  it.each([
    [
      { status: 403, code: 'BotNotInConversationRoster' },
      /^I can’t write to you privately yet\. Please open this app/,
    ],
    [{ status: 500 }, /^I couldn’t reach you privately just now/],
  ])('and can’t be reached privately (%j), that is all that is said', async (fault, sentence) => {
    bot.connector.failOn(/chat:29:jo\/activities/, fault);
    await bot.client.says(JO, 'due', inChannel());
    expect(shown()).toEqual([{ ...privately, text: expect.stringMatching(sentence) }]);
  });
});

describe('when the bot is stopped', () => {
  it('the turns in hand are answered first, and nothing further is taken', async () => {
    const own = await startTeamsBot();
    let finish = () => {};
    own.reply(
      () =>
        new Promise<Reply>((resolve) => {
          finish = () => resolve({ kind: 'new', show: aCard('hello') });
        }),
    );
    const delivery = own.client.says(JO, 'due');
    await expect.poll(() => own.turns.length).toBe(1);
    let stopped = false;
    const stopping = own.channel.stop().then(() => {
      stopped = true;
    });
    expect((await own.client.says(JO, 'late')).status).toBe(503);
    expect(stopped).toBe(false);
    finish();
    await stopping;
    expect(own.connector.posted).toHaveLength(1);
    expect((await delivery).status).toBe(200);
    expect(own.turns).toHaveLength(1);
  });
});
