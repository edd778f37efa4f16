import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { configuredChannels } from '../../src/chats.ts';
import { readConfig } from '../../src/config.ts';
import type { Pupil } from '../../src/domain/school.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { checkMessage, checkModal } from '../support/slack-block-kit.ts';
import { type SlackPlayer, slackPlayer } from '../support/slack-player.ts';
import { type SlackWorkspace, startSlackWorkspace } from '../support/slack-workspace.ts';
import { expectTheEffects, KEPT, named, RUTHS, theReview } from './effects.ts';
import { type Stage, senSupportReview } from './story.ts';
import { whatGoesWrong } from './what-goes-wrong.ts';

// A few seconds each; many more on a machine that is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const workspaces: SlackWorkspace[] = [];
afterAll(async () => {
  for (const workspace of workspaces) await workspace.close();
});

interface School {
  readonly bot: TestBot;
  readonly workspace: SlackWorkspace;
  readonly pupils: readonly Pupil[];
  player(name: string): SlackPlayer;
}

interface Given {
  /** How often Slack delivers each thing. */
  readonly deliveries?: number;
  /** How people type: `/review …` in their private chat or in a channel, or as a message to the bot. */
  readonly how?: 'dm' | 'channel' | 'message';
}

/** The school in Slack, configured as for a real workspace. Nobody there has written to the bot yet. */
async function aSchoolInSlack({ deliveries = 1, how = 'dm' }: Given = {}): Promise<School> {
  const folk = ['priya.shah', 'helen.whitaker', 'tom.bradley', 'aisha.khan', 'ruth.adeyemi', 'kwame.mensah'];
  const people = folk.map((name) => `${name}@oakfield.example`);
  const workspace = await startSlackWorkspace({ people });
  workspaces.push(workspace);
  const config = readConfig({
    SLACK_BOT_TOKEN: workspace.botToken,
    SLACK_SIGNING_SECRET: workspace.signingSecret,
    SLACK_API_URL: workspace.apiUrl,
  });
  const bot = await startBot({
    channels: ({ clock, log, ...parts }) => configuredChannels({ config, clock, log })(parts),
  });
  const players = new Map<string, SlackPlayer>();
  const player = (name: string) => {
    const { email } = bot.school.staff.find((one) => one.name === name) ?? expect.fail(name);
    const address = { url: bot.url, workspace, deliveries };
    const known = players.get(name) ?? slackPlayer(address, email, bot.settle, how);
    players.set(name, known);
    return known;
  };
  return { bot, workspace, player, pupils: await bot.store.pupilsOf(bot.school.id) };
}

const stageOf = ({ bot, player }: School): Stage => ({
  player,
  nextSchoolMorning: bot.nextSchoolMorning,
  day: bot.day,
});

/** All that stands in somebody's private chat, with what is on buttons. */
const chatOf = async ({ player }: School, name: string) =>
  JSON.stringify(await player(name).person.messages());

let school: School;
beforeAll(async () => {
  school = await aSchoolInSlack();
  await senSupportReview(stageOf(school));
});

describe('a SEN Support review in Slack, from due to closed', () => {
  it('had its effects, each once', async () => {
    expectTheEffects(await theReview(school.bot.store, school.bot.school));
  });

  it('sent nothing that Slack would refuse', () => {
    const { calls, refused } = school.workspace;
    expect(refused).toEqual([]);
    const messages = calls.filter(({ method }) => /^chat\.|^response_url$/.test(method));
    const windows = calls.filter(({ method }) => /^views\./.test(method));
    expect(messages.length).toBeGreaterThan(15);
    expect(windows.length).toBeGreaterThan(10);
    for (const { args } of messages) checkMessage({ text: args.text, blocks: args.blocks });
    for (const { args } of windows) checkModal(args.view);
  });

  it('named no pupil where a locked phone shows it', () => {
    const texts = school.workspace.calls.map(({ args }) => args.text).filter((text) => text !== undefined);
    expect(texts.length).toBeGreaterThan(15);
    expect(texts.flatMap((text) => named(String(text), school.pupils))).toEqual([]);
  });

  it('wrote to private chats alone', () => {
    const posts = school.workspace.calls.filter(({ method }) => method === 'chat.postMessage');
    expect(new Set(posts.map(({ args }) => String(args.channel)[0]))).toEqual(new Set(['D']));
    expect(school.workspace.calls.map(({ method }) => method)).not.toContain('chat.postEphemeral');
  });

  it('showed each colleague only what concerns them', async () => {
    const ruth = await chatOf(school, 'Ruth Adeyemi');
    const kwame = await chatOf(school, 'Kwame Mensah');
    for (const chat of [ruth, kwame]) {
      expect(named(chat, school.pupils)).toEqual(['1010']);
      expect(KEPT.filter((text) => chat.includes(text))).toEqual([]);
    }
    expect(RUTHS.filter((text) => kwame.includes(text))).toEqual([]);
    expect(ruth).toContain('Move the group to Mondays.');
    for (const name of ['Helen Whitaker', 'Tom Bradley', 'Aisha Khan']) {
      expect(await school.player(name).reads()).toEqual([]);
    }
  });

  it('left no form open, and no button to one that was answered', async () => {
    expect(school.workspace.views).toEqual([]);
    const ruth = await school.player('Ruth Adeyemi').person.messages();
    expect(ruth.flatMap(({ buttons }) => buttons)).not.toContain('Give your evidence');
  });

  it('left nothing of anybody in the log', () => {
    const log = school.bot.logged.join('\n');
    expect(log).toContain('message sent');
    expect(named(log, school.pupils)).toEqual([]);
    expect([...KEPT, ...RUTHS].filter((text) => log.includes(text))).toEqual([]);
    expect(log.toLowerCase()).not.toContain('@oakfield');
  });
});

describe('with everything delivered three times', () => {
  it('is the same review, and shows people no more', async () => {
    const thrice = await aSchoolInSlack({ deliveries: 3 });
    await senSupportReview(stageOf(thrice));
    expectTheEffects(await theReview(thrice.bot.store, thrice.bot.school));
    for (const name of ['Priya Shah', 'Ruth Adeyemi', 'Kwame Mensah']) {
      const titles = async (of: School) => (await of.player(name).reads()).map((text) => text.split('\n')[0]);
      expect(await titles(thrice), name).toEqual(await titles(school));
    }
  });
});

describe('typed in a channel where colleagues read along', () => {
  it('is the same review, and nothing about the pupil is posted there', async () => {
    const open = await aSchoolInSlack({ how: 'channel' });
    await senSupportReview(stageOf(open));
    expectTheEffects(await theReview(open.bot.store, open.bot.school));
    const { calls, refused, channel } = open.workspace;
    expect(refused).toEqual([]);
    const public_ = calls.filter(
      ({ method, args }) => method === 'chat.postMessage' && !String(args.channel).startsWith('D'),
    );
    expect(public_).toEqual([]);
    const history = await open.workspace.api('conversations.history', { channel, limit: 200 });
    expect(JSON.stringify(history.messages ?? [])).not.toContain('Ruby');
    const others = open.workspace.ephemerals.map(({ userId }) => userId);
    expect(new Set(others)).toEqual(new Set([open.workspace.userId('priya.shah@oakfield.example')]));
  });
});

describe('another review, written of in messages, in which much goes wrong', () => {
  it('says what is wrong, and loses nothing that was typed', async () => {
    const other = await aSchoolInSlack({ how: 'message' });
    await whatGoesWrong(stageOf(other));
    expect(other.workspace.refused).toEqual([]);
  });
});
