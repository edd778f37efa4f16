import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { makeLog } from '../../src/app/log.ts';
import { startSandbox } from '../../src/app/sandbox.ts';
import { type SandboxClient, sandboxClient } from '../support/sandbox-client.ts';

const PRIYA = 'priya.shah@oakfield.example';

afterEach(() => void vi.useRealTimers());

/** The sandbox, started when the machine's clock shows `now`; what is logged is kept. */
async function sandboxAt(now: string, settings: NodeJS.ProcessEnv = {}) {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(now) });
  const logged: string[] = [];
  const log = makeLog('warn', { write: (line) => void logged.push(line) });
  const app = await startSandbox(readConfig({ PORT: '0', ...settings }), log);
  onTestFinished(() => app.stop());
  return { client: sandboxClient(app.server.url), logged };
}

/** All that the bot said to somebody, as text to search in. */
async function said(client: SandboxClient, person: string): Promise<string> {
  const { messages } = await client.messages(person);
  return JSON.stringify(messages.filter(({ from }) => from === 'bot'));
}

describe('the sandbox’s made-up school', () => {
  it('when it is opened in the summer holidays, then it is the first morning of the new school year', async () => {
    const { client, logged } = await sandboxAt('2027-08-12T10:00:00.000Z');
    expect((await client.state()).now).toMatch(/^2027-09-02T07:30/);
    await client.say(PRIYA, 'review status Niamh');
    const list = await said(client, PRIYA);
    // Her move is that of 2028: she is in Year 6 now, not the year before.
    expect(list).toContain('Niamh Doyle');
    expect(list).toContain('Moves to secondary school in September 2028');
    expect(logged).toEqual([]);
  });

  it.each(['2026-11-23T08:30', '2027-02-20T22:00', '2027-07-31T03:00'])(
    'when it is opened by SANDBOX_NOW on %s, then it is that time, with reviews under way and nobody told of old things',
    async (now) => {
      const { client, logged } = await sandboxAt('2026-01-05T12:00:00.000Z', { SANDBOX_NOW: now });
      const state = await client.state();
      expect(state.now.slice(0, 10)).toBe(now.slice(0, 10));
      for (const { email } of state.people) expect(await said(client, email)).toBe('[]');
      await client.say(PRIYA, 'review');
      expect(await said(client, PRIYA)).toMatch(/David Okonkwo.{1,200}12 days late/);
      // As many things as her list has, moves that are not settled among them.
      const priya = state.people.find(({ email }) => email === PRIYA);
      expect(await said(client, PRIYA)).toContain(`${priya?.toDo} things`);
      expect(logged).toEqual([]);
    },
  );
});

describe('a school of one’s own in the sandbox', () => {
  const OWN = { school: 'Hawthorn Lane Primary School', senco: 'Jo Ellis', colleagues: ['Zoë O’Brien'] };
  const begin = (client: SandboxClient, school: object) =>
    client.post('begin', { delivery: 'delivery-1', ...school });

  it('when a name is missing, then that is said and all stays as it is', async () => {
    const { client } = await sandboxAt('2026-11-23T08:30:00.000Z');
    const before = await client.state();
    const answer = await begin(client, { ...OWN, senco: ' ', colleagues: ['Zoë O’Brien', '<b>'] });
    expect(answer.body).toEqual({
      faults: {
        senco: 'Please write a name.',
        colleagues: expect.stringMatching(/^One of these is not a name that can be shown; write it/),
      },
    });
    expect(await client.state()).toMatchObject({ session: before.session, own: false });
  });

  it('when it begins, then nobody and nothing of the made-up school is left, and the SENCO sees no pupil', async () => {
    const { client, logged } = await sandboxAt('2026-11-23T08:30:00.000Z');
    const { session } = await client.state();
    expect((await begin(client, OWN)).body).toEqual({ faults: {} });
    const sessionNow = () =>
      client.state().then(
        (state) => state.session,
        () => session,
      );
    await expect.poll(sessionNow, { timeout: 20_000 }).not.toBe(session);
    const nothingYet = { toDo: 0, unread: 0, school: OWN.school };
    const { people, own, now } = await client.state();
    expect(own).toBe(true);
    expect(now.slice(0, 10)).toBe('2026-11-23');
    // Their chat is empty: it says how to bring the pupils in, and nothing is asked before that.
    expect(people).toEqual([
      { email: 'jo.ellis@school.example', name: 'Jo Ellis', role: 'senco', ...nothingYet },
      { email: 'zoe.obrien@school.example', name: 'Zoë O’Brien', role: 'staff', ...nothingYet },
    ]);
    await client.say('jo.ellis@school.example', 'review due');
    expect(await said(client, 'jo.ellis@school.example')).toContain('No pupil here has a plan to review');
    expect(logged).toEqual([]);
  });
});
