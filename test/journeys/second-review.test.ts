import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aSchoolInSlack, stageInSlack } from './in-slack.ts';
import { aSchoolInTeams, stageInTeams } from './in-teams.ts';
import { type SchoolAtNoChat, schoolAtNoChat } from './no-chat.ts';
import { atTheSecondMeeting, expectTheSecondReview, secondReview } from './second-review-story.ts';

// A few seconds; many more on a machine that is busy.
vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let school: SchoolAtNoChat;
beforeAll(async () => {
  school = await schoolAtNoChat();
  await atTheSecondMeeting(school.store, school.school);
  await secondReview(school);
});

describe('a second review, which begins from the first', () => {
  it('has what was kept, reduced with its evidence, changed with its reason, noted, and given to the family', async () => {
    await expectTheSecondReview(school.store, school.school);
  });

  it('named the child on no locked phone, though the family has something to do', () => {
    expect(school.sent.length).toBeGreaterThan(0);
    for (const { shown } of school.sent) expect(shown).not.toMatch(/Ruby|Thompson|Mum/);
  });
});

describe('the same in a chat', () => {
  it('of Slack', async () => {
    const inSlack = await aSchoolInSlack();
    await atTheSecondMeeting(inSlack.bot.store, inSlack.bot.school);
    await secondReview(stageInSlack(inSlack));
    await expectTheSecondReview(inSlack.bot.store, inSlack.bot.school);
    expect(inSlack.workspace.refused).toEqual([]);
  });

  it('of Teams', async () => {
    const inTeams = await aSchoolInTeams();
    await inTeams.player('Ruth Adeyemi').installs();
    await atTheSecondMeeting(inTeams.bot.store, inTeams.bot.school);
    await secondReview(stageInTeams(inTeams));
    await expectTheSecondReview(inTeams.bot.store, inTeams.bot.school);
  });
});
