import type { Activity } from 'botbuilder';
import pTimeout from 'p-timeout';
import { contactId } from '../../domain/school/contact.ts';
import type { CardMessage } from '../../presentation/message.ts';
import { type MessageRef, TryLater, Unreachable } from '../channel.ts';
import type { Contacts } from '../parts.ts';
import type { TeamsAdapter } from './adapter.ts';
import { type Address, mayCall } from './address.ts';
import type { TeamsAuthentication } from './authentication.ts';
import { answered, codeOf, meaningOf } from './faults.ts';
import type { TeamsLog } from './options.ts';
import { cardActivity } from './render.ts';

/** Whom something is sent to. */
export interface Recipient {
  readonly userId: string;
  /** The tenant the chat is in. */
  readonly tenant: string;
  readonly address: Address | undefined;
}

/** Speaks first: to one person, in the chat only they and the bot are in. */
export class Sender {
  readonly #adapter: TeamsAdapter;
  readonly #authentication: TeamsAuthentication;
  readonly #contacts: Contacts;
  readonly #hosts: readonly string[];
  readonly #timeoutMs: number;
  readonly #log: TeamsLog;

  constructor(
    adapter: TeamsAdapter,
    authentication: TeamsAuthentication,
    contacts: Contacts,
    hosts: readonly string[],
    timeoutMs: number,
    log: TeamsLog,
  ) {
    this.#adapter = adapter;
    this.#authentication = authentication;
    this.#contacts = contacts;
    this.#hosts = hosts;
    this.#timeoutMs = timeoutMs;
    this.#log = log;
  }

  /**
   * Sends `message` once, opening the 1:1 chat if it isn't known yet. Keeps in their contact, where there is one, a
   * chat that was opened; and when they can't be reached forgets the chat, so that the next try opens it anew.
   * @throws {Unreachable | TryLater | Uncertain} as the port says.
   */
  async send(to: Recipient, message: CardMessage): Promise<MessageRef> {
    return this.sendActivity(to, cardActivity(message));
  }

  /** As `send`, of anything that can stand in a chat. */
  async sendActivity(to: Recipient, message: Partial<Activity>): Promise<MessageRef> {
    const { address } = to;
    if (!address || !mayCall(address.serviceUrl, this.#hosts)) throw new Unreachable('not-installed');
    await this.#haveToken();
    try {
      const conversation = address.conversation ?? (await this.#open(to.userId, to.tenant, address));
      if (address.conversation === undefined) await this.#keep(to, { ...address, conversation });
      const activity = await this.#post(to.userId, conversation, address, message);
      return { serviceUrl: address.serviceUrl, conversation, activity };
    } catch (error) {
      if (error instanceof Unreachable) await this.#keep(to, { ...address, conversation: undefined });
      throw error;
    }
  }

  /**
   * Puts `message` in the place of one that `send` sent, where that is still there.
   * @throws {Unreachable | TryLater | Uncertain} as the port says.
   */
  async update(to: Recipient, ref: MessageRef, message: CardMessage): Promise<void> {
    const { serviceUrl = '', conversation = '', activity: id = '' } = ref;
    const { bot } = to.address ?? {};
    if (!bot || !id || !mayCall(serviceUrl, this.#hosts)) throw new Unreachable('not-installed');
    await this.#haveToken();
    const shown = cardActivity(message);
    const activity = { ...this.#activity(to.userId, conversation, { serviceUrl, bot }, shown), id };
    try {
      const connector = await this.#adapter.connectorTo(serviceUrl);
      await connector.conversations.updateActivity(conversation, id, activity);
    } catch (error) {
      this.#log('warn', 'message not updated', answered(error));
      throw meaningOf(error);
    }
  }

  async #keep({ userId, tenant }: Recipient, address: Address): Promise<void> {
    const id = contactId('teams', tenant, userId);
    const { conversation, ...unopened } = address;
    try {
      const met = await this.#contacts.find(id);
      if (!met) return;
      await this.#contacts.update(id, (known = met) => {
        if (conversation !== undefined) return { ...known, address: { ...address } };
        // Perhaps they left: the directory is to be asked again when they are next heard from.
        const { checkedAt: _, ...unchecked } = known;
        return { ...unchecked, address: unopened };
      });
    } catch (error) {
      // Whether the message goes does not hang on this being remembered.
      this.#log('error', 'address not kept', { code: codeOf(error) });
    }
  }

  // Fetched apart and ahead: a token that came too late must not let a message out after we called it not sent.
  async #haveToken(): Promise<void> {
    try {
      await pTimeout(this.#authentication.haveToken(), { milliseconds: this.#timeoutMs });
    } catch (error) {
      this.#log('error', 'token refused', { code: codeOf(error) });
      throw new TryLater(60_000);
    }
  }

  // Opening the same chat again gives the same chat, so whatever goes wrong here, no message was sent.
  async #open(userId: string, tenant: string, { serviceUrl, bot }: Address): Promise<string> {
    const parameters = {
      isGroup: false,
      bot: { id: bot, name: '' },
      members: [{ id: userId, name: '' }],
      tenantId: tenant,
      channelData: { tenant: { id: tenant } },
    };
    try {
      const connector = await this.#adapter.connectorTo(serviceUrl);
      const { id } = await connector.conversations.createConversation(parameters);
      if (id) return id;
      throw new Error('Teams gave the new conversation no id');
    } catch (error) {
      this.#log('warn', 'chat not opened', answered(error));
      const meaning = meaningOf(error);
      throw meaning instanceof Unreachable || meaning instanceof TryLater ? meaning : new TryLater(60_000);
    }
  }

  #activity(userId: string, conversation: string, { serviceUrl, bot }: Address, message: Partial<Activity>) {
    return {
      ...message,
      channelId: 'msteams',
      serviceUrl,
      from: { id: bot, name: '' },
      recipient: { id: userId, name: '' },
      conversation: { id: conversation, isGroup: false, conversationType: 'personal', name: '' },
    };
  }

  async #post(userId: string, conversation: string, address: Address, message: Partial<Activity>) {
    const { serviceUrl } = address;
    const activity = this.#activity(userId, conversation, address, message);
    try {
      const connector = await this.#adapter.connectorTo(serviceUrl);
      const { id } = await connector.conversations.sendToConversation(conversation, activity);
      return id;
    } catch (error) {
      this.#log('warn', 'sending failed', answered(error));
      throw meaningOf(error);
    }
  }
}
