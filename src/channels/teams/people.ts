import { TeamsInfo, type TurnContext } from 'botbuilder';
import type { Clock } from '../../app/ports.ts';
import { type Contact, contactId } from '../../domain/school/contact.ts';
import type { PersonId } from '../../domain/school/school.ts';
import { isFresh, isInGrace, MembershipUnknown } from '../membership.ts';
import type { Contacts } from '../parts.ts';
import { tenantOf } from './activity.ts';
import { type Address, addressFrom, addressOf } from './address.ts';
import { answered, statusOf } from './faults.ts';
import type { TeamsLog } from './options.ts';

/** Who acted: as the conversation needs to know them, and how to write to them. */
export interface Person {
  readonly userId: string;
  /** Undefined for guests, people of other tenants, and those the directory has no address for. */
  readonly email: PersonId | undefined;
  /** The tenant they belong to. */
  readonly tenant: string;
  /** The tenant the chat is in: for guests, not their own. */
  readonly here: string;
  readonly address: Address;
}

/** What Teams says of a member of a chat or a team. */
type Member = Readonly<
  Partial<Record<'tenantId' | 'userRole' | 'userPrincipalName' | 'email', string | undefined>>
>;

/** A member's own tenant and e-mail address; no address for guests, who are somebody else's people. */
export function identify(
  member: Member,
  here: string,
  playground: boolean,
): { tenant: string; email: PersonId | undefined } {
  const tenant = member.tenantId || here;
  // The playground gives no roles.
  const isUser = member.userRole === 'user' || (playground && member.userRole === undefined);
  const guest = !isUser || (member.userPrincipalName ?? '').toUpperCase().includes('#EXT#');
  const email = (member.email || member.userPrincipalName || '').trim().toLowerCase();
  return { tenant, email: tenant !== here || guest || email === '' ? undefined : email };
}

/** Learns people from what they do, and keeps what it learns. */
export class People {
  readonly #contacts: Contacts;
  readonly #clock: Clock;
  readonly #log: TeamsLog;
  readonly #playground: boolean;

  constructor(contacts: Contacts, clock: Clock, log: TeamsLog, playground = false) {
    this.#playground = playground;
    this.#contacts = contacts;
    this.#clock = clock;
    this.#log = log;
  }

  /**
   * Who acted in this turn. The directory is asked once, and again after an hour; while it doesn't answer, what it
   * said last holds for a day.
   * @throws {MembershipUnknown} the directory doesn't answer, and said nothing of them for a day.
   */
  async who(context: TurnContext): Promise<Person> {
    const { activity } = context;
    const here = tenantOf(activity) ?? '';
    const userId = activity.from.id;
    const known = await this.#contacts.find(contactId('teams', here, userId));
    const address = addressFrom(activity, known && addressOf(known));
    const looked =
      known && isFresh(known.checkedAt, this.#clock.now())
        ? undefined
        : await this.#lookUp(context, here, known);
    if (looked && looked.email === undefined) {
      if (known) await this.#forget(known);
      return { userId, here, ...looked, address };
    }
    const email = looked?.email ?? known?.email;
    const met = (now: Contact | undefined) => {
      const { unreachable: _, ...contact } = now ?? blank(here, userId);
      return {
        ...contact,
        ...(email === undefined ? {} : { email }),
        ...(looked ? { checkedAt: this.#clock.now() } : {}),
        seenAt: this.#clock.now(),
        address: { ...addressFrom(activity, now && addressOf(now)) },
      };
    };
    await this.#contacts.update(contactId('teams', here, userId), met, { findsByMark: true });
    return { userId, here, email, tenant: here, address };
  }

  /** Notes that somebody removed the bot from their chats. */
  async removed(context: TurnContext): Promise<void> {
    const id = contactId('teams', tenantOf(context.activity) ?? '', context.activity.from.id);
    const since = this.#clock.now();
    if (!(await this.#contacts.find(id))) return;
    await this.#contacts.update(id, (known) => ({
      ...(known ?? blank(tenantOf(context.activity) ?? '', context.activity.from.id)),
      unreachable: { since, why: 'not-installed' },
    }));
  }

  async #lookUp(context: TurnContext, here: string, known: Contact | undefined) {
    try {
      return identify(await TeamsInfo.getMember(context, context.activity.from.id), here, this.#playground);
    } catch (error) {
      this.#log('warn', 'member not found', answered(error));
      if (statusOf(error) === 404) return { tenant: here, email: undefined };
      const trusted = known?.email !== undefined && isInGrace(known.checkedAt, this.#clock.now());
      if (trusted) return undefined;
      throw new MembershipUnknown(error);
    }
  }

  // A former colleague's address must not stay on somebody who is a guest by now.
  async #forget(known: Contact): Promise<void> {
    await this.#contacts.update(known.id, (now) => {
      const { email: _, checkedAt: __, ...rest } = now ?? known;
      return rest;
    });
  }
}

/** Somebody of whom nothing is known yet. */
export const blank = (tenant: string, userId: string): Contact => ({
  id: contactId('teams', tenant, userId),
  version: 0,
  channel: 'teams',
  tenant,
  userId,
});
