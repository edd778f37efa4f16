import type { Ids } from '../../app/ports.ts';
import type { ActionData, CardMessage } from '../../presentation/message.ts';
import {
  type Find,
  furtherOf,
  type Inbound,
  type Match,
  type Reply,
  type Search,
  type Sender,
  type Turn,
  toldWhere,
} from '../channel.ts';
import type { MadeUpPerson, MovableClock } from '../parts.ts';
import { asPicture, FileNotRead, LARGEST_FILE } from '../sent-file.ts';
import type { Book } from './book.ts';
import { Refused } from './guard.ts';

/** What the page is told: the message its reply stands in, and whether that is a form not accepted. */
export interface Outcome {
  readonly message: string;
  readonly reply: Reply['kind'];
}

/** What a turn of the page works with. */
export interface Parts {
  readonly book: Book;
  readonly clock: MovableClock;
  readonly ids: Ids;
}

/** Whose chat it is: the account is who they are, and the address what the chat knows them by. */
export type Somebody = Pick<MadeUpPerson, 'email' | 'address'>;

const sender = ({ email, address = email }: Somebody): Sender => ({
  channel: 'sandbox',
  account: email,
  email: address,
  tenant: 'sandbox',
});
const inbound = (somebody: Somebody, said: Inbound['said']): Inbound => ({ ...sender(somebody), said });

const errorsOf = (reply: Reply) => (reply.kind === 'invalid' ? reply.errors : {});

function add(
  { book, clock, ids }: Parts,
  { email: person }: Somebody,
  show: CardMessage,
  errors = {},
): string {
  const id = ids.unique();
  book.add(person, { id, at: clock.now(), show, unread: false, errors });
  return id;
}

async function append(parts: Parts, person: Somebody, reply: Reply): Promise<Outcome> {
  const message = add(parts, person, reply.show, errorsOf(reply));
  await further(parts, person, reply, message);
  return { message, reply: reply.kind };
}

/** Adds a reply's other cards below the first, which stands in `message`. */
async function further(parts: Parts, person: Somebody, reply: Reply, message: string): Promise<void> {
  const others = furtherOf(reply).map((show) => ({ message: add(parts, person, show) }));
  await toldWhere(reply, { message }, others);
}

/** A turn of typed text: it stands in the chat at once, the reply below it when it comes. */
export async function say(parts: Parts, turn: Turn, person: Somebody, text: string): Promise<Outcome> {
  const { book, clock, ids } = parts;
  const id = ids.unique();
  book.say(person.email, id, clock.now(), text);
  try {
    return await append(parts, person, await turn(inbound(person, { kind: 'text', text })));
  } catch (error) {
    book.fail(person.email, id);
    throw error;
  }
}

/** A turn of a file that was sent: its name stands in the chat at once. */
export async function send(
  parts: Parts,
  turn: Turn,
  person: Somebody,
  { name, bytes, text }: { readonly name: string; readonly bytes: Uint8Array; readonly text: string },
): Promise<Outcome> {
  const { book, clock, ids } = parts;
  const id = ids.unique();
  book.say(person.email, id, clock.now(), [`File: ${name}`, text].filter(Boolean).join('\n'));
  const file = {
    name,
    ...asPicture(name),
    async read() {
      if (bytes.length > LARGEST_FILE) throw new FileNotRead('too-large');
      return bytes;
    },
  };
  try {
    const said = { kind: 'files', files: [file], text, privately: true } as const;
    return await append(parts, person, await turn(inbound(person, said)));
  } catch (error) {
    book.fail(person.email, id);
    throw error;
  }
}

/** A turn of a pressed button. A card that is replaced, or a form not accepted, changes where it stands. */
export async function press(
  parts: Parts,
  turn: Turn,
  person: Somebody,
  pressed: { message: string; data: ActionData; values: Readonly<Record<string, string>> },
): Promise<Outcome> {
  const { message, data, values } = pressed;
  if (parts.book.find(person.email, message)?.from !== 'bot') {
    throw new Refused(404, 'That card is no longer here. Please load the page again.');
  }
  const reply = await turn(inbound(person, { kind: 'press', data, values, at: { message } }));
  if (reply.kind === 'new') return append(parts, person, reply);
  parts.book.replace(person.email, message, reply.show, errorsOf(reply));
  await further(parts, person, reply, message);
  return { message, reply: reply.kind };
}

/** What a button shows, without putting it into the chat: for printing. */
export async function look(turn: Turn, person: Somebody, data: ActionData): Promise<CardMessage> {
  return (await turn(inbound(person, { kind: 'press', data, values: {} }))).show;
}

/** Who fits what is typed into a search of a card. */
export const find = (
  by: Find,
  person: Somebody,
  search: Pick<Search, 'asks' | 'typed'>,
): Promise<readonly Match[]> => by({ ...sender(person), ...search });
