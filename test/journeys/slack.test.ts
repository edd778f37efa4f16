import { beforeAll, describe, expect, it } from 'vitest';
import { checkMessage, checkModal } from '../support/slack-block-kit.ts';
import { expectTheEffects, KEPT, named, RUTHS, theReview } from './effects.ts';
import { aSchoolInSlack, type SchoolInSlack as School, stageInSlack } from './in-slack.ts';
import { senSupportReview } from './story.ts';
import { whatGoesWrong } from './what-goes-wrong.ts';

/** All that stands in somebody's private chat, with what is on buttons. */
const chatOf = async ({ player }: School, name: string) =>
  JSON.stringify(await player(name).person.messages());

/** What Slack keeps of a card besides what is shown: what buttons carry, a window's own data, ids. */
function keptOn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return KEPT_BY_SLACK.has(key) ? [value] : [];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, one]) => keptOn(one, Array.isArray(value) ? key : name));
}
const KEPT_BY_SLACK = new Set([
  'value',
  'private_metadata',
  'external_id',
  'callback_id',
  'action_id',
  'block_id',
]);

let school: School;
beforeAll(async () => {
  school = await aSchoolInSlack();
  await senSupportReview(stageInSlack(school));
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

  it('carried nothing of anybody on a button or in what a window keeps, where Slack stores it', () => {
    const carried = school.workspace.calls.flatMap(({ args }) => keptOn(args));
    expect(carried.length).toBeGreaterThan(100);
    const all = carried.join('\n');
    expect(named(all, school.pupils)).toEqual([]);
    expect([...KEPT, ...RUTHS].filter((text) => all.includes(text))).toEqual([]);
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
    await senSupportReview(stageInSlack(thrice));
    expectTheEffects(await theReview(thrice.bot.store, thrice.bot.school));
    for (const name of ['Priya Shah', 'Ruth Adeyemi', 'Kwame Mensah']) {
      // Which of two commands typed at once is answered first is Slack's to say.
      const titles = async (of: School) =>
        (await of.player(name).reads()).map((text) => text.split('\n')[0]).toSorted();
      expect(await titles(thrice), name).toEqual(await titles(school));
    }
  });
});

describe('typed in a channel where colleagues read along', () => {
  it('is the same review, and nothing about the pupil is posted there', async () => {
    const open = await aSchoolInSlack({ how: 'channel' });
    await senSupportReview(stageInSlack(open));
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
    await whatGoesWrong(stageInSlack(other));
    expect(other.workspace.refused).toEqual([]);
  });
});
