import type { Contact, UnreachableReason } from '../domain/school/contact.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { ActionData, CardMessage } from '../presentation/message.ts';
import type { FileGiven, PrivateFile } from './private-file.ts';
import type { SentFile } from './sent-file.ts';

/** Who it is that says, presses or looks for something, as a channel has verified it. */
export interface Sender {
  /** The chat's name. One that is not in the list of chats admits nobody. */
  readonly channel: string;
  /** The channel's own id of their account in that tenant or workspace, which stays theirs when the address changes. */
  readonly account: string;
  /** The person's e-mail address in the channel's directory, lower case; undefined when it has none for them. */
  readonly email: PersonId | undefined;
  /** The Microsoft 365 tenant or Slack workspace they belong to. */
  readonly tenant: string;
}

/** Something a person said or pressed, verified and parsed: all a conversation needs to know of a channel. */
export interface Inbound extends Sender {
  readonly said: /** `openly`: where others read along. `shownNowhere`: the chat does not keep in sight what was typed. */
    | {
        readonly kind: 'text';
        readonly text: string;
        readonly openly?: boolean;
        readonly shownNowhere?: boolean;
      }
    /** Files, with what was typed beside them ('' for nothing); `privately`: where nobody else reads along. */
    | {
        readonly kind: 'files';
        readonly files: readonly SentFile[];
        readonly text: string;
        readonly privately: boolean;
      }
    /** They look at the page of their own that the chat keeps for the bot. */
    | { readonly kind: 'home' }
    /** They have opened their chat with the bot for the first time. */
    | { readonly kind: 'greeting' }
    /** They point at a message, somebody's or their own, to make an action of it: its words. Only they see the answer. */
    | { readonly kind: 'message'; readonly text: string }
    /** A button: its data, and what stood in the card's inputs, by input id ('' when left empty). */
    | {
        readonly kind: 'press';
        readonly data: ActionData;
        readonly values: Readonly<Record<string, string>>;
        /** Where the card stands, if it is a message in their own chat. */
        readonly at?: MessageRef;
      };
}

/** What the person is to see. The channel knows how: in place, below, in a modal, privately. */
export type Reply = Shown & {
  /** What was asked was stored: whatever becomes of the cards, the person is to be told so. */
  readonly saved?: true;
  /** To be told, once all is shown or no more of it can be, in which messages of their own chat it stands. Never rejects. */
  readonly stands?: (at: Stands) => Promise<void>;
};

/** The messages in which a reply stands; what is shown in a window, or to somebody alone among others, stands in none. */
export interface Stands {
  /** The first card's. */
  readonly first: MessageRef | undefined;
  /** Those of all other cards. */
  readonly others: readonly MessageRef[];
}

type Shown =
  /** A further card, below, and `more` below it. One with inputs is a form: inline in Teams and the sandbox, a modal in Slack. */
  | { readonly kind: 'new'; readonly show: CardMessage; readonly more?: readonly CardMessage[] }
  /**
   * Takes the place of the card acted on, so that it can't be sent twice. `more` are further cards below it, for what
   * does not fit on one. `behind`: where a form opens in a window, what takes the place of the card in its stead.
   */
  | {
      readonly kind: 'replace';
      readonly show: CardMessage;
      readonly more?: readonly CardMessage[];
      readonly behind?: CardMessage;
      /** It is a part of a form that was sent: the others of its questions, for a chat that shows one part at a time. */
      readonly next?: CardMessage;
      /** All that `next` asks stands before the part that was sent: where that still stands in its window, it is to be sent once more. */
      readonly isBefore?: true;
    }
  /**
   * The form is not accepted: `errors` has a sentence for each input id at fault; `show` is the form again, with
   * all that was typed and the sentences in it, for a channel that cannot mark an open form.
   */
  | {
      readonly kind: 'invalid';
      readonly errors: Readonly<Record<string, string>>;
      readonly show: CardMessage;
      /** All that was typed, to be copied, in cards that fit anywhere: for a chat to which the form again is too large. */
      readonly inPieces?: () => readonly CardMessage[];
    };

/** Tells of the messages in which a reply stands, where it stands in any and wants to know. */
export async function toldWhere(
  { stands }: Reply,
  first: MessageRef | undefined,
  others: readonly (MessageRef | undefined)[],
): Promise<void> {
  const known = others.filter((one) => one !== undefined);
  if (first || known.length > 0) await stands?.({ first, others: known });
}

/** The cards that stand below the first. */
export const furtherOf = (reply: Reply): readonly CardMessage[] =>
  reply.kind === 'invalid' ? [] : (reply.more ?? []);

/** One turn of a conversation. Never rejects for what a person did; when it returns, what it says was stored is. */
export type Turn = (inbound: Inbound) => Promise<Reply>;

/** What a person has typed so far into an input that looks up who fits: `asks` is what the card carries for it. */
export interface Search extends Sender {
  readonly asks: ActionData;
  readonly typed: string;
}

/** One who fits: what is shown, and what is sent when it is chosen. */
export interface Match {
  readonly title: string;
  readonly value: string;
}

/** Who fits what is typed: a page of them at most, and nobody where the form is not this person's to fill in. */
export type Find = (search: Search) => Promise<readonly Match[]>;

/** Where a message went, in the channel's own terms, so that it can be updated. */
export type MessageRef = Readonly<Record<string, string>>;

/** A chat: verifies and parses what comes, renders and sends what goes. */
export interface Channel {
  /** As its definition has it. */
  readonly name: string;
  /** Whether a form's boxes stand in its message, so that somebody may have typed into it what the bot does not know yet. */
  readonly formsInMessages?: boolean;
  /**
   * Starts taking work. Every inbound thing becomes one turn, however often it is delivered; what is looked up is asked of `find`,
   * without which nobody is found.
   */
  start(turn: Turn, find?: Find): Promise<void>;
  /** Stops taking work and resolves when the turns in hand are answered. */
  stop(): Promise<void>;
  /**
   * Sends one private message, once: no resending inside.
   * `key` is unique to the message; a channel that can carries it along, to be found again.
   * @throws {Unreachable} they can't be reached until something changes; {TryLater} known not to be sent;
   *   {Uncertain} nobody knows whether it was sent.
   */
  send(contact: Contact, message: CardMessage, key: string): Promise<MessageRef>;
  /**
   * Puts another card in the place of a message that was sent, of which `send` gave `ref`. It tells nobody anew, and puts
   * nothing where the message is no more.
   * @throws {Unreachable} it can't be changed any more; {TryLater} known not to be changed; {Uncertain} nobody knows.
   */
  update(contact: Contact, ref: MessageRef, message: CardMessage): Promise<void>;
  /**
   * Gives one person a file in their private chat, where nobody else can have it. Resolves once the chat has it, or has asked them
   * whether they want it (then it waits for ten minutes).
   * @throws as `send`.
   */
  sendFile(contact: Contact, file: PrivateFile): Promise<FileGiven>;
  /** Forgets what it remembers of what was sent and shown: files that wait to be fetched, answers kept for what is delivered twice. */
  forget?(): void;
  /** Whether the message with `key` did arrive; undefined where the channel can't be asked. */
  delivered?(contact: Contact, key: string): Promise<boolean | undefined>;
  /** Looks a colleague up by e-mail address where the channel's directory allows it. */
  locate?(email: PersonId): Promise<Contact | undefined>;
  /** Undefined when connected; else what is wrong, in words for an IT manager. */
  trouble(): Promise<string | undefined>;
}

/** They can't be reached until something changes: stop, and tell the SENCO. */
export class Unreachable extends Error {
  readonly why: UnreachableReason;
  constructor(why: UnreachableReason) {
    super(`unreachable: ${why}`);
    this.why = why;
  }
}

/** Known not to be sent; may be tried again after `afterMs` milliseconds. */
export class TryLater extends Error {
  readonly afterMs: number;
  constructor(afterMs: number) {
    super(`not sent; try again in ${afterMs} ms`);
    this.afterMs = afterMs;
  }
}

/** Nobody knows whether it was sent (connection lost, 5xx, timeout). */
export class Uncertain extends Error {}
