import { afterEach, beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { Unreachable } from '../../../src/channels/channel.ts';
import { eachOnce } from '../../../src/channels/sandbox/people.ts';
import { contactId } from '../../../src/domain/school/contact.ts';
import { plainCard } from '../../support/sandbox-cards.ts';
import { type SandboxClient, sandboxClient } from '../../support/sandbox-client.ts';
import { type Demo, PRIYA, startDemo, TOM } from '../../support/sandbox-demo.ts';

let demo: Demo;
let client: SandboxClient;
beforeEach(async () => {
  demo = await startDemo();
  client = sandboxClient(demo.server.url);
});
afterEach(() => demo.stop());

const located = async (email: string) => {
  const contact = await demo.channel.locate?.(email);
  if (!contact) throw new Error(`${email} is not here`);
  return contact;
};

test('every member of staff can be located, and nobody else', async () => {
  expect(await located(TOM.email)).toMatchObject({
    id: contactId('sandbox', 'sandbox', TOM.email),
    version: 0,
    channel: 'sandbox',
    tenant: 'sandbox',
    userId: TOM.email,
    email: TOM.email,
  });
  expect(await demo.channel.locate?.('stranger@elsewhere.example')).toBeUndefined();
});

test('somebody whose address has changed is who they were, known by the new one', async () => {
  const moved = { ...TOM, address: 'tom.new@oakfield.example' };
  const there = await startDemo({ people: [PRIYA, moved] });
  onTestFinished(() => there.stop());
  await sandboxClient(there.server.url).say(TOM.email, 'review mine');
  expect(there.inbounds).toMatchObject([{ account: TOM.email, email: 'tom.new@oakfield.example' }]);
  const contact = await there.channel.locate?.('tom.new@oakfield.example');
  expect(contact).toMatchObject({ userId: TOM.email, email: 'tom.new@oakfield.example' });
  expect(await there.channel.locate?.(TOM.email)).toBeUndefined();
  await there.send('tom.new@oakfield.example');
  expect((await sandboxClient(there.server.url).messages(TOM.email)).messages).toHaveLength(3);
});

test('a message sent stands in that chat alone, and is known by its key', async () => {
  const tom = await located(TOM.email);
  const ref = await demo.channel.send(tom, plainCard('Hello', 'there'), 'key-1');

  expect((await client.messages(TOM.email)).messages).toMatchObject([
    { id: ref.message, from: 'bot', unread: true },
  ]);
  expect((await client.messages(PRIYA.email)).messages).toEqual([]);
  expect(await demo.channel.delivered?.(tom, 'key-1')).toBe(true);
  expect(await demo.channel.delivered?.(tom, 'key-2')).toBe(false);
});

test('a key sent twice is one message', async () => {
  const tom = await located(TOM.email);
  const first = await demo.channel.send(tom, plainCard('Hello', 'there'), 'key-1');
  const second = await demo.channel.send(tom, plainCard('Hello', 'there'), 'key-1');

  expect(second).toEqual(first);
  expect((await client.messages(TOM.email)).messages).toHaveLength(1);
});

test('who is not on the staff list is unreachable', async () => {
  const gone = { ...(await located(TOM.email)), userId: 'gone@oakfield.example' };

  await expect(demo.channel.send(gone, plainCard('Hello', 'there'), 'key')).rejects.toEqual(
    new Unreachable('not-found'),
  );
});

describe('events', () => {
  /** An open event stream: what has come so far, and whether it has ended. */
  async function listening() {
    const response = await fetch(`${demo.server.url}/sandbox/events`);
    const heard = { text: '', ended: false, type: response.headers.get('content-type') };
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    void (async () => {
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        heard.text += value ?? '';
        if (done) break;
      }
      heard.ended = true;
    })();
    await expect.poll(() => heard.text).toContain('event: changed');
    heard.text = '';
    return heard;
  }

  test("every page hears of each change: a message sent, a turn, what was read, the clock's move", async () => {
    const [one, two] = [await listening(), await listening()];
    expect(one.type).toContain('text/event-stream');
    const changes = [
      () => demo.send(TOM.email),
      () => client.say(PRIYA.email, 'mine'),
      () => client.post('read', { person: TOM.email, revision: 99 }),
      () => client.post('clock', { delivery: 'delivery-1', move: 'day' }),
    ];
    for (const change of changes) {
      one.text = two.text = '';
      await change();
      await expect.poll(() => one.text).toContain('event: changed');
      await expect.poll(() => two.text).toContain('event: changed');
    }
  });

  test('carry nothing of what was said', async () => {
    const heard = await listening();
    await demo.send(TOM.email, plainCard('Leah Ahmed', 'autism'));

    await expect.poll(() => heard.text).toContain('changed');
    expect(heard.text).not.toMatch(/Leah|autism|tom\.bell/);
  });

  test('end when the channel stops', async () => {
    const heard = await listening();
    await demo.channel.stop();

    await expect.poll(() => heard.ended).toBe(true);
  });
});

describe('stopping', () => {
  test('waits for the turn in hand, then takes no more, and says so', async () => {
    let letGo: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    demo.answerWith(async () => {
      await held;
      return { kind: 'new', show: plainCard('Answered', 'in the end') };
    });
    const inHand = client.say(PRIYA.email, 'mine');
    await expect.poll(() => demo.inbounds.length).toBe(1);
    let stopped = false;
    const stopping = demo.channel.stop().then(() => {
      stopped = true;
    });

    expect((await client.say(PRIYA.email, 'more')).status).toBe(503);
    expect(await demo.channel.trouble()).toMatch(/not taking messages/);
    expect(stopped).toBe(false);
    letGo();
    expect((await inHand).status).toBe(200);
    await stopping;
    expect(demo.inbounds).toHaveLength(1);
  });

  test('a channel that takes turns has no trouble', async () => {
    expect(await demo.channel.trouble()).toBeUndefined();
  });
});

test('who works at two schools is one person, shown with both, and nothing more is told of them', () => {
  const tom = {
    email: 'Tom.Bell@oakfield.example',
    name: 'Tom Bell',
    role: 'staff',
    school: 'Oakfield',
    toDo: 2,
    left: 'x',
  };

  expect(eachOnce([tom, { ...tom, school: 'Elm Park', toDo: 1 }])).toEqual([
    {
      email: 'tom.bell@oakfield.example',
      name: 'Tom Bell',
      role: 'staff',
      school: 'Oakfield and Elm Park',
      toDo: 3,
    },
  ]);
});

test('the page opens as the SENCO: they come first, then senior leaders, then everybody by name', () => {
  const one = (name: string, role: string) => ({
    email: `${name}@oakfield.example`,
    name,
    role,
    school: 'Oakfield',
    toDo: 0,
  });
  const people = [one('Zoe', 'staff'), one('Abe', 'staff'), one('Lee', 'leader'), one('Sam', 'senco')];

  expect(eachOnce(people).map(({ name }) => name)).toEqual(['Sam', 'Lee', 'Abe', 'Zoe']);
});
