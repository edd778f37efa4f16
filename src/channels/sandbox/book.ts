import type { PersonId } from '../../domain/school/school.ts';
import type { Instant } from '../../domain/time.ts';
import type { CardMessage } from '../../presentation/message.ts';

/** A message in one person's chat, as the page shows it. */
export type Message = {
  readonly id: string;
  readonly at: Instant;
  /** Grows with every change in the book, so that a page can ask for what it hasn't seen. */
  readonly revision: number;
} & (
  | { readonly from: 'person'; readonly text: string; readonly failed: boolean }
  | {
      readonly from: 'bot';
      readonly show: CardMessage;
      readonly unread: boolean;
      /** A sentence for each input at fault, when the form was not accepted. */
      readonly errors: Readonly<Record<string, string>>;
      /** A file that can be fetched there, once and for a short while. */
      readonly file?: FetchedFile;
    }
);

/** A file as the page links to it: its name, and the key by which it is fetched. */
interface FetchedFile {
  readonly name: string;
  readonly key: string;
}

interface NewBotMessage {
  readonly id: string;
  readonly at: Instant;
  readonly show: CardMessage;
  readonly unread: boolean;
  readonly errors?: Readonly<Record<string, string>>;
  readonly file?: FetchedFile;
}

/** Every chat of the sandbox, in memory: it begins empty on each start. */
export interface Book {
  /** Adds what a person typed. */
  say(person: PersonId, id: string, at: Instant, text: string): void;
  /** Marks what a person typed as not taken. */
  fail(person: PersonId, id: string): void;
  /** Adds a card below all others. */
  add(person: PersonId, message: NewBotMessage): void;
  /** Puts another card in the place of one; the message keeps its time. */
  replace(person: PersonId, id: string, show: CardMessage, errors: Readonly<Record<string, string>>): void;
  find(person: PersonId, id: string): Message | undefined;
  /** A person's messages changed after `revision`, in the order they were added. */
  since(person: PersonId, revision: number): readonly Message[];
  /** Marks everything up to `revision` as read, and says whether that changed anything. */
  read(person: PersonId, revision: number): boolean;
  unread(person: PersonId): number;
  /** The revision of the newest change. */
  revision(): number;
}

/** An empty book. `changed` is told whose chat changed, after each change. */
export function openBook(changed: (person: PersonId) => void): Book {
  const chats = new Map<PersonId, Map<string, Message>>();
  let revision = 0;

  const chat = (person: PersonId) => {
    const known = chats.get(person) ?? new Map<string, Message>();
    chats.set(person, known);
    return known;
  };
  const put = (person: PersonId, message: Message) => {
    chat(person).set(message.id, message);
    changed(person);
  };
  const next = () => {
    revision += 1;
    return revision;
  };
  const unreadOf = (person: PersonId) =>
    [...chat(person).values()].filter((message) => message.from === 'bot' && message.unread);

  return {
    say: (person, id, at, text) =>
      put(person, { id, at, revision: next(), from: 'person', text, failed: false }),
    fail(person, id) {
      const said = chat(person).get(id);
      if (said?.from === 'person') put(person, { ...said, failed: true, revision: next() });
    },
    add: (person, { id, at, show, unread, errors = {}, file }) =>
      put(person, { id, at, revision: next(), from: 'bot', show, unread, errors, ...(file && { file }) }),
    replace(person, id, show, errors) {
      const old = chat(person).get(id);
      if (old?.from !== 'bot') return;
      const { file: _, ...message } = old;
      put(person, { ...message, show, errors, revision: next() });
    },
    find: (person, id) => chat(person).get(id),
    since: (person, after) => [...chat(person).values()].filter((message) => message.revision > after),
    read(person, upTo) {
      // Not a new revision: a page that shows them knows, and the count of unread is sent by itself.
      const seen = unreadOf(person).filter((message) => message.revision <= upTo);
      for (const message of seen) {
        if (message.from === 'bot') chat(person).set(message.id, { ...message, unread: false });
      }
      if (seen.length > 0) changed(person);
      return seen.length > 0;
    },
    unread: (person) => unreadOf(person).length,
    revision: () => revision,
  };
}
