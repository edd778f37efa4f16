import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Reply } from '../../../src/channels/channel.ts';
import { plainCard, recordedCard } from '../../support/sandbox-cards.ts';
import { type SandboxClient, sandboxClient } from '../../support/sandbox-client.ts';
import { type Demo, demoTurn, PRIYA, startDemo, TOM } from '../../support/sandbox-demo.ts';

let demo: Demo;
let client: SandboxClient;
beforeEach(async () => {
  demo = await startDemo();
  client = sandboxClient(demo.server.url);
});
afterEach(() => demo.stop());

const chat = async (person: string) => (await client.messages(person)).messages;
const lastOf = async (person: string) => {
  const last = (await chat(person)).at(-1);
  if (!last) throw new Error('nothing was said');
  return last;
};

describe('a turn of typed text', () => {
  test('goes to the conversation as its person, and the reply stands below what was typed', async () => {
    const { status, body } = await client.say(PRIYA.email, ' review due ');

    expect(status).toBe(200);
    expect(demo.inbounds).toEqual([
      {
        channel: 'sandbox',
        account: PRIYA.email,
        email: PRIYA.email,
        tenant: 'sandbox',
        said: { kind: 'text', text: 'review due' },
      },
    ]);
    const [typed, reply] = await chat(PRIYA.email);
    expect(typed).toMatchObject({ from: 'person', text: 'review due', at: '2026-11-23T08:30:00.000Z' });
    expect(reply).toMatchObject({ id: body.message, from: 'bot', unread: false });
    expect(await chat(TOM.email)).toEqual([]);
  });

  test('sent again with the same delivery, at once or later, is one turn with one answer', async () => {
    const delivery = randomUUID();
    const both = await Promise.all([
      client.say(PRIYA.email, 'mine', delivery),
      client.say(PRIYA.email, 'mine', delivery),
    ]);
    const later = await client.say(PRIYA.email, 'mine', delivery);

    expect(demo.inbounds).toHaveLength(1);
    expect(await chat(PRIYA.email)).toHaveLength(2);
    expect(new Set([...both, later].map(({ body }) => body.message)).size).toBe(1);
  });

  test('the same delivery from somebody else is their own', async () => {
    const delivery = randomUUID();
    await client.say(PRIYA.email, 'mine', delivery);
    await client.say(TOM.email, 'mine', delivery);

    expect(demo.inbounds.map(({ email }) => email)).toEqual([PRIYA.email, TOM.email]);
  });

  test('two things said in a row are answered in that order', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    demo.answerWith(async (inbound) => {
      if (inbound.said.kind === 'text' && inbound.said.text === 'first') await held;
      return demoTurn(inbound);
    });
    const first = client.say(PRIYA.email, 'first');
    await expect.poll(() => demo.inbounds.length).toBe(1);
    const second = client.say(PRIYA.email, 'second');
    await client.say(TOM.email, 'mine');

    expect(demo.inbounds.map(({ email }) => email)).toEqual([PRIYA.email, TOM.email]);
    letGo();
    await Promise.all([first, second]);
    expect((await chat(PRIYA.email)).map((message) => message.from)).toEqual([
      'person',
      'bot',
      'person',
      'bot',
    ]);
  });

  test('that fails says so without detail, marks what was typed, and can be tried again', async () => {
    demo.answerWith(() => Promise.reject(new Error('Leah Ahmed')));
    const delivery = randomUUID();
    const { status, body } = await client.say(PRIYA.email, 'review due', delivery);

    expect(status).toBe(500);
    expect(body).toEqual({ text: 'Something went wrong\n' });
    expect(demo.faults).toEqual(['/sandbox/say']);
    expect(await chat(PRIYA.email)).toMatchObject([{ from: 'person', failed: true }]);

    demo.answerWith(demoTurn);
    expect((await client.say(PRIYA.email, 'review due', delivery)).status).toBe(200);
  });
});

describe('a pressed button', () => {
  beforeEach(async () => {
    await client.say(PRIYA.email, 'review due');
  });

  test('takes its data and the inputs along; a new card stands below', async () => {
    const list = await lastOf(PRIYA.email);
    const { body } = await client.press(PRIYA.email, list.id, 'form', { note: '', by: '2026-12-01' });

    expect(demo.inbounds.at(-1)?.said).toEqual({
      kind: 'press',
      data: { do: 'form' },
      values: { note: '', by: '2026-12-01' },
      at: { message: list.id },
    });
    expect(body).toMatchObject({ reply: 'new' });
    expect(await lastOf(PRIYA.email)).toMatchObject({ id: body.message, from: 'bot' });
    expect(await chat(PRIYA.email)).toContainEqual(list);
  });

  test('a card that replaces stands where the old one stood, with a new revision', async () => {
    const list = await lastOf(PRIYA.email);
    demo.answerWith(
      async (): Promise<Reply> => ({ kind: 'replace', show: recordedCard({ strengths: 'x' }) }),
    );
    const { body } = await client.press(PRIYA.email, list.id, 'send');

    expect(body).toEqual({ message: list.id, reply: 'replace' });
    const now = await lastOf(PRIYA.email);
    expect(now).toMatchObject({
      id: list.id,
      at: list.at,
      show: recordedCard({ strengths: 'x' }),
      errors: {},
    });
    expect(now.revision).toBeGreaterThan(list.revision);
    expect((await client.messages(PRIYA.email, list.revision)).messages).toEqual([now]);
  });

  test('a form not accepted is shown again in its place with its errors, and accepted when put right', async () => {
    const list = await lastOf(PRIYA.email);
    await client.press(PRIYA.email, list.id, 'form');
    const form = await lastOf(PRIYA.email);

    const refused = await client.press(PRIYA.email, form.id, 'send', {
      strengths: 'reads',
      by: '2026-11-01',
    });
    expect(refused.body).toEqual({ message: form.id, reply: 'invalid' });
    const again = await lastOf(PRIYA.email);
    expect(again).toMatchObject({ id: form.id, errors: { by: expect.stringContaining('passed') } });
    expect(JSON.stringify(again)).toContain('reads');

    const taken = await client.press(PRIYA.email, form.id, 'send', { strengths: 'reads', by: '2026-12-01' });
    expect(taken.body).toEqual({ message: form.id, reply: 'replace' });
    expect(await lastOf(PRIYA.email)).toMatchObject({ errors: {} });
  });

  test('pressed twice with one delivery is one turn', async () => {
    const list = await lastOf(PRIYA.email);
    const delivery = randomUUID();
    await Promise.all([1, 2, 3].map(() => client.press(PRIYA.email, list.id, 'form', {}, delivery)));

    expect(demo.inbounds.filter(({ said }) => said.kind === 'press')).toHaveLength(1);
  });

  test("on somebody else's card, or none, or one's own words, is no turn", async () => {
    const [typed, list] = await chat(PRIYA.email);
    for (const [person, message] of [
      [TOM.email, list?.id],
      [PRIYA.email, 'nothing'],
      [PRIYA.email, typed?.id],
    ]) {
      expect((await client.press(String(person), String(message), 'form')).status).toBe(404);
    }
    expect(demo.inbounds).toHaveLength(1);
  });
});

describe('unread', () => {
  test('what is sent is unread until it is looked at; a reply never is', async () => {
    await demo.send(TOM.email);
    await demo.send(TOM.email);
    await client.say(PRIYA.email, 'mine');
    expect(await client.unread(TOM.email)).toBe(2);
    expect(await client.unread(PRIYA.email)).toBe(0);

    const { revision } = await client.messages(TOM.email);
    await demo.send(TOM.email);
    await client.post('read', { person: TOM.email, revision });

    expect(await client.unread(TOM.email)).toBe(1);
  });
});

describe('the clock', () => {
  const moved = async (move: string) => {
    const { body } = await client.post('clock', { delivery: randomUUID(), move });
    return body.now;
  };

  test('goes on to the next school morning, by a day and by a week', async () => {
    expect(await moved('next-school-morning')).toBe('2026-11-24T08:00:00.000Z');
    expect(await moved('day')).toBe('2026-11-25T08:00:00.000Z');
    expect(await moved('week')).toBe('2026-12-02T08:00:00.000Z');
    expect((await client.state()).now).toBe('2026-12-02T08:00:00.000Z');
  });

  test('keeps the time of day at school when the clocks change', async () => {
    await demo.clock.moveTo('2027-03-22T08:00:00.000Z');

    expect(await moved('week')).toBe('2027-03-29T07:00:00.000Z');
  });

  test('moves once for one delivery', async () => {
    const body = { delivery: randomUUID(), move: 'week' };
    await Promise.all([client.post('clock', body), client.post('clock', body)]);

    expect((await client.state()).now).toBe('2026-11-30T08:30:00.000Z');
  });

  test('what is sent carries the time it was sent', async () => {
    await moved('day');
    await demo.send(TOM.email, plainCard('A reminder', 'due'));

    expect(await lastOf(TOM.email)).toMatchObject({ at: '2026-11-24T08:30:00.000Z', unread: true });
  });
});
