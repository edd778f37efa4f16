import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { slackChannel } from '../../src/channels/slack/slack.ts';
import { startBot, type TestBot } from '../support/bot.ts';
import { MINUTE } from '../support/clock.ts';
import { type FakeConnector, startFakeConnector } from '../support/fake-connector.ts';
import { settleMoves } from '../support/moves-settled.ts';
import { type SlackPlayer, slackPlayer } from '../support/slack-player.ts';
import { type SlackWorkspace, startSlackWorkspace } from '../support/slack-workspace.ts';
import { enrol, type TeamsPlayer, teamsAt, teamsPlayer } from '../support/teams-player.ts';
import { expectTheEffects, theReview } from './effects.ts';
import { type Player, senSupportReview } from './story.ts';

/*
 * A school in both chats at once. Priya uses Teams, though Slack's directory has her, too; Ruth has only Slack. Kwame uses
 * both: he wrote to the bot in Teams first and in Slack last; before the next day he writes in Teams again.
 */
const PRIYA = 'priya.shah@oakfield.example';
const RUTH = 'ruth.adeyemi@oakfield.example';
const KWAME = 'kwame.mensah@oakfield.example';

let connector: FakeConnector;
let workspace: SlackWorkspace;
let bot: TestBot;
let priya: TeamsPlayer;
let ruth: SlackPlayer;
let kwame: { readonly slack: SlackPlayer; readonly teams: TeamsPlayer };

beforeAll(async () => {
  connector = await startFakeConnector();
  workspace = await startSlackWorkspace({ people: [PRIYA, RUTH, KWAME] });
  const { botToken, signingSecret, apiUrl } = workspace;
  bot = await startBot({
    channels: (parts) => [
      slackChannel({ botToken, signingSecret, apiUrl, ...parts }),
      teamsAt(connector, parts),
    ],
  });
  await settleMoves(bot.store, bot.school, bot.clock.now());
  const member = enrol(connector, bot.school);
  const slack = (email: string) => slackPlayer({ url: bot.url, workspace }, email, bot.settle);
  priya = teamsPlayer(bot, connector, member('Priya Shah'));
  ruth = slack(RUTH);
  kwame = { slack: slack(KWAME), teams: teamsPlayer(bot, connector, member('Kwame Mensah')) };
  await kwame.teams.installs();
  bot.clock.pass(MINUTE);
  await kwame.slack.type('review help');
  await priya.installs();
  let now: Player = kwame.slack;
  const wherever: Player = {
    type: (text) => now.type(text),
    press: (button, beside) => now.press(button, beside),
    fill: (answers) => now.fill(answers),
    sees: (text) => now.sees(text),
  };
  const players = new Map<string, Player>([
    ['Priya Shah', priya],
    ['Ruth Adeyemi', ruth],
    ['Kwame Mensah', wherever],
  ]);
  await senSupportReview({
    player: (name) => players.get(name) ?? expect.fail(name),
    day: bot.day,
    async nextSchoolMorning() {
      bot.clock.pass(MINUTE);
      await kwame.teams.type('review mine');
      await bot.nextSchoolMorning();
      now = kwame.teams;
    },
  });
});
afterAll(async () => {
  await connector.stop();
  await workspace.close();
});

const summaries = (of: TeamsPlayer) => of.messages().map(({ summary }) => summary.replace(/ \(.*/, ''));
const notifications = async (of: SlackPlayer) =>
  (await of.person.messages()).map(({ notification }) => notification.replace(/ \(.*/, ''));

describe('a SEN Support review in Teams and Slack at once', () => {
  it('had its effects, each once', async () => {
    expectTheEffects(await theReview(bot.store, bot.school));
  });

  it('reached Kwame where he was last seen, and there alone', async () => {
    const { ref } = await theReview(bot.store, bot.school);
    expect(await notifications(kwame.slack)).toEqual([
      'SEND reviews: what you can type',
      `Your evidence: review ${ref}`,
      `The record of review ${ref}`,
      // The new action, which was done in Teams.
      `Review ${ref}. There is nothing more to do here.`,
      'Support for you to see to',
      `The record of review ${ref} was corrected`,
    ]);
    expect(summaries(kwame.teams)).toEqual([
      'SEND reviews: what you can type',
      'SEND reviews: 1 thing waiting on you',
      // The digest, put in place as it was answered.
      'SEND reviews: all of it is settled',
      'An action',
    ]);
  });

  it('found Ruth by Slack’s directory, though she had never written', async () => {
    const { ref } = await theReview(bot.store, bot.school);
    expect(await notifications(ruth)).toEqual([
      `Your evidence: review ${ref}`,
      `The record of review ${ref}`,
      `The record of review ${ref} was corrected`,
    ]);
  });

  it('told nobody anything twice', async () => {
    const { messages } = await theReview(bot.store, bot.school);
    const sent = bot.logged.filter((line) => line.includes('"message sent"'));
    expect(sent).toHaveLength(messages.length + 1);
    expect(sent.filter((line) => line.includes('"digest"'))).toHaveLength(1);
    expect(await slackPlayer({ url: bot.url, workspace }, PRIYA, bot.settle).reads()).toEqual([]);
    const chats = new Set(connector.posted.map(({ conversation }) => conversation));
    expect(chats).toEqual(new Set(['chat:29:priya.shah', 'chat:29:kwame.mensah']));
  });

  it('each chat says by itself whether it is connected', async () => {
    const ready = async () => {
      const response = await fetch(`${bot.url}/readyz`);
      return [response.status, await response.json()] as const;
    };
    expect(await ready()).toEqual([200, { status: 'ready' }]);
    connector.refuseTokens(true);
    const teams = expect.stringMatching(/^Microsoft gives this app no token/);
    expect(await ready()).toEqual([503, { status: 'not ready', trouble: { teams } }]);
    connector.refuseTokens(false);
    expect(await ready()).toEqual([200, { status: 'ready' }]);
  });
});
