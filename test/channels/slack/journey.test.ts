import { expect, it, onTestFinished } from 'vitest';
import { slackChannel } from '../../../src/channels/slack/slack.ts';
import { senSupportReview } from '../../journeys/story.ts';
import { startBot } from '../../support/bot.ts';
import { slackPlayer } from '../../support/slack-player.ts';
import { startSlackWorkspace } from '../../support/slack-workspace.ts';

const EMAILS = {
  'Priya Shah': 'priya.shah@oakfield.example',
  'Ruth Adeyemi': 'ruth.adeyemi@oakfield.example',
  'Kwame Mensah': 'kwame.mensah@oakfield.example',
  'Helen Whitaker': 'helen.whitaker@oakfield.example',
} as const;

it('takes a SEN Support review from due to closed, in Slack', { timeout: 60_000 }, async () => {
  const workspace = await startSlackWorkspace({ people: Object.values(EMAILS) });
  onTestFinished(() => workspace.close());
  const bot = await startBot({
    channels: ({ contacts, clock, log }) => [
      slackChannel({
        botToken: workspace.botToken,
        signingSecret: workspace.signingSecret,
        apiUrl: workspace.apiUrl,
        contacts,
        clock,
        log,
      }),
    ],
  });
  const address = { url: bot.url, workspace };
  const players = new Map(
    Object.entries(EMAILS).map(([name, email]) => [name, slackPlayer(address, email, bot.settle)]),
  );
  await senSupportReview({
    player: (name) => players.get(name) ?? expect.fail(),
    nextSchoolMorning: bot.nextSchoolMorning,
    day: bot.day,
  });
  expect(workspace.refused).toEqual([]);
});
