import { describe, expect, it } from 'vitest';
import { localDate } from '../../src/domain/time.ts';
import { aSchoolInSandbox, stageInSandbox } from './in-sandbox.ts';
import { aSchoolInSlack, stageInSlack } from './in-slack.ts';
import { aSchoolInTeams, stageInTeams } from './in-teams.ts';
import { schoolAtNoChat } from './no-chat.ts';
import { threeMeetings } from './three-meetings-story.ts';

describe('a year in which parents are to be met three times', () => {
  it('is pointed out on the first school day of a half-term, and never once they were met', async () => {
    const school = await schoolAtNoChat();
    await threeMeetings(school, school.store, school.school);
    await school.until('2027-06-08');
    const priya = school.school.staff.find(({ name }) => name === 'Priya Shah')?.email;
    const told = school.sent.filter(
      ({ to, shown }) => to === priya && /parents of \d+ pupils? to meet/.test(shown),
    );
    // Not on 22 February, when they had been met once, nor on 7 June.
    expect(told.map(({ at }) => localDate(at))).toEqual(['2027-01-04', '2027-04-05']);
    expect(school.sent.filter(({ to, shown }) => to !== priya && shown.includes('to meet'))).toEqual([]);
  });

  it('is the same in Slack', async () => {
    const inSlack = await aSchoolInSlack();
    await threeMeetings(stageInSlack(inSlack), inSlack.bot.store, inSlack.bot.school);
    expect(inSlack.workspace.refused).toEqual([]);
  });

  it('is the same in Teams', async () => {
    const inTeams = await aSchoolInTeams();
    await threeMeetings(stageInTeams(inTeams), inTeams.bot.store, inTeams.bot.school);
  });

  it('is the same in the sandbox', async () => {
    const inSandbox = await aSchoolInSandbox();
    await threeMeetings(stageInSandbox(inSandbox), inSandbox.bot.store, inSandbox.bot.school);
  });
});
