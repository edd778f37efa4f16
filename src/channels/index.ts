import type { School } from '../domain/school/school.ts';
import type { ChannelDefinition, ChannelRates } from './definition.ts';
import { sandbox } from './sandbox/definition.ts';
import { slack } from './slack/definition.ts';
import { teams } from './teams/definition.ts';

/** The chats there are. Nothing else in the program lists them, or knows one by its name. */
export const CHANNELS = [teams, slack, sandbox] as const;

/** The names of the chats there are. */
export type ChannelName = (typeof CHANNELS)[number]['name'];

const BY_NAME: ReadonlyMap<string, ChannelDefinition> = new Map(CHANNELS.map((one) => [one.name, one]));

/**
 * Whether `school` takes people of this tenant or workspace of this chat for its staff. A chat that is not in the list
 * admits nobody: a stored contact, say, of a chat that is no more.
 */
export function admits(school: School, from: { readonly channel: string; readonly tenant: string }): boolean {
  const chat = BY_NAME.get(from.channel);
  if (!chat) return false;
  const own = chat.tenant && school[chat.tenant.key];
  return own === undefined || own === from.tenant;
}

/** What people call the chat of that name; the name itself for one that is none of the list any more. */
export const titleOf = (channel: string): string => BY_NAME.get(channel)?.title ?? channel;

/** What a command begins with in the chat of that name: “review”, unless the chat has it otherwise. */
export const commandIn = (channel: string): string => BY_NAME.get(channel)?.command ?? 'review';

/** How fast the chat called `channel` may be written to. @throws {Error} when there is none of that name. */
export function ratesOf(channel: string): ChannelRates {
  const chat = BY_NAME.get(channel);
  if (!chat) throw new Error('there is no chat of that name');
  return chat.rates;
}
