import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type MessageRef, TryLater } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import type { Client } from './client.ts';
import { codeOf, sendFault } from './faults.ts';
import type { People } from './people.ts';
import type { SlackMessage } from './translate.ts';

/** The `ts` of the message a thread hangs on, where it is in one: what comes of it belongs there. */
const inThread = { thread: z.string().optional() };

/** Where a card is, or where one may be put so that only its person sees it. */
const place = z.discriminatedUnion('at', [
  /** The person's private chat with the bot; `ts` is the message acted on. */
  z.object({
    at: z.literal('dm'),
    channel: z.string(),
    ts: z.string().optional(),
    /** Another way to answer there, for half an hour, should Slack's methods not answer. */
    url: z.string().optional(),
    ...inThread,
  }),
  /** Shown to one person in a channel, through the address that came with what they did; `card` if on a card there. */
  z.object({ at: z.literal('url'), url: z.string(), card: z.boolean(), ...inThread }),
  /** No chat: the bot's Home, or a shortcut. What comes of it is shown in a window; where none opens, in their private chat. */
  z.object({ at: z.literal('window'), ...inThread }),
  /** A channel in which the bot was mentioned. */
  z.object({ at: z.literal('channel'), channel: z.string(), ...inThread }),
]);
export type Place = z.infer<typeof place>;

/** Where a window was opened from. `own`: from the very message of its form, which the answer then replaces. */
export const originSchema = z.object({ place, own: z.boolean() });
export type Origin = z.infer<typeof originSchema>;

/** What is done where there is no chat. */
export const IN_WINDOW: Origin = { place: { at: 'window' }, own: false };

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
    if (where.at === 'dm') return this.#postIn(where, userId, { ...message, ...thread });
    if (where.at === 'window') return this.#postMessage(await this.#people.open(userId), message);
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
        const { channel, ts } = where;
        await patiently(() => this.#client.chat.update({ channel, ts, ...message }));
        return { channel, ts };
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
    const { ts } = await patiently(() => this.#client.chat.postMessage({ channel, ...message, ...QUIET }));
    return ts ? { channel, ts } : undefined;
  }

  /** In their private chat; by the address that came with what they did, where Slack's methods fail or do not answer. */
  async #postIn(
    { channel, url }: Extract<Place, { at: 'dm' }>,
    userId: string,
    message: Placed,
  ): Promise<MessageRef | undefined> {
    try {
      return await this.#postMessage(channel, message);
    } catch (error) {
      if (!url) throw error;
      this.#log.warn('answer sent by its own address', { contact: userId, code: codeOf(error) });
      await this.#respond(url, message, false);
      return undefined;
    }
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

/** So long, in milliseconds, somebody can be kept waiting. */
const LONGEST_WAIT = 4000;

/** Does it; and once more where Slack asks for a moment's patience. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const meaning = sendFault(error);
    const isAskedTo = codeOf(error) === 'ratelimited' && meaning instanceof TryLater;
    if (!isAskedTo || meaning.afterMs > LONGEST_WAIT) throw error;
    await delay(meaning.afterMs);
    return work();
  }
}
