import type { ActionData } from '../../cards/message.ts';
import type { PersonId } from '../../domain/school.ts';
import type { Ids } from '../../ports.ts';
import type { Inbound, Reply, Turn } from '../channel.ts';
import type { Book } from './book.ts';
import type { MovableClock } from './clock.ts';
import { Refused } from './guard.ts';

/** What the page is told: the message its reply stands in, and whether that is a form not accepted. */
export interface Outcome {
  readonly message: string;
  readonly reply: Reply['kind'];
}

export interface Parts {
  readonly book: Book;
  readonly clock: MovableClock;
  readonly ids: Ids;
}

const inbound = (email: PersonId, said: Inbound['said']): Inbound => ({
  channel: 'sandbox',
  email,
  tenant: 'sandbox',
  said,
});

function append({ book, clock, ids }: Parts, person: PersonId, reply: Reply): Outcome {
  const id = ids.unique();
  const errors = reply.kind === 'invalid' ? reply.errors : {};
  book.add(person, { id, at: clock.now(), show: reply.show, unread: false, errors });
  return { message: id, reply: reply.kind };
}

/** A turn of typed text: it stands in the chat at once, the reply below it when it comes. */
export async function say(parts: Parts, turn: Turn, person: PersonId, text: string): Promise<Outcome> {
  const { book, clock, ids } = parts;
  const id = ids.unique();
  book.say(person, id, clock.now(), text);
  try {
    return append(parts, person, await turn(inbound(person, { kind: 'text', text })));
  } catch (error) {
    book.fail(person, id);
    throw error;
  }
}

/** A turn of a pressed button. A card that is replaced, or a form not accepted, changes where it stands. */
export async function press(
  parts: Parts,
  turn: Turn,
  person: PersonId,
  pressed: { message: string; data: ActionData; values: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const { message, data, values } = pressed;
  if (parts.book.find(person, message)?.from !== 'bot') {
    throw new Refused(404, 'That card is no longer here. Please load the page again.');
  }
  const reply = await turn(inbound(person, { kind: 'press', data, values }));
  if (reply.kind === 'new') return append(parts, person, reply);
  parts.book.replace(person, message, reply.show, reply.kind === 'invalid' ? reply.errors : {});
  return { message, reply: reply.kind };
}
