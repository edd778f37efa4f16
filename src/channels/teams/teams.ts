import type { Activity } from 'botbuilder';
import type { Find, Turn } from '../channel.ts';
import type { RoutedChannel } from '../definition.ts';
import { Doorstep } from '../doorstep.ts';
import { Once } from '../once.ts';
import { LOOPBACK_HOSTS } from '../sent-file.ts';
import { TeamsAdapter } from './adapter.ts';
import { addressOf, MICROSOFT_HOSTS } from './address.ts';
import { type Authenticated, TeamsAuthentication } from './authentication.ts';
import { Consents } from './consent.ts';
import { Conversations } from './conversation.ts';
import { messagesRoute } from './endpoint.ts';
import { type Answer, Events } from './events.ts';
import { codeOf } from './faults.ts';
import { filesFrom } from './files.ts';
import type { TeamsOptions } from './options.ts';
import { People } from './people.ts';
import { Rosters } from './rosters.ts';
import { Sender } from './sender.ts';

/** How much of activities is remembered; Teams delivers one again within seconds. An answer is a card at most. */
const REMEMBERED = { most: 10_000, bytes: 16_000_000 };

/** The parts of the channel, put together. */
function build(options: TeamsOptions) {
  const { identity, contacts, clock, log, timeoutMs = 10_000, doorstep = new Doorstep() } = options;
  const playground = identity.kind === 'playground';
  const serviceHosts = options.serviceHosts ?? (playground ? LOOPBACK_HOSTS : MICROSOFT_HOSTS);
  const authentication = new TeamsAuthentication(identity, timeoutMs, options.endpoints, options.credentials);
  const adapter = new TeamsAdapter(authentication, playground ? '' : identity.appId);
  const sender = new Sender(adapter, authentication, contacts, serviceHosts, timeoutMs, log);
  const people = new People(contacts, clock, log, playground);
  const rosters = new Rosters(contacts, adapter, serviceHosts, { clock, log, playground });
  const conversations = new Conversations(
    people,
    ({ userId, here, address }, message) => sender.send({ userId, tenant: here, address }, message),
    filesFrom(options.fileHosts, timeoutMs),
    log,
  );
  const consents = new Consents(options.uploadHosts, timeoutMs, log);
  const tenant = playground ? undefined : identity.tenantId;
  const events = new Events(tenant, people, rosters, conversations, consents, log);
  const door = { playground, serviceHosts, timeoutMs, log, doorstep };
  return { ...door, authentication, adapter, sender, events, consents, rosters, tenant };
}

/**
 * Microsoft Teams, by the Bot Framework. Serve its `routes`, then `start` it.
 * @throws when the identity is incomplete, or is the playground's in production.
 */
export function teamsChannel(options: TeamsOptions): RoutedChannel {
  const parts = build(options);
  const { authentication, adapter, sender, events, log, consents, rosters, tenant } = parts;
  const seen = new Once<Answer>(REMEMBERED);
  const inHand = new Set<Promise<unknown>>();
  let turn: Turn | undefined;
  let find: Find = async () => [];

  const tracked = <T>(work: Promise<T>): Promise<T> => {
    const ended = work.then(
      () => undefined,
      () => undefined,
    );
    inHand.add(ended);
    ended.then(() => inHand.delete(ended));
    return work;
  };

  const handle = (by: Turn) => (from: Authenticated, activity: Activity) => {
    const work = () => adapter.run(from, activity, (context) => events.handle(context, by, find));
    // An activity's id is unique only within its conversation.
    const key = activity.id ? JSON.stringify([activity.conversation.id, activity.id]) : undefined;
    return tracked(key === undefined ? work() : seen.once(key, work));
  };

  return {
    name: 'teams',
    formsInMessages: true,
    routes: [messagesRoute({ ...parts, handler: () => turn && handle(turn) })],
    async start(by, looks) {
      turn = by;
      if (looks) find = looks;
    },
    async stop() {
      turn = undefined;
      await Promise.all(inHand);
    },
    send: (contact, message) =>
      tracked(
        sender.send({ userId: contact.userId, tenant: contact.tenant, address: addressOf(contact) }, message),
      ),
    update: (contact, ref, message) => {
      const to = { userId: contact.userId, tenant: contact.tenant, address: addressOf(contact) };
      return tracked(sender.update(to, ref, message));
    },
    forget() {
      consents.forget();
      seen.clear();
    },
    async sendFile(contact, file) {
      const to = { userId: contact.userId, tenant: contact.tenant, address: addressOf(contact) };
      const asked = await tracked(sender.sendActivity(to, consents.asking(contact.userId, file)));
      await file.stands?.(asked);
      return 'asked';
    },
    locate: async (address) => (tenant ? tracked(rosters.locate(address, tenant)) : undefined),
    async trouble() {
      if (!turn) return 'is not taking messages';
      try {
        await authentication.haveToken();
        return undefined;
      } catch (error) {
        log('error', 'token refused', { code: codeOf(error) });
        return 'Microsoft gives this app no token: check MicrosoftAppId, MicrosoftAppPassword and MicrosoftAppTenantId';
      }
    },
  };
}
