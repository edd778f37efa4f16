import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import type { AdaptiveCard } from '../../src/presentation/message.ts';
import { openLowdbStore } from '../../src/store/lowdb/store.ts';
import { formIn } from '../../tools/crash-turns.ts';
import { afterwards } from '../support/afterwards.ts';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { type FakeMember, startFakeConnector } from '../support/fake-connector.ts';
import { pupilIdIn, schoolFolder } from '../support/school-folder.ts';
import { soon } from '../support/soon.ts';
import { quickFolder } from '../support/store.ts';
import { type TeamsClient, teamsClient } from '../support/teams-client.ts';
import { type SlowLine, slowLine } from './slow-line.ts';

const FAULT = new URL('./fault.ts', import.meta.url).pathname;
const PRIYA: FakeMember = { id: '29:priya', name: 'Priya Shah', email: 'priya.shah@oakfield.example' };

async function aBot(settings: NodeJS.ProcessEnv, preload: string[] = []): Promise<BotProcess> {
  const bot = botProcess(await quickFolder(), settings, preload);
  afterwards(() => bot.end('SIGKILL'));
  return bot;
}

const secondsSince = (began: number) => (performance.now() - began) / 1000;

interface InHand {
  readonly bot: BotProcess;
  readonly client: TeamsClient;
  readonly line: SlowLine;
  readonly folder: string;
  /** The answer Teams gets to what is in hand. */
  readonly answer: Promise<unknown>;
  /** What stands where the form was. */
  shown(): string;
  /** The stage of the review as it is stored, read by a process of its own. */
  stored(): Promise<string | undefined>;
}

/** A bot in the middle of a turn: the SENCO has set a meeting, and Teams is slow to show that it is set. */
async function aTurnInHand(): Promise<InHand> {
  const connector = await startFakeConnector();
  afterwards(() => connector.stop());
  connector.takesAnybody = true;
  connector.members.set(PRIYA.id, { ...PRIYA, tenantId: connector.tenantId });
  const line = await slowLine(connector.url);
  const folder = await schoolFolder('2026-11-10');
  const pupil = await pupilIdIn(folder, '1010');
  const now = '2026-11-10T09:00';
  const bot = await aBot({ TEAMS_PLAYGROUND: '1', DATA_DIR: folder, SANDBOX_NOW: now });
  const client = teamsClient(connector, await bot.ready());
  const slowly = { serviceUrl: line.url };
  const send = (value: object, on?: string) =>
    client.deliver(client.activity(PRIYA, { ...slowly, value, ...(on && { replyToId: on }) }), '');
  expect(await send({ send: press.start(pupil) })).toMatchObject({ status: 200 });
  const message = connector.posted[0] ?? expect.fail('no answer');
  const [{ content }] = message.activity.attachments as [{ content: AdaptiveCard }];
  const form = formIn(content, 'plan-meeting') ?? expect.fail('no form to set the meeting');
  const answer = send({ send: form.send, ...form.values }, message.id).catch((error: unknown) => error);
  await line.waiting;
  return {
    bot,
    client,
    line,
    folder,
    answer,
    shown: () => JSON.stringify(connector.posted.find(({ id }) => id === message.id)),
    stored: async () => {
      const store = await openLowdbStore(folder);
      const review = await store.get('reviews', `${pupil}.1`);
      await store.close();
      return review?.stage;
    },
  };
}

// Side by side: one waits for seconds, by what it tests.
describe.concurrent('asked to stop', () => {
  it('finishes and answers the turn in hand, takes no new one, and lets the next process in at once', async () => {
    const { bot, client, line, folder, answer, shown, stored } = await aTurnInHand();
    const began = performance.now();
    bot.child.kill('SIGTERM');
    await soon(() => expect(bot.err()).toContain('"event":"stopping"'));
    const another = await client.says(PRIYA, 'review due').catch(() => 'nobody there');
    expect(['nobody there', 503]).toContain(typeof another === 'string' ? another : another.status);
    expect(bot.child.exitCode).toBeNull();
    await expect(openLowdbStore(folder)).rejects.toThrow('is using');

    line.letThrough();
    expect(await answer).toMatchObject({ status: 200 });
    expect(await bot.ended()).toBe(0);
    expect(secondsSince(began)).toBeLessThan(10);
    expect(await stored()).toBe('gathering');
    expect(shown()).toContain('The meeting is set for');
  });

  it('cuts off a turn without end in time, with all that was stored', async () => {
    const { bot, answer, stored } = await aTurnInHand();
    const began = performance.now();
    expect(await bot.end('SIGTERM')).toBe(0);
    expect(secondsSince(began)).toBeLessThan(10);
    expect(await stored()).toBe('gathering');
    expect(await answer).toBeInstanceOf(Error);
  });

  it('by Ctrl-C, which npm passes on a second time: the sandbox leaves nothing behind', async () => {
    const cwd = await quickFolder();
    const scratch = join(cwd, 'scratch');
    await mkdir(scratch);
    const bot = await aBot({ TMPDIR: scratch });
    await bot.ready();
    expect(await readdir(scratch)).toHaveLength(1);
    bot.child.kill('SIGINT');
    expect(await bot.end('SIGINT')).toBe(0);
    expect(await readdir(scratch)).toEqual([]);
  });
});

describe.concurrent('what nobody caught', () => {
  it.each([
    ['a rejection', 'SIGUSR2'],
    ['an exception', 'SIGHUP'],
  ] as const)(
    '(%s) ends the process at once, says nothing of what was in it, and leaves the data whole',
    async (_what, signal) => {
      const folder = await quickFolder();
      const bot = await aBot({ TEAMS_PLAYGROUND: '1', DATA_DIR: folder }, [FAULT]);
      const url = await bot.ready();
      expect(await bot.end(signal)).toBe(1);
      expect(bot.out()).toBe(`send-review-bot is ready for Teams, listening on ${url}\n`);
      const lines = bot.err().trim().split('\n');
      expect(lines, bot.err()).toHaveLength(1);
      expect(JSON.parse(lines[0] ?? '')).toMatchObject({
        event: 'crashed',
        error: { class: 'TypeError', code: 'E_TEST' },
      });
      expect(bot.err()).not.toContain('Ruby');
      const store = await openLowdbStore(folder);
      expect(await store.pupilsOf('oakfield')).toHaveLength(31);
      await store.close();
    },
  );
});
