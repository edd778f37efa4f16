import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import { type MessageRef, TryLater } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import { LOOPBACK_HOSTS } from '../sent-file.ts';
import type { Client } from './client.ts';
import { codeOf, sendFault } from './faults.ts';
import type { People, Person } from './people.ts';
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
  readonly #hosts: readonly string[];

  /** @param hosts where answers may be posted that have an address of their own. */
  constructor(client: Client, people: People, log: ChannelLog, requestMs: number, hosts: readonly string[]) {
    this.#client = client;
    this.#people = people;
    this.#log = log;
    this.#requestMs = requestMs;
    this.#hosts = hosts;
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
    // It came with the request, or stood in a window: a card of a child's goes to no other host for that.
    if (!mayRespond(url, this.#hosts)) throw new Error('response_url: not of Slack');
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

/** The private chat in which it says that it was done; undefined where it says another place. */
export const claimed = ({ place }: Origin): string | undefined =>
  place.at === 'dm' ? place.channel : undefined;

/** Where Slack takes answers that have an address of their own. */
const ANSWER_HOST = 'hooks.slack.com';

/** The hosts such answers may go to: Slack's; or, where its methods are elsewhere (in a test), that one. */
export const answerHosts = (apiUrl: string | undefined): readonly string[] => [
  apiUrl ? new URL(apiUrl).hostname : ANSWER_HOST,
];

function mayRespond(url: string, hosts: readonly string[]): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, hostname, username, password } = new URL(url);
  if (username !== '' || password !== '' || !hosts.includes(hostname)) return false;
  return protocol === 'https:' || (protocol === 'http:' && LOOPBACK_HOSTS.includes(hostname));
}

/**
 * Where it was done, as far as that is theirs: another private chat than the one `person` has with the bot is not, whatever the
 * request or the window says. What comes of it is put into their own, or, where that is not known, shown to them alone.
 */
export function ownPlace<At extends Origin>(origin: At, { dm }: Pick<Person, 'dm'>): At {
  const { place } = origin;
  if (place.at !== 'dm' || place.channel === dm) return origin;
  const own: Place = dm ? { at: 'dm', channel: dm } : { at: 'channel', channel: place.channel };
  return { ...origin, place: own, own: false };
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
