import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { slackChannel } from '../../src/channels/slack/slack.ts';
import { startBot } from '../support/bot.ts';
import { MINUTE } from '../support/clock.ts';
import { startFakeConnector } from '../support/fake-connector.ts';
import { startSlackWorkspace } from '../support/slack-workspace.ts';
import { quickFolder } from '../support/store.ts';
import { teamsAt } from '../support/teams-player.ts';

/** A bot in Teams and Slack, with what is to be known of its health. */
async function aBot() {
  const connector = await startFakeConnector();
  const workspace = await startSlackWorkspace({ people: [] });
  const folder = await quickFolder();
  const { botToken, signingSecret, apiUrl } = workspace;
  const bot = await startBot({
    folder,
    channels: (parts) => [
      teamsAt(connector, parts),
      slackChannel({ botToken, signingSecret, apiUrl, ...parts }),
    ],
  });
  onTestFinished(async () => {
    await bot.stop();
    await connector.stop();
    await workspace.close();
  });
  const ask = async (path: string) => {
    const answer = await fetch(bot.url + path);
    expect(answer.status).toBe(path === '/healthz' || answer.ok ? 200 : 503);
    return answer.json();
  };
  return { bot, connector, workspace, folder, alive: () => ask('/healthz'), ready: () => ask('/readyz') };
}

describe('the bot', () => {
  it('is alive and ready when it can store and both chats take it', async () => {
    const { alive, ready } = await aBot();
    expect(await alive()).toEqual({ status: 'alive' });
    expect(await ready()).toEqual({ status: 'ready' });
  });

  it('is alive and not ready, and says why, while Microsoft gives it no token', async () => {
    const { connector, alive, ready } = await aBot();
    connector.refuseTokens(true);
    expect(await ready()).toEqual({
      status: 'not ready',
      trouble: { teams: expect.stringMatching(/^Microsoft gives this app no token: check MicrosoftAppId/) },
    });
    expect(await alive()).toEqual({ status: 'alive' });
    connector.refuseTokens(false);
    expect(await ready()).toEqual({ status: 'ready' });
  });

  it('is alive and not ready, and says why, while Slack refuses it', async () => {
    const { bot, workspace, alive, ready } = await aBot();
    workspace.fail('auth.test', { error: 'account_inactive' });
    expect(await ready()).toEqual({
      status: 'not ready',
      trouble: {
        slack: expect.stringMatching(/^Slack refuses the bot \(account_inactive\): set SLACK_BOT_TOKEN/),
      },
    });
    expect(await alive()).toEqual({ status: 'alive' });
    workspace.mend();
    bot.clock.pass(2 * MINUTE);
    expect(await ready()).toEqual({ status: 'ready' });
  });

  it('is alive and not ready, and names all that is wrong, when its data is taken away as well', async () => {
    const { connector, workspace, folder, alive, ready } = await aBot();
    connector.refuseTokens(true);
    workspace.fail('auth.test', 'drop');
    await rm(join(folder, 'lock'));
    expect(await ready()).toEqual({
      status: 'not ready',
      trouble: {
        store:
          'the data folder or its lock was removed or replaced; nothing more is stored until the bot is started again',
        teams: expect.stringContaining('no token'),
        slack: expect.stringMatching(/^Slack can't be reached \(.+\)\.$/),
      },
    });
    expect(await alive()).toEqual({ status: 'alive' });
  });
});
