import { setTimeout as delay } from 'node:timers/promises';
import type { Activity, TurnContext } from 'botbuilder';
import { inParts } from '../../presentation/in-parts.ts';
import type { CardMessage } from '../../presentation/message.ts';
import {
  furtherOf,
  type Inbound,
  type MessageRef,
  type Reply,
  TryLater,
  type Turn,
  toldWhere,
  Unreachable,
} from '../channel.ts';
import { MembershipUnknown, NOT_CHECKED } from '../membership.ts';
import { isPrivate, saidIn } from './activity.ts';
import { answered, meaningOf, statusOf } from './faults.ts';
import type { FileOf } from './files.ts';
import type { TeamsLog } from './options.ts';
import type { People, Person } from './people.ts';
import { cardActivity, cardAnswer, sizeOf, textActivity, textAnswer } from './render.ts';

/** What stands in a channel or group chat, where everybody reads it. */
const PRIVATELY = 'I’ve sent it to you privately.';
const INSTALL_FIRST =
  'I can’t write to you privately yet. Please open this app in Teams, choose Add, and ask me there.';
const NOT_NOW = 'I couldn’t reach you privately just now. Please open a chat with me and ask me there.';
const NOT_OURS = 'I don’t know that button. Please type “help” to see what I can do.';
const SAVED =
  'Saved. Teams could not show what comes next: please type “help” or “mine” to see where things are.';
const NOT_SHOWN = 'Teams could not show the answer. Please type “mine” to see where things are.';
const FAILED = 'Something went wrong and nothing was changed. Please try again.';

// Teams takes 80 KB of a message, as UTF-16; some of it is around the card.
const LARGEST_CARD = 76 * 1024;

// Teams gives a turn 10 to 15 seconds before it asks again.
const LONGEST_WAIT = 4000;

/** Sends a card to somebody's 1:1 chat. @throws {Unreachable | TryLater | Uncertain} as the port says. */
export type SendPrivately = (person: Person, message: CardMessage) => Promise<MessageRef>;

/** One person's turn: who they are, what they said, what comes back and where. */
export class Conversations {
  readonly #people: People;
  readonly #sendPrivately: SendPrivately;
  readonly #fileOf: FileOf;
  readonly #log: TeamsLog;

  constructor(people: People, sendPrivately: SendPrivately, fileOf: FileOf, log: TeamsLog) {
    this.#people = people;
    this.#sendPrivately = sendPrivately;
    this.#fileOf = fileOf;
    this.#log = log;
  }

  /**
   * Has `turn` answer what was said or pressed, and shows the reply.
   * @returns the body to answer an Action.Execute with; undefined for all else.
   * @throws when not even that something went wrong could be told.
   */
  async answer(context: TurnContext, turn: Turn): Promise<object | undefined> {
    const said = saidIn(context.activity, this.#fileOf);
    if (!said) return this.#say(context, NOT_OURS);
    return this.#take(context, turn, said.kind === 'press' ? { ...said, ...actedOn(context) } : said);
  }

  /** Greets somebody who has just installed the app, with what `help` shows. */
  async welcome(context: TurnContext, turn: Turn): Promise<void> {
    await this.#take(context, turn, { kind: 'text', text: 'help' });
  }

  async #take(context: TurnContext, turn: Turn, said: Inbound['said']): Promise<object | undefined> {
    let taken: { person: Person; reply: Reply };
    try {
      const person = await this.#people.who(context);
      const { userId: account, email, tenant } = person;
      taken = { person, reply: await turn({ channel: 'teams', account, email, tenant, said }) };
    } catch (error) {
      this.#log('error', 'turn failed', { error });
      return this.#say(context, error instanceof MembershipUnknown ? NOT_CHECKED : FAILED);
    }
    const { person, reply: given } = taken;
    const reply = fitting(given);
    if (!isPrivate(context.activity)) return this.#whisper(context, person, reply);
    try {
      return await this.#show(context, reply);
    } catch (error) {
      // Anything else may be over when Teams delivers it again. What was refused is not, and what was done is done.
      const status = statusOf(error) ?? 500;
      if (status >= 500 || status === 408) throw error;
      this.#log('error', 'answer not shown', { error });
      // It counts more than we do: then half of it.
      const smaller = fitting(given, sizeOf(given.show) / 2);
      const pieces = status === 413 && smaller !== given ? smaller : undefined;
      if (pieces) return this.#shownOr(context, pieces);
      return this.#say(context, reply.saved ? SAVED : NOT_SHOWN);
    }
  }

  /** Shows what was refused as too large in pieces; where those are, too, a sentence. */
  async #shownOr(context: TurnContext, pieces: Reply): Promise<object | undefined> {
    try {
      return await this.#show(context, pieces);
    } catch (error) {
      this.#log('error', 'answer not shown', { error });
      return this.#say(context, NOT_SHOWN);
    }
  }

  async #show(context: TurnContext, reply: Reply): Promise<object | undefined> {
    const { body, at } = await this.#showFirst(context, reply);
    const placed = (id: string | undefined) => (id === undefined ? undefined : refOf(context, id));
    const others: (MessageRef | undefined)[] = [];
    try {
      for (const further of furtherOf(reply))
        others.push(placed(await this.#reply(context, cardActivity(further))));
    } finally {
      await toldWhere(reply, placed(at), others);
    }
    return body;
  }

  /** The body to answer with, and the id of the message in which the card stands, where that is known. */
  async #showFirst(context: TurnContext, reply: Reply): Promise<{ body?: object; at: string | undefined }> {
    const { type, replyToId } = context.activity;
    const pressed = context.activity.value !== undefined && replyToId;
    const takesItsPlace = reply.kind !== 'new';
    if (takesItsPlace && type === 'invoke') return { body: cardAnswer(reply.show), at: replyToId };
    if (takesItsPlace && pressed && (await this.#update(context, replyToId, reply.show)))
      return { at: replyToId };
    const at = await this.#reply(context, cardActivity(reply.show));
    return type === 'invoke' ? { body: textAnswer('Please see the message below.'), at } : { at };
  }

  async #update(context: TurnContext, id: string, message: CardMessage): Promise<boolean> {
    try {
      await patiently(() => context.updateActivity({ ...cardActivity(message), id }));
      return true;
    } catch (error) {
      this.#log('warn', 'card not updated', answered(error));
      return false;
    }
  }

  async #whisper(context: TurnContext, person: Person, reply: Reply): Promise<object | undefined> {
    const placed: MessageRef[] = [];
    try {
      for (const show of [reply.show, ...furtherOf(reply)])
        placed.push(await this.#sendPrivately(person, show));
    } catch (error) {
      const sorry = error instanceof Unreachable ? INSTALL_FIRST : NOT_NOW;
      return this.#say(context, reply.saved ? `Saved. ${sorry}` : sorry);
    } finally {
      const [first, ...others] = placed;
      await toldWhere(reply, first, others);
    }
    return this.#say(context, PRIVATELY);
  }

  async #say(context: TurnContext, sentence: string): Promise<object | undefined> {
    if (context.activity.type === 'invoke') return textAnswer(sentence);
    await this.#reply(context, textActivity(sentence));
    return undefined;
  }

  // Somebody is waiting: when Teams asks for a moment's patience they get it, once.
  async #reply(context: TurnContext, activity: Partial<Activity>): Promise<string | undefined> {
    return (await patiently(() => context.sendActivity(activity)))?.id;
  }
}

/** Does it; and once more where Teams asks for a moment's patience. */
async function patiently<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const meaning = meaningOf(error);
    if (!(meaning instanceof TryLater) || meaning.afterMs > LONGEST_WAIT) throw error;
    await delay(meaning.afterMs);
    return work();
  }
}

/** The reply, with a form in parts where it is more than Teams takes; where not even that fits, what was typed in it. */
function fitting(reply: Reply, largest = LARGEST_CARD): Reply {
  const [show, ...parts] = inParts(reply.show, (card) => sizeOf(card) <= largest) ?? [];
  if (show) {
    const more = [...parts, ...furtherOf(reply)];
    return { ...reply, kind: reply.kind === 'new' ? 'new' : 'replace', show, more };
  }
  const isLarge = reply.kind === 'invalid' && sizeOf(reply.show) > largest;
  return (isLarge && inPieces(reply)) || reply;
}

/** What was typed in a form that is shown again, in cards one below the other; undefined for any other reply. */
function inPieces(reply: Reply): Reply | undefined {
  if (reply.kind !== 'invalid') return undefined;
  const [show, ...more] = reply.inPieces?.() ?? [];
  return show && { ...reply, kind: 'replace', show, more };
}

const refOf = ({ activity: { serviceUrl, conversation } }: TurnContext, id: string): MessageRef => ({
  serviceUrl,
  conversation: conversation.id,
  activity: id,
});

/** Where the card stands whose button was pressed, if it is in their own chat. */
const actedOn = (context: TurnContext): { at?: MessageRef } =>
  context.activity.replyToId && isPrivate(context.activity)
    ? { at: refOf(context, context.activity.replyToId) }
    : {};
