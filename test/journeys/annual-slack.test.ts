import { beforeAll, describe, expect, it } from 'vitest';
import { checkMessage, checkModal } from '../support/slack-block-kit.ts';
import { expectTheAnnualEffects, KEPT_ANNUAL } from './annual-effects.ts';
import { annualReview } from './annual-story.ts';
import { named, theReview } from './effects.ts';
import { aSchoolInSlack, type SchoolInSlack, stageInSlack } from './in-slack.ts';

let school: SchoolInSlack;
beforeAll(async () => {
  school = await aSchoolInSlack();
  await annualReview(stageInSlack(school));
});

/** All that stands in somebody's private chat, with what is on buttons. */
const chatOf = async (name: string) => JSON.stringify(await school.player(name).person.messages());

describe('an annual review in Slack, from due to closed', () => {
  it('had its effects, each once', async () => {
    expectTheAnnualEffects(await theReview(school.bot.store, school.bot.school));
  });

  it('sent nothing that Slack would refuse, and wrote to private chats alone', () => {
    const { calls, refused } = school.workspace;
    expect(refused).toEqual([]);
    const messages = calls.filter(({ method }) => /^chat\.|^response_url$/.test(method));
    const windows = calls.filter(({ method }) => /^views\./.test(method));
    expect(messages.length).toBeGreaterThan(50);
    expect(windows.length).toBeGreaterThan(25);
    for (const { args } of messages) checkMessage({ text: args.text, blocks: args.blocks });
    for (const { args } of windows) checkModal(args.view);
    const posts = calls.filter(({ method }) => method === 'chat.postMessage');
    expect(new Set(posts.map(({ args }) => String(args.channel)[0]))).toEqual(new Set(['D']));
  });

  it('named no pupil where a locked phone shows it', () => {
    const texts = school.workspace.calls.map(({ args }) => args.text).filter((text) => text !== undefined);
    expect(texts.length).toBeGreaterThan(50);
    expect(texts.flatMap((text) => named(String(text), school.pupils))).toEqual([]);
  });

  it('showed each colleague only what concerns them', async () => {
    for (const name of ['Ruth Adeyemi', 'Janet Holroyd']) {
      const chat = await chatOf(name);
      expect(named(chat, school.pupils)).toEqual(['1026']);
      expect(KEPT_ANNUAL.filter((text) => chat.includes(text))).toEqual([]);
      expect(chat).toContain('Once a week, on Tuesdays');
    }
    expect(await chatOf('Janet Holroyd')).not.toContain('greets everybody by name at the door');
    for (const name of ['Kwame Mensah', 'Mei Chan', 'Tom Bradley']) {
      expect(await school.player(name).reads()).toEqual([]);
    }
  });

  it('left no form open, and nothing of anybody in the log', () => {
    expect(school.workspace.views).toEqual([]);
    const log = school.bot.logged.join('\n');
    expect(log).toContain('message sent');
    expect(named(log, school.pupils)).toEqual([]);
    expect(KEPT_ANNUAL.filter((text) => log.includes(text))).toEqual([]);
    expect(log.toLowerCase()).not.toContain('@oakfield');
  });
});
