import { onTestFinished } from 'vitest';
import { startServer } from '../../src/app/http.ts';
import type { Channel, Find, Inbound, Reply, Search, Turn } from '../../src/channels/channel.ts';
import type { SlackOptions } from '../../src/channels/slack/options.ts';
import { slackChannel } from '../../src/channels/slack/slack.ts';
import type { Contact } from '../../src/domain/school/contact.ts';
import { type TestClock, testClock } from './clock.ts';
import type { Searches } from './searches.ts';
import type { BotAddress } from './slack-delivery.ts';
import { type SlackWorkspace, startSlackWorkspace } from './slack-workspace.ts';

/** The Slack channel on a real server, with a conversation of the test's own, in a workspace of its own. */
export interface SlackBot extends BotAddress {
  readonly channel: Channel;
  readonly workspace: SlackWorkspace;
  readonly clock: TestClock;
  /** What the conversation was told, in order. */
  readonly heard: readonly Inbound[];
  readonly searches: Searches;
  /** What the conversation answers from now on. */
  answers(turn: (inbound: Inbound) => Reply | Promise<Reply>): void;
  /** Whom the channel remembers, by Slack id. */
  readonly contacts: ReadonlyMap<string, Contact>;
  /** Every line of the log. */
  readonly logged: readonly string[];
}

const PEOPLE = ['sam@school.example', 'alex@school.example'] as const;

export async function slackBot(options: Partial<SlackOptions> = {}): Promise<SlackBot> {
  const workspace = await startSlackWorkspace({ people: PEOPLE });
  const clock = testClock();
  const heard: Inbound[] = [];
  const contacts = new Map<string, Contact>();
  const logged: string[] = [];
  const log = (event: string, fields = {}) => void logged.push(`${event} ${JSON.stringify(fields)}`);
  let turn: (inbound: Inbound) => Reply | Promise<Reply> = () => {
    throw new Error('the test says not what to answer');
  };
  const channel = slackChannel({
    botToken: workspace.botToken,
    signingSecret: workspace.signingSecret,
    apiUrl: workspace.apiUrl,
    clock,
    log: { info: log, warn: log, error: log },
    contacts: {
      find: async (id) => [...contacts.values()].find((one) => one.id === id),
      update: async (id, change) => {
        const known = [...contacts.values()].find((one) => one.id === id);
        const wanted = change(known);
        const stored = { ...wanted, version: wanted.version + 1 };
        contacts.set(wanted.userId, stored);
        return stored;
      },
    },
    ...options,
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, routes: channel.routes, health: {} });
  const hear: Turn = async (inbound) => {
    heard.push(inbound);
    return turn(inbound);
  };
  let find: Find = async () => [];
  const searched: Search[] = [];
  const looks: Find = (search) => {
    searched.push(search);
    return find(search);
  };
  await channel.start(hear, looks);
  onTestFinished(async () => {
    await Promise.all([server.stop(1000), channel.stop()]);
    await workspace.close();
  });
  return {
    url: server.url,
    channel,
    workspace,
    clock,
    heard,
    contacts,
    logged,
    searches: {
      heard: searched,
      finds: (how) => {
        find = how;
      },
    },
    answers: (given) => {
      turn = given;
    },
  };
}
