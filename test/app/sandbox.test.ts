import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../../src/app/config.ts';
import { makeLog } from '../../src/app/log.ts';
import { startSandbox } from '../../src/app/sandbox.ts';
import { type SandboxClient, sandboxClient } from '../support/sandbox-client.ts';

vi.setConfig({ testTimeout: 60_000 });

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
    expect(list).toMatch(/Phase transfer","value":"[^"]*2028/);
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
      expect(logged).toEqual([]);
    },
  );
});
