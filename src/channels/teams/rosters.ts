import type { PagedMembersResult, TurnContext } from 'botbuilder';
import { z } from 'zod';
import type { Clock } from '../../app/ports.ts';
import { type Contact, contactId } from '../../domain/school/contact.ts';
import type { Instant } from '../../domain/time.ts';
import { isFresh } from '../membership.ts';
import type { Contacts } from '../parts.ts';
import { teamOf, tenantOf } from './activity.ts';
import type { TeamsAdapter } from './adapter.ts';
import { type Address, addressOf, mayCall } from './address.ts';
import { answered, statusOf } from './faults.ts';
import type { TeamsLog } from './options.ts';
import { blank, identify } from './people.ts';

/** As many as Teams gives at once. */
const PAGE = 500;
/** So many teams are kept in mind in which the bot is; the oldest is forgotten. */
const MOST_TEAMS = 100;

const text = z
  .string()
  .nullish()
  .transform((one) => one ?? undefined);
const memberSchema = z.object({
  ...{ id: z.string().min(1), email: text, userPrincipalName: text, tenantId: text, userRole: text },
});

/** The entry in which it stands in which teams the bot is: no user's id in Teams looks like it. */
const entryOf = (tenant: string) => ({ id: contactId('teams', tenant, 'teams'), userId: 'teams' });

/** How a team is asked who is in it. */
type Way = Required<Pick<Address, 'serviceUrl' | 'bot'>>;
const waySchema: z.ZodType<Way> = z.object({ serviceUrl: z.string(), bot: z.string() });

/**
 * Learns whole teams, so that whoever is on a staff list and in one of them can be written to 1:1. Which teams the bot is in is kept,
 * not who else is in them: so a new colleague is found once the list has them.
 */
export class Rosters {
  readonly #contacts: Contacts;
  readonly #adapter: TeamsAdapter;
  readonly #hosts: readonly string[];
  readonly #clock: Clock;
  readonly #log: TeamsLog;
  readonly #playground: boolean;
  /** When each was read last. */
  readonly #readAt = new Map<string, Instant>();

  constructor(
    contacts: Contacts,
    adapter: TeamsAdapter,
    hosts: readonly string[],
    {
      clock,
      log,
      playground,
    }: { readonly clock: Clock; readonly log: TeamsLog; readonly playground: boolean },
  ) {
    this.#contacts = contacts;
    this.#adapter = adapter;
    this.#hosts = hosts;
    this.#clock = clock;
    this.#log = log;
    this.#playground = playground;
  }

  /**
   * Learns everybody of the team this turn happened in, and that the bot is in it.
   * @throws when Teams doesn't give the roster.
   */
  async learn({ activity }: TurnContext): Promise<void> {
    const [here, team] = [tenantOf(activity) ?? '', teamOf(activity)];
    if (team === undefined) return;
    const way = { serviceUrl: activity.serviceUrl, bot: activity.recipient.id };
    await this.#note(here, (all) => [
      ...all.filter(({ id }) => id !== team),
      { id: team, address: { ...way } },
    ]);
    await this.#read(here, team, way);
  }

  /**
   * Somebody of the tenant by their e-mail address, from the teams that were not read within the hour: who was in one that was is
   * known by now.
   * @throws when Teams doesn't answer.
   */
  async locate(address: string, tenant: string): Promise<Contact | undefined> {
    // Who had spoken, or was given the app, before a list had them.
    const known = await this.#contacts.marked?.('teams', tenant, address);
    if (known) return known;
    const entry = await this.#contacts.find(entryOf(tenant).id);
    let found: Contact | undefined;
    for (const { id: team, address: kept } of entry?.groups ?? []) {
      const way = waySchema.safeParse(kept).data;
      if (!way || !mayCall(way.serviceUrl, this.#hosts)) continue;
      if (isFresh(this.#readAt.get(team), this.#clock.now())) continue;
      try {
        found = (await this.#read(tenant, team, way, address)) ?? found;
      } catch (error) {
        if (![403, 404].includes(statusOf(error) ?? 0)) throw error;
        // The bot is in it no more.
        this.#log('warn', 'team forgotten', answered(error));
        await this.#note(tenant, (all) => all.filter(({ id }) => id !== team));
      }
    }
    return found;
  }

  /** Learns who is in a team; resolves to whoever has that address. */
  async #read(tenant: string, team: string, way: Way, address?: string): Promise<Contact | undefined> {
    const connector = await this.#adapter.connectorTo(way.serviceUrl);
    let page: string | undefined;
    let learned = 0;
    let found: Contact | undefined;
    do {
      // Undefined it is left out of the request, which its type does not say.
      const asked = { pageSize: PAGE, continuationToken: page as string };
      const { members, continuationToken }: PagedMembersResult =
        await connector.conversations.getConversationPagedMembers(team, asked);
      for (const member of members) {
        const contact = await this.#learn(member, tenant, way);
        if (contact) learned += 1;
        if (contact && contact.email === address) found = contact;
      }
      page = continuationToken || undefined;
    } while (page !== undefined);
    this.#readAt.set(team, this.#clock.now());
    this.#log('info', 'roster learned', { count: learned });
    return found;
  }

  async #learn(said: unknown, here: string, way: Way): Promise<Contact | undefined> {
    const { data: member } = memberSchema.safeParse(said);
    if (!member || member.id === way.bot) return undefined;
    const { tenant, email } = identify(member, here, this.#playground);
    if (email === undefined || tenant !== here) return undefined;
    return this.#contacts.update(contactId('teams', here, member.id), (known) => {
      // The app is where they are now: what stood in the way of writing to them may be gone.
      const { unreachable: _, ...contact } = known ?? blank(here, member.id);
      const address: Address = { ...(known && addressOf(known)), ...way };
      return { ...contact, email, checkedAt: this.#clock.now(), address: { ...address } };
    });
  }

  async #note(
    tenant: string,
    change: (groups: NonNullable<Contact['groups']>) => NonNullable<Contact['groups']>,
  ): Promise<void> {
    const { id, userId } = entryOf(tenant);
    await this.#contacts.update(id, (known = blank(tenant, userId)) => ({
      ...known,
      groups: change(known.groups ?? []).slice(-MOST_TEAMS),
    }));
  }
}
