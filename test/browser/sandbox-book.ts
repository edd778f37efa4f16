import { z } from 'zod';

const STATE = z.object({
  people: z.array(z.object({ email: z.string(), name: z.string(), unread: z.number() })),
});
const MESSAGES = z.object({
  messages: z.array(
    z.object({
      id: z.string(),
      at: z.string(),
      from: z.enum(['bot', 'person']),
      show: z.object({ card: z.unknown(), notification: z.string() }).optional(),
    }),
  ),
});

/** A message of a sandbox's chats, as the page is given it. */
export interface BookedMessage {
  readonly id: string;
  readonly at: string;
  readonly from: 'bot' | 'person';
  /** What a locked phone would show of it. */
  readonly notification: string;
  /** All of the card, as text to search in. */
  readonly card: string;
}

async function ask<Schema extends z.ZodType>(url: string, schema: Schema): Promise<z.output<Schema>> {
  const answer = await fetch(url);
  return schema.parse(await answer.json());
}

/** Everybody's chat at the sandbox at `url`, by name: what the page could show, whether or not it does. */
export async function sandboxChats(url: string): Promise<ReadonlyMap<string, readonly BookedMessage[]>> {
  const { people } = await ask(`${url}/sandbox/state`, STATE);
  const chats = people.map(async ({ email, name }) => {
    const query = new URLSearchParams({ person: email, since: '0' });
    const { messages } = await ask(`${url}/sandbox/messages?${query}`, MESSAGES);
    const booked = messages.map(({ show, ...message }) => ({
      ...message,
      notification: show?.notification ?? '',
      card: JSON.stringify(show?.card ?? ''),
    }));
    return [name, booked] as const;
  });
  return new Map(await Promise.all(chats));
}

/** Somebody’s reminders: the day’s digest of what is due, also where a later one has made a line of it. */
export const digestsIn = (messages: readonly BookedMessage[] = []): readonly BookedMessage[] =>
  messages.filter(({ card }) => card.includes('"What’s due"') || card.includes('"What was due on '));
