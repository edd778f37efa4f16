import { z } from 'zod';
import type { Clock } from '../../app/ports.ts';
import { type Contact, contactId } from '../../domain/school/contact.ts';
import type { PersonId } from '../../domain/school/school.ts';
import type { Instant } from '../../domain/time.ts';
import { type Inbound, Unreachable } from '../channel.ts';
import { isFresh, isInGrace, MembershipUnknown } from '../membership.ts';
import type { ChannelLog, Contacts } from '../parts.ts';
import type { Client } from './client.ts';
import { codeOf } from './faults.ts';
import type { Team } from './team.ts';

/** Who acted: as the conversation needs to know them, and where they are written to. */
export interface Person {
  readonly userId: string;
  /** Undefined for guests, bots, people who left, and people of other workspaces. */
  readonly email: PersonId | undefined;
  readonly tenant: string;
  /** Their private chat with the bot, where it is known. */
  readonly dm: string | undefined;
  /** Whether the bot has not heard from them before. */
  readonly isNew: boolean;
}

/** What Slack's directory says of somebody. */
interface Profile {
  readonly userId: string;
  readonly tenant: string;
  readonly email: PersonId | undefined;
  readonly gone: boolean;
  readonly checkedAt: Instant;
}

interface Known {
  readonly tenant: string;
  readonly email?: PersonId | undefined;
  readonly checkedAt?: Instant | undefined;
}

const slackUser = z.object({
  id: z.string(),
  team_id: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  /** Guests of several channels, or of one. */
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  is_email_confirmed: z.boolean().optional(),
  profile: z.object({ email: z.string().optional() }).optional(),
  enterprise_user: z.object({ teams: z.array(z.string()).optional() }).optional(),
});

const dmOf = (contact: Contact | undefined) => {
  const channel = contact?.address?.channel;
  return typeof channel === 'string' ? channel : undefined;
};

/** What they said, as the conversation takes it. */
export function saidBy({ userId: account, email, tenant }: Person, said: Inbound['said']): Inbound {
  return { channel: 'slack', account, email, tenant, said };
}

/** Knows who is who: asks Slack's directory once an hour and after every failure, and keeps what it learns. */
export class People {
  readonly #client: Client;
  readonly #team: Team;
  readonly #contacts: Contacts;
  readonly #clock: Clock;
  readonly #log: ChannelLog;
  /** Those to whom sending failed: what is known of them may be out of date. */
  readonly #doubted = new Set<string>();
  /** When the directory last agreed that somebody written to is who they were. */
  readonly #agreedAt = new Map<string, Instant>();

  constructor(client: Client, team: Team, contacts: Contacts, clock: Clock, log: ChannelLog) {
    this.#client = client;
    this.#team = team;
    this.#contacts = contacts;
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * Who `userId` is; remembered, as somebody seen now. `dm` is the private chat that the occasion says it happened in: it counts
   * where it is the one Slack opens with them.
   * @throws {MembershipUnknown} Slack's directory can't be asked, and said nothing of them for a day: nobody is taken for
   *   anybody then.
   */
  async identify(userId: string, dm?: string): Promise<Person> {
    const team = await this.#team.id();
    const stored = await this.#contacts.find(contactId('slack', team, userId));
    const known = stored && this.#isFresh(userId, stored.checkedAt) ? stored : undefined;
    const { tenant, email, checkedAt } = known ?? (await this.#lookUpOrTrust(userId, stored));
    const before = dmOf(stored);
    const isKnown = before !== undefined && (dm === undefined || dm === before);
    const channel = isKnown ? before : email || dm ? await this.#openQuietly(userId) : undefined;
    const profile = { userId, tenant, email, gone: false, checkedAt: checkedAt ?? this.#clock.now() };
    try {
      await this.#remember(profile, channel, true);
    } catch (error) {
      // Who they are is known all the same; only a later nudge would want the contact.
      this.#log.warn('contact not stored', { contact: userId, error });
    }
    return { userId, email, tenant, dm: channel, isNew: stored?.seenAt === undefined };
  }

  /** A colleague by e-mail address, remembered; undefined when this workspace has none. */
  async locate(email: PersonId): Promise<Contact | undefined> {
    let user: unknown;
    try {
      user = (await this.#client.users.lookupByEmail({ email })).user;
    } catch (error) {
      if (codeOf(error) === 'users_not_found') return undefined;
      throw error;
    }
    const profile = await this.#profileOf(user);
    if (profile.email !== email) return undefined;
    return this.#remember(profile, await this.#openQuietly(profile.userId), false);
  }

  /**
   * Makes sure, before something private is sent, that `contact` is still the colleague it was written down as.
   * @throws {Unreachable} when they are not; else whatever kept the directory from being asked.
   */
  async confirm(contact: Contact): Promise<void> {
    const { userId, email } = contact;
    if (email === undefined || contact.tenant !== (await this.#team.id())) throw new Unreachable('not-found');
    const last = [contact.checkedAt, this.#agreedAt.get(userId)].filter((one) => one !== undefined).sort();
    if (this.#isFresh(userId, last.at(-1))) return;
    const profile = await this.#lookUp(userId);
    if (profile.gone) throw new Unreachable('left');
    // Of an account that is bound to its person the address may change; the account is still theirs.
    const same = contact.person === undefined ? profile.email === email : profile.email !== undefined;
    if (!same) throw new Unreachable('not-found');
    this.#agreedAt.set(userId, profile.checkedAt);
  }

  /** Their private chat with the bot, opened if need be. */
  async open(userId: string): Promise<string> {
    const { channel } = await this.#client.conversations.open({ users: userId });
    if (!channel?.id?.startsWith('D')) throw new Error('conversations.open names no private chat');
    return channel.id;
  }

  /** Told that sending to them failed, so that the directory is asked again. */
  doubt(userId: string): void {
    this.#doubted.add(userId);
  }

  #isFresh(userId: string, checkedAt: Instant | undefined): boolean {
    if (checkedAt === undefined || this.#doubted.has(userId)) return false;
    return isFresh(checkedAt, this.#clock.now());
  }

  async #lookUpOrTrust(userId: string, stored: Contact | undefined): Promise<Known> {
    try {
      return await this.#lookUp(userId);
    } catch (error) {
      this.#log.warn('member not looked up', { contact: userId, code: codeOf(error) });
      if (stored && isInGrace(stored.checkedAt, this.#clock.now())) return stored;
      throw new MembershipUnknown(error);
    }
  }

  async #openQuietly(userId: string): Promise<string | undefined> {
    try {
      return await this.open(userId);
    } catch (error) {
      this.#log.warn('private chat not opened', { contact: userId, code: codeOf(error) });
      return undefined;
    }
  }

  async #lookUp(userId: string): Promise<Profile> {
    try {
      const { user } = await this.#client.users.info({ user: userId });
      const profile = await this.#profileOf(user);
      this.#doubted.delete(userId);
      return profile;
    } catch (error) {
      if (!['user_not_found', 'user_not_visible'].includes(codeOf(error))) throw error;
      return { userId, tenant: 'unknown', email: undefined, gone: true, checkedAt: this.#clock.now() };
    }
  }

  async #profileOf(answer: unknown): Promise<Profile> {
    const user = slackUser.parse(answer);
    const team = await this.#team.id();
    const home = user.team_id === team || user.enterprise_user?.teams?.includes(team) === true;
    const gone = user.deleted === true;
    // A member says of itself that it is none of what would make it something else.
    const member = user.deleted === false && user.is_bot === false;
    const guest =
      user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true;
    const ours = home && member && !guest && user.is_email_confirmed !== false;
    const email = user.profile?.email?.trim().toLowerCase();
    return {
      userId: user.id,
      tenant: home ? team : (user.team_id ?? 'unknown'),
      email: ours && email ? email : undefined,
      gone,
      checkedAt: this.#clock.now(),
    };
  }

  #remember(profile: Profile, channel: string | undefined, seen: boolean): Promise<Contact> {
    const { tenant, userId, email, checkedAt } = profile;
    const id = contactId('slack', tenant, userId);
    return this.#contacts.update(id, (known) => {
      const address = channel ? { channel } : known?.address;
      const seenAt = seen ? this.#clock.now() : known?.seenAt;
      return {
        id,
        version: known?.version ?? 0,
        channel: 'slack',
        tenant,
        userId,
        checkedAt,
        ...(email ? { email } : {}),
        ...(known?.person ? { person: known.person } : {}),
        ...(known?.cards ? { cards: known.cards } : {}),
        ...(address ? { address } : {}),
        ...(seenAt ? { seenAt } : {}),
        // Being heard from, or found in the directory, ends an earlier "can't be reached".
      };
    });
  }
}
