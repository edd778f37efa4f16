import { once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { press } from '../../src/presentation/buttons.ts';
import { afterwards } from '../support/afterwards.ts';
import { type BotProcess, botProcess } from '../support/bot-process.ts';
import { type FakeMember, type Fault, startFakeConnector } from '../support/fake-connector.ts';
import { pupilIdIn, schoolFolder } from '../support/school-folder.ts';
import { commandOf, deliver, deliverEvent, deliverForm, eventOf } from '../support/slack-delivery.ts';
import { type Failure, startSlackWorkspace } from '../support/slack-workspace.ts';
import { quickFolder } from '../support/store.ts';
import { teamsClient } from '../support/teams-client.ts';

const PRIYA: FakeMember = { id: '29:priya', name: 'Priya Shah', email: 'priya.shah@oakfield.example' };

async function aBot(settings: NodeJS.ProcessEnv): Promise<BotProcess> {
  const bot = botProcess(await quickFolder(), settings);
  afterwards(() => bot.end('SIGKILL'));
  return bot;
}

/** Expects the process to be the one that was started, alive, and to stop in good order. */
async function expectAlive(bot: BotProcess, url: string): Promise<void> {
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(await bot.end('SIGTERM')).toBe(0);
  expect(bot.err()).not.toContain('crashed');
}

/** A request that is broken off in the middle. */
async function hangUp(url: string, path: string): Promise<void> {
  const { port, hostname } = new URL(url);
  const socket = connect(Number(port), hostname);
  await once(socket, 'connect');
  const head = ['host: bot', 'content-type: application/json', 'content-length: 1000', '', '{"type":'];
  socket.write([`POST ${path} HTTP/1.1`, ...head].join('\r\n'));
  socket.resetAndDestroy();
}

const RUBBISH = ['', '{', '{}', '[]', 'null', '"text"', '{"type":"message"}', 'x'.repeat(300_000)];

async function throwRubbish(url: string, path: string): Promise<void> {
  for (const body of RUBBISH) {
    for (const type of ['application/json', 'application/x-www-form-urlencoded', 'text/plain']) {
      const answer = await fetch(url + path, { method: 'POST', body, headers: { 'content-type': type } });
      expect(answer.status).toBeLessThan(500);
    }
  }
  await hangUp(url, path);
}

// Side by side: Bolt waits for seconds.
describe.concurrent('nothing that a chat does ends the process:', () => {
  it('Teams, failing in every way at every request', async () => {
    const connector = await startFakeConnector();
    afterwards(() => connector.stop());
    connector.takesAnybody = true;
    connector.members.set(PRIYA.id, { ...PRIYA, tenantId: connector.tenantId });
    const folder = await schoolFolder('2026-11-10');
    const pupil = await pupilIdIn(folder, '1010');
    const bot = await aBot({ TEAMS_PLAYGROUND: '1', DATA_DIR: folder, SANDBOX_NOW: '2026-11-10T09:00' });
    const url = await bot.ready();
    const client = teamsClient(connector, url);
    const deliver = (given: object) => client.deliver(client.activity(PRIYA, given), '');
    await throwRubbish(url, '/api/messages');

    const faults: Fault[] = [
      { status: 500 },
      { status: 404 },
      { status: 403, code: 'BotNotInConversationRoster' },
      { status: 429, retryAfter: 0 },
      'drop',
    ];
    for (const fault of faults) {
      for (const request of [/^GET /, /^POST /, /^PUT /]) {
        connector.failOn(request, fault, 9);
        await deliver({ text: 'review due' });
        await deliver({ value: { send: press.start(pupil) }, replyToId: 'm1' });
        await deliver({ value: { send: press.due(1) }, replyToId: 'm1' });
        await deliver({ type: 'installationUpdate', action: 'add' });
        await deliver({ value: { send: { do: 'nothing we know' } } });
        await deliver({ value: 'no button of ours' });
        connector.heal();
      }
    }
    await deliver({ text: 'review due' });
    expect(JSON.stringify(connector.posted.at(-1))).toContain('Reviews that are due');
    await expectAlive(bot, url);
  });

  it('Slack, failing in every way at every request', async () => {
    const workspace = await startSlackWorkspace({ people: [PRIYA.email ?? ''] });
    afterwards(() => workspace.close());
    const bot = await aBot({
      DATA_DIR: await quickFolder(),
      SLACK_BOT_TOKEN: workspace.botToken,
      SLACK_SIGNING_SECRET: workspace.signingSecret,
      SLACK_API_URL: workspace.apiUrl,
    });
    const url = await bot.ready();
    const at = { url, workspace };
    await throwRubbish(url, '/slack/events');
    // Side by side: to what it doesn't know, Bolt gives no answer for three seconds.
    const types = ['application/json', 'application/x-www-form-urlencoded'];
    await Promise.all(RUBBISH.flatMap((body) => types.map((type) => deliver(at, body, type))));

    const user = workspace.userId(PRIYA.email ?? '');
    const failures: Failure[] = [
      { error: 'fatal_error' },
      { error: 'invalid_auth' },
      { status: 500 },
      'drop',
    ];
    const methods = [
      'auth.test',
      'users.info',
      'conversations.open',
      'chat.postMessage',
      'chat.postEphemeral',
    ];
    for (const failure of failures) {
      for (const method of methods) {
        workspace.fail(method, failure);
        await deliverForm(at, commandOf(workspace, user, 'due'));
        await deliverEvent(at, eventOf(workspace, { type: 'app_home_opened', user, tab: 'messages' }));
        await deliverEvent(
          at,
          eventOf(workspace, { type: 'message', user, text: 'due', channel: 'D1', channel_type: 'im' }),
        );
        workspace.mend();
      }
    }
    await expectAlive(bot, url);
  });
});
