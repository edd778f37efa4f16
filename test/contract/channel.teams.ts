import { expect } from 'vitest';
import { type FileHost, startFileHost } from '../support/file-host.ts';
import { JO, startTeamsBot, type TeamsBot } from '../support/teams-bot.ts';
import { inChannel, teamsClient } from '../support/teams-client.ts';
import { teamsPlayer } from '../support/teams-player.ts';
import type { ChannelClient, ChannelPlace } from './channel.contract.ts';

const AL = { ...JO, id: '29:al', name: 'Al Assistant', email: 'al@oakfield.example' };
const GUEST = { ...JO, id: '29:guest', userPrincipalName: 'jo_home.example#EXT#@school.example' };
const POST = /^POST .*\/activities/;

function clientOf(bot: TeamsBot, files: FileHost, who: typeof JO, deliveries = 1): ChannelClient {
  const player = teamsPlayer({ url: bot.url, settle: async () => {} }, bot.connector, who, deliveries);
  const client = teamsClient(bot.connector, bot.url);
  let count = 0;
  return {
    ...player,
    takesFile: () => player.takesFile(files),
    sendFile: (name, content, text) => player.sendFile(name, files.keep(content), text),
    reads: async () => player.reads(),
    attempts: async (text) => {
      count += 1;
      return (await client.says(who, text, { id: `attempt-${count}` })).status;
    },
  };
}

export async function teamsPlace(): Promise<ChannelPlace> {
  const bot = await startTeamsBot({ fileHosts: ['127.0.0.1'], uploadHosts: ['127.0.0.1'] });
  const files = await startFileHost();
  const { connector, contacts } = bot;
  const people = new Map([JO, AL].map((who) => [who.email?.toLowerCase(), who]));
  for (const who of [AL, GUEST]) connector.members.set(who.id, who);
  const contact = async (email: string) => {
    const known = contacts.of(people.get(email)?.id ?? '');
    if (!known) throw new Error('not met yet');
    return known;
  };
  const fails = (fault: Parameters<typeof connector.failOn>[1]) => async () => {
    connector.failOn(POST, fault);
    return contact('jo.teacher@oakfield.example');
  };
  return {
    channel: bot.channel,
    heard: bot.turns,
    logged: bot.log,
    answers: bot.reply,
    searches: bot.searches,
    jo: 'jo.teacher@oakfield.example',
    al: 'al@oakfield.example',
    client: (email, deliveries) => clientOf(bot, files, people.get(email) ?? JO, deliveries),
    stranger: () => clientOf(bot, files, GUEST),
    contact,
    faults: {
      unreachable: fails({ status: 403, code: 'BotNotInConversationRoster' }),
      later: fails({ status: 429, retryAfter: 7 }),
      uncertain: fails('drop'),
    },
    posts: () => connector.requests.filter(({ method, path }) => POST.test(`${method} ${path}`)).length,
    refuseTheBot: () => connector.refuseTokens(true),
    secrets: ['secret', connector.appId],
    async inThread(text) {
      const thread = '19:channel@thread.tacv2;messageid=1';
      await teamsClient(connector, bot.url).says(JO, text, inChannel());
      const openly = connector.posted.filter(({ conversation }) => conversation !== `chat:${JO.id}`);
      // All that is said there: what is for one person only is not.
      expect(openly.map(({ activity }) => activity.text)).toEqual(['I’ve sent it to you privately.']);
      return { thread, answeredIn: openly.map(({ conversation }) => conversation) };
    },
  };
}
