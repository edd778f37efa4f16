import { describe, expect, it } from 'vitest';
import type { Store } from '../../src/store/store.ts';
import { slackPlayer } from '../support/slack-player.ts';
import { teamsPlayer } from '../support/teams-player.ts';
import { aSecondAccount, somebodyNewAtHerAddress, theAddressIsReused } from './account-story.ts';
import { aSchoolInSlack, stageInSlack } from './in-slack.ts';
import { aSchoolInTeams, stageInTeams } from './in-teams.ts';
import { schoolAtNoChat } from './no-chat.ts';

const RUTH = 'ruth.adeyemi@oakfield.example';

async function both(stage: Parameters<typeof aSecondAccount>[0], store: Store): Promise<void> {
  await aSecondAccount(stage);
  await theAddressIsReused(store);
  await somebodyNewAtHerAddress(stage);
}

describe('a second account is refused and the SENCO told; who has a leaver’s address sees nothing of theirs', () => {
  it('at no chat', async () => {
    const school = await schoolAtNoChat();
    const others = new Map<string, ReturnType<typeof school.account>>();
    const account = (which: string) => {
      const known = others.get(which) ?? school.account('Ruth Adeyemi', which);
      others.set(which, known);
      return known;
    };
    await both({ ...school, account }, school.store);
    expect(account('third').reads().join()).not.toMatch(/Ruby|Ruth/);
  });

  it('in Slack', async () => {
    const others = ['second', 'third'].map((which) => `ruth.${which}@oakfield.example`);
    const inSlack = await aSchoolInSlack({ others });
    const { bot, workspace } = inSlack;
    for (const one of others) workspace.amend(one, { profile: { email: RUTH } });
    const address = { url: bot.url, workspace };
    const players = Object.fromEntries(
      ['second', 'third'].map((which, at) => [which, slackPlayer(address, others[at] ?? '', bot.settle)]),
    );
    const account = (which: string) => players[which] ?? expect.fail(which);
    await both({ ...stageInSlack(inSlack), account }, bot.store);
    expect((await account('third').reads()).join()).not.toMatch(/Ruby|Ruth/);
    expect(workspace.refused).toEqual([]);
  });

  it('in Teams', async () => {
    const inTeams = await aSchoolInTeams();
    const { bot, connector, at } = inTeams;
    const { tenantId } = connector;
    const players = Object.fromEntries(
      ['second', 'third'].map((which) => {
        const member = { id: `29:${which}`, name: which, email: RUTH, tenantId, userRole: 'user' };
        connector.members.set(member.id, member);
        return [which, teamsPlayer(at, connector, member)];
      }),
    );
    const account = (which: string) => players[which] ?? expect.fail(which);
    await both({ ...stageInTeams(inTeams), account }, bot.store);
    expect(account('third').reads().join()).not.toMatch(/Ruby|Ruth/);
  });
});
