import { expect } from 'vitest';
import { MINUTE } from '../support/clock.ts';
import { type FileHost, startFileHost } from '../support/file-host.ts';
import { slackBot } from '../support/slack-bot.ts';
import { slackPerson } from '../support/slack-client.ts';
import { type BotAddress, unique } from '../support/slack-delivery.ts';
import { slackPlayer } from '../support/slack-player.ts';
import type { Failure } from '../support/slack-workspace.ts';
import { soon } from '../support/soon.ts';
import type { ChannelClient, ChannelPlace } from './channel.contract.ts';

const [JO, AL] = ['sam@school.example', 'alex@school.example'];

function clientOf(bot: BotAddress, email: string, files: FileHost): ChannelClient {
  const player = slackPlayer(bot, email, async () => {});
  return {
    ...player,
    takesFile: () => player.person.takesFile(),
    looksUp: async (label, typed) => (await player.person.looksUp(label, typed)) ?? [],
    sendFile: (name, content, text) => player.sendFile(name, files.keep(content), text),
    // What is said of a failure may stand there for a while only.
    reads: async () => [...(await player.reads()), ...player.person.ephemerals().map(({ words }) => words)],
    async attempts(text) {
      try {
        await player.person.command(text, 'dm');
        return 200;
      } catch (error) {
        return Number(/answered (\d+)/.exec(String(error))?.[1]);
      }
    },
  };
}

export async function slackPlace(): Promise<ChannelPlace> {
  const bot = await slackBot();
  const files = await startFileHost();
  const { workspace, contacts } = bot;
  const contact = async (email: string) => {
    const known = contacts.get(workspace.userId(email));
    if (!known) throw new Error('not met yet');
    return known;
  };
  const fails = (answer: Failure) => async () => {
    workspace.fail('chat.postMessage', answer, 1);
    return contact(JO);
  };
  return {
    channel: bot.channel,
    heard: bot.heard,
    logged: bot.logged,
    answers: bot.answers,
    searches: bot.searches,
    jo: JO,
    al: AL,
    client: (email, deliveries = 1) => clientOf({ url: bot.url, workspace, deliveries }, email, files),
    stranger() {
      workspace.amend(AL, { team_id: 'T-elsewhere' });
      return clientOf(bot, AL, files);
    },
    contact,
    faults: {
      unreachable: fails({ error: 'user_not_found' }),
      later: fails({ status: 429, headers: { 'retry-after': '7' } }),
      uncertain: fails('drop'),
    },
    posts: () => workspace.calls.filter(({ method }) => method === 'chat.postMessage').length,
    refuseTheBot() {
      workspace.fail('auth.test', { error: 'invalid_auth' });
      bot.clock.pass(2 * MINUTE);
    },
    secrets: [workspace.botToken, workspace.signingSecret],
    async inThread(text) {
      const thread = unique();
      await slackPerson(bot, JO).mentions(text, thread);
      const answers = () => workspace.calls.filter(({ method }) => /^chat\.post/.test(method));
      await soon(() => expect(answers()).toHaveLength(1));
      expect(answers()[0]?.method).toBe('chat.postEphemeral');
      return { thread, answeredIn: answers().map(({ args }) => String(args.thread_ts)) };
    },
  };
}
