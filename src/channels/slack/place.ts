import { z } from 'zod';
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

  /** Puts a new card at `where`; in their private chat when that fails. */
  async post(where: Place, userId: string, message: SlackMessage): Promise<void> {
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
      await this.#postMessage(await this.#people.open(userId), message);
    }
  }

  /** Puts a card in the place of the one at `where`; below it when that fails or there is none. */
  async replace(where: Place, userId: string, message: SlackMessage): Promise<void> {
    try {
      if (where.at === 'dm' && where.ts) {
        await this.#client.chat.update({ channel: where.channel, ts: where.ts, ...message });
        return;
      }
      if (where.at === 'url' && where.card) return await this.#respond(where.url, message, true);
    } catch (error) {
      this.#log.warn('card not replaced', { contact: userId, code: codeOf(error) });
    }
    await this.post(where, userId, message);
  }

  async #postMessage(channel: string, message: Placed): Promise<void> {
    await this.#client.chat.postMessage({ channel, ...message, ...QUIET });
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
