import { type RunningServer, startServer } from '../../src/app/http.ts';
import type { Find, Inbound, Reply, Search } from '../../src/channels/channel.ts';
import type { TeamsOptions } from '../../src/channels/teams/options.ts';
import { teamsChannel } from '../../src/channels/teams/teams.ts';
import type { CardMessage } from '../../src/presentation/message.ts';
import { afterwards } from './afterwards.ts';
import { type TestClock, testClock } from './clock.ts';
import { contactsInMemory } from './contacts-in-memory.ts';
import { type FakeConnector, type FakeMember, startFakeConnector } from './fake-connector.ts';
import type { Searches } from './searches.ts';
import { type TeamsClient, teamsClient } from './teams-client.ts';

/** A card that says one thing, and has a button. */
export function aCard(says: string): CardMessage {
  return {
    notification: 'Review K7Q4: something for you',
    card: {
      type: 'AdaptiveCard',
      version: '1.5',
      body: [{ type: 'TextBlock', text: says }],
      actions: [{ type: 'Action.Submit', title: 'Go', data: { send: { do: 'go' } } }],
    },
  };
}

export const JO: FakeMember = {
  id: '29:jo',
  name: 'Jo Teacher',
  email: 'Jo.Teacher@Oakfield.example',
  userPrincipalName: 'jt@oakfield.onmicrosoft.example',
  tenantId: 'school-tenant',
  userRole: 'user',
};

export interface TeamsBot {
  readonly channel: ReturnType<typeof teamsChannel>;
  readonly connector: FakeConnector;
  readonly contacts: ReturnType<typeof contactsInMemory>;
  readonly client: TeamsClient;
  readonly clock: TestClock;
  readonly url: string;
  /** Every turn that was run. */
  readonly turns: Inbound[];
  /** What the log was told, as text. */
  readonly log: string[];
  readonly searches: Searches;
  /** What a turn does from now on; it starts by answering with a new card that says "hello". */
  reply(how: (inbound: Inbound) => Promise<Reply> | Reply): void;
}

/** The bot as an app registered at the fake. */
const anAppOf = ({ appId, tenantId, endpoints, credentials }: FakeConnector) =>
  ({
    identity: { kind: 'app', appId, tenantId, type: 'SingleTenant', password: 'secret' },
    serviceHosts: ['127.0.0.1'],
    endpoints,
    credentials,
  }) as const;

/** The bot behind the Agents Playground: nobody signs anything. */
export async function startPlaygroundBot(): Promise<TeamsBot> {
  const connector = await startFakeConnector();
  connector.takesAnybody = true;
  return startWith(connector, { identity: { kind: 'playground' } });
}

/** A bot in Teams with a turn that the test writes, against a fake connector that knows Jo. */
export async function startTeamsBot(given: Partial<TeamsOptions> = {}): Promise<TeamsBot> {
  const connector = await startFakeConnector();
  return startWith(connector, { ...anAppOf(connector), ...given });
}

async function startWith(
  connector: FakeConnector,
  options: Pick<TeamsOptions, 'identity'> & Partial<TeamsOptions>,
): Promise<TeamsBot> {
  const contacts = contactsInMemory();
  const clock = testClock();
  const turns: Inbound[] = [];
  const log: string[] = [];
  let reply: (inbound: Inbound) => Promise<Reply> | Reply = () => ({ kind: 'new', show: aCard('hello') });
  const channel = teamsChannel({
    contacts,
    clock,
    log: (level, event, { error, ...fields }) =>
      log.push(`${level} ${event} ${JSON.stringify(fields)}${error ? ' and an error' : ''}`),
    ...options,
  });
  const server: RunningServer = await startServer({
    host: '127.0.0.1',
    port: 0,
    routes: channel.routes,
    health: {},
    onFault: (path) => log.push(`fault ${path}`),
  });
  afterwards(async () => {
    await server.stop(0);
    await connector.stop();
  });
  let find: Find = async () => [];
  const searched: Search[] = [];
  const looks: Find = (search) => {
    searched.push(search);
    return find(search);
  };
  await channel.start(async (inbound) => {
    turns.push(inbound);
    return reply(inbound);
  }, looks);
  connector.members.set(JO.id, JO);
  return {
    channel,
    connector,
    contacts,
    clock,
    turns,
    log,
    url: server.url,
    client: teamsClient(connector, server.url),
    searches: {
      heard: searched,
      finds: (how) => {
        find = how;
      },
    },
    reply: (how) => {
      reply = how;
    },
  };
}
