import { startServer } from '../../src/app/http.ts';
import { teamsChannel } from '../../src/channels/teams/teams.ts';
import { BYSTANDER, SENCO, STRANGER } from '../../test/support/builders.ts';
import { testClock } from '../../test/support/clock.ts';
import { contactsInMemory } from '../../test/support/contacts-in-memory.ts';
import { type FakeMember, startFakeConnector } from '../../test/support/fake-connector.ts';
import { TENANT, World } from '../../test/support/matrix.ts';
import { inChannel, teamsClient } from '../../test/support/teams-client.ts';
import { attemptsOn, type Held, holds, knownOf } from './door.ts';
import { mutated, randomFrom } from './mutations.ts';

/** A part of an activity as it became, with the id it has by right; what is no object any more stays what it is. */
const named = (part: unknown, own: unknown): unknown =>
  part && typeof part === 'object' ? { ...part, id: (own as { id: string }).id } : part;

const member = (email: string): FakeMember => ({
  ...{ id: `29:${email}`, name: email, email, userPrincipalName: email, tenantId: TENANT, userRole: 'user' },
});

/**
 * Activities at the door for Teams, some signed by Microsoft for a colleague who was asked nothing or somebody of the organisation on no
 * list, some with the SENCO's name on them and no token that holds.
 */
export async function teamsDoor(payloads: number, seed: number): Promise<Held> {
  const world = new World();
  const all = await attemptsOn(world);
  const connector = await startFakeConnector(undefined, TENANT);
  const people = [BYSTANDER, STRANGER].map(member);
  for (const one of [...people, member(SENCO)]) connector.members.set(one.id, one);
  const { appId, tenantId, endpoints, credentials } = connector;
  const channel = teamsChannel({
    contacts: contactsInMemory(),
    clock: testClock(),
    log: () => undefined,
    identity: { kind: 'app', appId, tenantId, type: 'SingleTenant', password: 'secret' },
    serviceHosts: ['127.0.0.1'],
    endpoints,
    credentials,
  });
  const server = await startServer({ host: '127.0.0.1', port: 0, routes: channel.routes, health: {} });
  await channel.start(world.turn());
  const client = teamsClient(connector, server.url);
  const [random, known] = [randomFrom(seed), knownOf(world)];
  const pick = <T>(some: readonly T[]): T => some[Math.floor(random() * some.length)] as T;
  const bad = await Promise.all([
    connector.token({ exp: 1 }),
    connector.token({ aud: 'another' }),
    connector.token({ iss: 'https://evil.example' }),
  ]);
  const tokens = ['', 'x.y.z', ...bad];
  try {
    return await holds('Teams', payloads, world, () => {
      const outside = random() < 0.2;
      const who = outside ? member(SENCO) : pick(people);
      const said = pick(all);
      const given =
        said.kind === 'text'
          ? { text: said.text, ...(random() < 0.3 ? inChannel('team-1') : {}) }
          : { replyToId: 'a1', value: { send: said.data, ...said.values } };
      const invoke = {
        type: 'invoke',
        name: 'adaptiveCard/action',
        value: { action: { type: 'Action.Execute', verb: 'send', data: given.value }, trigger: 'manual' },
      };
      const shape = pick([
        given,
        given,
        invoke,
        { type: pick(['installationUpdate', 'conversationUpdate', 'event']) },
      ]);
      const as = client.activity(who, shape);
      const activity = mutated(structuredClone(as), random, known);
      // Microsoft says whose an activity is, and in which chat: nobody can have it signed for somebody else.
      const { from, conversation } = as;
      if (!outside)
        Object.assign(activity, {
          from: named(activity.from, from),
          conversation: named(activity.conversation, conversation),
        });
      return {
        payload: activity,
        knock: async () => {
          const [asked, posted] = [connector.requests.length, connector.posted.length];
          const { status, text } = await client.deliver(activity, outside ? pick(tokens) : undefined);
          const out = [connector.requests.slice(asked), connector.posted.slice(posted)];
          if (outside && connector.requests.length > asked)
            return { status: 599, out: 'it was taken without a token' };
          return { status, out: text + JSON.stringify(out) };
        },
      };
    });
  } finally {
    await server.stop(0);
    await connector.stop();
  }
}
