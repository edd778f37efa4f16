import { z } from 'zod';
import type { MessageRef } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import type { Client } from './client.ts';
import { codeOf } from './faults.ts';
import type { People } from './people.ts';
import type { SlackMessage } from './translate.ts';

/** The `ts` of the message a thread hangs on, where it is in one: what comes of it belongs there. */
const inThread = { thread: z.string().optional() };

/** Where a card is, or where one may be put so that only its person sees it. */
const place = z.discriminatedUnion('at', [
  /** The person's private chat with the bot; `ts` is the message acted on. */
  z.object({ at: z.literal('dm'), channel: z.string(), ts: z.string().optional(), ...inThread }),
  /** Shown to one person in a channel, through the address that came with what they did; `card` if on a card there. */
  z.object({ at: z.literal('url'), url: z.string(), card: z.boolean(), ...inThread }),
  /** A channel in which the bot was mentioned. */
  z.object({ at: z.literal('channel'), channel: z.string(), ...inThread }),
]);
export type Place = z.infer<typeof place>;

/** Where a window was opened from. `own`: from the very message of its form, which the answer then replaces. */
export const originSchema = z.object({ place, own: z.boolean() });
export type Origin = z.infer<typeof originSchema>;

/** A message, and the thread it is for. */
type Placed = SlackMessage & { readonly thread_ts?: string };

const threadOf = ({ thread }: Place): Pick<Placed, 'thread_ts'> => (thread ? { thread_ts: thread } : {});

// Slack would otherwise fetch what people's text links to, and show it.
const QUIET = { unfurl_links: false, unfurl_media: false } as const;

/** Puts cards where only their person sees them. */
export class Desk {
  readonly #client: Client;
  readonly #people: People;
  readonly #log: ChannelLog;
  readonly #requestMs: number;

  constructor(client: Client, people: People, log: ChannelLog, requestMs: number) {
    this.#client = client;
    this.#people = people;
    this.#log = log;
    this.#requestMs = requestMs;
  }

  /**
   * Puts a new card at `where`; in their private chat when that fails. Resolves to the message of that chat in which it
   * stands; undefined where only they see it in a channel.
   */
  async post(where: Place, userId: string, message: SlackMessage): Promise<MessageRef | undefined> {
    const thread = threadOf(where);
    if (where.at === 'dm') return this.#postMessage(where.channel, { ...message, ...thread });
    try {
      if (where.at === 'url') await this.#respond(where.url, { ...message, ...thread }, false);
      else
        await this.#client.chat.postEphemeral({
          channel: where.channel,
          user: userId,
          ...message,
          ...thread,
        });
    } catch (error) {
      this.#log.warn('ephemeral answer not shown', { contact: userId, code: codeOf(error) });
      return this.#postMessage(await this.#people.open(userId), message);
    }
    return undefined;
  }

  /** Puts a card in the place of the one at `where`; below it when that fails or there is none. As `post`. */
  async replace(where: Place, userId: string, message: SlackMessage): Promise<MessageRef | undefined> {
    try {
      if (where.at === 'dm' && where.ts) {
        await this.#client.chat.update({ channel: where.channel, ts: where.ts, ...message });
        return { channel: where.channel, ts: where.ts };
      }
      if (where.at === 'url' && where.card) {
        await this.#respond(where.url, message, true);
        return undefined;
      }
    } catch (error) {
      this.#log.warn('card not replaced', { contact: userId, code: codeOf(error) });
    }
    return this.post(where, userId, message);
  }

  async #postMessage(channel: string, message: Placed): Promise<MessageRef | undefined> {
    const { ts } = await this.#client.chat.postMessage({ channel, ...message, ...QUIET });
    return ts ? { channel, ts } : undefined;
  }

  async #respond(url: string, message: Placed, replace: boolean): Promise<void> {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8' },
      body: JSON.stringify({ response_type: 'ephemeral', replace_original: replace, ...message, ...QUIET }),
      redirect: 'error',
      signal: AbortSignal.timeout(this.#requestMs),
    });
    if (!response.ok) throw new Error(`response_url: ${response.status}`);
    await response.body?.cancel();
  }
}

/** The message of their private chat that something was done on; nothing where that is none. */
export const actedOn = ({ place }: Origin): { at?: MessageRef } =>
  place.at === 'dm' && place.ts ? { at: { channel: place.channel, ts: place.ts } } : {};
