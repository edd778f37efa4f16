import type { Contact } from '../../domain/school/contact.ts';
import type { CardMessage } from '../../presentation/message.ts';
import { type MessageRef, Unreachable } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import type { FileGiven, PrivateFile } from '../private-file.ts';
import type { Client } from './client.ts';
import { beforeSendingFault, codeOf, sendFault } from './faults.ts';
import { giveFile } from './give-file.ts';
import type { People } from './people.ts';
import type { Team } from './team.ts';
import { type SlackMessage, toMessage } from './translate.ts';

/** What our messages carry, to be found again by. */
const EVENT_TYPE = 'send_review_bot';
const PAGE = 100;
const PAGES = 10;

/** What Slack says where a file is gone already. */
const NO_FILE = new Set(['file_not_found', 'file_deleted']);

const metadataOf = (key: string) => ({ event_type: EVENT_TYPE, event_payload: { key } });

const keyOf = (metadata: unknown): string | undefined => {
  if (typeof metadata !== 'object' || metadata === null) return undefined;
  if (!('event_type' in metadata) || metadata.event_type !== EVENT_TYPE) return undefined;
  const payload = 'event_payload' in metadata ? metadata.event_payload : undefined;
  const key = typeof payload === 'object' && payload !== null && 'key' in payload ? payload.key : undefined;
  return typeof key === 'string' ? key : undefined;
};

/** Sends private messages of our own accord, each once; with a client of its own, so that answers never wait for it. */
export class Sender {
  readonly #client: Client;
  readonly #people: People;
  readonly #team: Team;
  readonly #log: ChannelLog;
  readonly #upload: Parameters<typeof giveFile>[3];

  /** @param upload where files may go, and how long that may take. */
  constructor(
    client: Client,
    people: People,
    team: Team,
    log: ChannelLog,
    upload: Parameters<typeof giveFile>[3],
  ) {
    this.#client = client;
    this.#people = people;
    this.#team = team;
    this.#log = log;
    this.#upload = upload;
  }

  /** As `Channel.send`. */
  async send(contact: Contact, show: CardMessage, key: string): Promise<MessageRef> {
    const { message, channel } = await this.#prepare(contact, show);
    try {
      const { ts } = await this.#client.chat.postMessage({
        channel,
        ...message,
        metadata: metadataOf(key),
        unfurl_links: false,
        unfurl_media: false,
      });
      return { channel, ts: ts ?? '', key };
    } catch (error) {
      this.#failed(contact, error);
      throw sendFault(error);
    }
  }

  /** As `Channel.sendFile`. */
  async sendFile(contact: Contact, file: PrivateFile): Promise<FileGiven> {
    let channel: string;
    try {
      await this.#people.confirm(contact);
      channel = await this.#channelOf(contact);
    } catch (error) {
      this.#failed(contact, error);
      throw beforeSendingFault(error);
    }
    try {
      await giveFile(this.#client, channel, file, this.#upload);
      return 'sent';
    } catch (error) {
      this.#failed(contact, error);
      throw sendFault(error);
    }
  }

  /** As `Channel.update`. */
  async update(
    contact: Contact,
    { channel = '', ts = '', key = '', file }: MessageRef,
    show: CardMessage,
  ): Promise<void> {
    try {
      // Nothing stands in the place of a file: what is to be put there is that it is gone.
      if (file !== undefined) return await this.#removeFile(file);
      // Left out, what it is found by would be gone.
      await this.#client.chat.update({
        channel,
        ts,
        ...toMessage(show),
        ...(key && { metadata: metadataOf(key) }),
      });
    } catch (error) {
      this.#team.failed(error);
      this.#log.warn('message not updated', { contact: contact.userId, code: codeOf(error) });
      throw sendFault(error);
    }
  }

  async #removeFile(file: string): Promise<void> {
    try {
      await this.#client.files.delete({ file });
    } catch (error) {
      if (!NO_FILE.has(codeOf(error))) throw error;
    }
  }

  /**
   * As `Channel.delivered`; undefined when a thousand newer messages stand in the way.
   * @throws {TryLater} {Unreachable} when Slack can't say now.
   */
  async delivered(contact: Contact, key: string): Promise<boolean | undefined> {
    try {
      const channel = await this.#channelOf(contact);
      let cursor = '';
      for (let page = 0; page < PAGES; page += 1) {
        const answer = await this.#client.conversations.history({
          channel,
          include_all_metadata: true,
          limit: PAGE,
          ...(cursor ? { cursor } : {}),
        });
        if (answer.messages?.some(({ metadata }) => keyOf(metadata) === key)) return true;
        cursor = answer.response_metadata?.next_cursor ?? '';
        if (!cursor) return false;
      }
      return undefined;
    } catch (error) {
      this.#team.failed(error);
      throw beforeSendingFault(error);
    }
  }

  async #prepare(contact: Contact, show: CardMessage): Promise<{ message: SlackMessage; channel: string }> {
    try {
      const message = toMessage(show);
      await this.#people.confirm(contact);
      return { message, channel: await this.#channelOf(contact) };
    } catch (error) {
      this.#failed(contact, error);
      throw beforeSendingFault(error);
    }
  }

  #channelOf({ address, userId }: Contact): Promise<string> | string {
    const channel = address?.channel;
    return typeof channel === 'string' ? channel : this.#people.open(userId);
  }

  #failed(contact: Contact, error: unknown): void {
    this.#people.doubt(contact.userId);
    this.#team.failed(error);
    const code = error instanceof Unreachable ? error.why : codeOf(error);
    this.#log.warn('message not sent', { contact: contact.userId, code });
  }
}
