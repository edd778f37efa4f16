import type { ModalView } from '@slack/types';
import type { CardMessage } from '../../presentation/message.ts';
import { furtherOf, type MessageRef, type Reply, toldWhere } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import type { Client } from './client.ts';
import { codeOf } from './faults.ts';
import { Untranslatable } from './limits.ts';
import type { Desk, Origin, Place } from './place.ts';
import { noticeMessage, type SlackMessage, toMessage } from './translate.ts';
import { windowOf } from './window.ts';

/** What Slack lets us open a window with: for a short while after somebody did something. */
interface Trigger {
  readonly id: string;
  /** When it was received, on the process's own stopwatch (`performance.now()`), in milliseconds. */
  readonly at: number;
}

type Kind = 'new' | 'replace';

/** Somebody's doing that a card answers. */
export interface Doing {
  readonly userId: string;
  readonly origin: Origin;
  readonly trigger?: Trigger;
  /** The window it was done in. */
  readonly view?: {
    readonly id: string;
    readonly hash: string;
    /** Ends the ids of its inputs' blocks: what is typed in them stays. */
    readonly blockSuffix?: string;
  };
}

const TOO_LONG = 'This is too long for Slack to show here. Type /review to see what is next.';

/** Shows people what the conversation answers to a command, a message or a button. */
export class Answers {
  readonly #client: Client;
  readonly #desk: Desk;
  readonly #log: ChannelLog;
  readonly #openMs: number;

  constructor(client: Client, desk: Desk, log: ChannelLog, openMs: number) {
    this.#client = client;
    this.#desk = desk;
    this.#log = log;
    this.#openMs = openMs;
  }

  /**
   * Shows `reply`: a form in a window while Slack still lets us open one, else as a message with a button to it; any
   * other card below, or in the place of the card acted on. Done in a window, it is answered in that window.
   */
  async show(reply: Reply, doing: Doing): Promise<void> {
    const kind = reply.kind === 'replace' ? 'replace' : 'new';
    let first: MessageRef | undefined;
    const others: (MessageRef | undefined)[] = [];
    try {
      first = await this.#showFirst(kind, reply.show, doing);
      others.push(await this.behind(reply, doing));
      for (const further of furtherOf(reply)) others.push(await this.put('new', further, doing));
    } finally {
      await toldWhere(reply, first, others);
    }
  }

  /** Puts what stands behind a form's window in the place of the message the window was opened from. */
  async behind(reply: Reply, doing: Doing): Promise<MessageRef | undefined> {
    const card = reply.kind === 'replace' ? reply.behind : undefined;
    return card && !doing.view ? this.put('replace', card, doing) : undefined;
  }

  async #showFirst(kind: Kind, show: CardMessage, doing: Doing): Promise<MessageRef | undefined> {
    if (doing.view) return this.#inWindow(kind, show, doing);
    if (doing.origin.place.at === 'window') {
      return (await this.#open(show, doing.origin, doing)) ? undefined : this.put(kind, show, doing);
    }
    if (!show.form) return this.put(kind, show, doing);
    // Once sent, it is answered in the place of the card it was opened from; closed, it leaves that as it was.
    const own = kind === 'replace' || doing.origin.own;
    const opened = await this.#open(show, { place: doing.origin.place, own }, doing);
    return opened ? undefined : this.put(kind, show, doing);
  }

  /** Puts a card into the chat; in a window, where it is too long for a message and one can be opened. */
  async put(kind: Kind, show: CardMessage, doing: Doing): Promise<MessageRef | undefined> {
    const message = this.messageOf(show, doing.userId);
    if (!message && (await this.#open(show, doing.origin, doing))) return undefined;
    return this.say(kind, message ?? noticeMessage(TOO_LONG), doing);
  }

  /** Puts a message into the chat, where the doing began. */
  async say(kind: Kind, message: SlackMessage, { origin, userId }: Doing): Promise<MessageRef | undefined> {
    if (kind === 'replace') return this.#desk.replace(origin.place, userId, message);
    return this.#desk.post(withoutCard(origin.place), userId, message);
  }

  /** The card as a message; undefined when Slack can't show it as one. */
  messageOf(show: CardMessage, userId: string): SlackMessage | undefined {
    try {
      return toMessage(show);
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      this.#log.error('card does not fit a slack message', { contact: userId, code: codeOf(error), error });
      return undefined;
    }
  }

  async #inWindow(kind: Kind, show: CardMessage, doing: Doing): Promise<MessageRef | undefined> {
    const { view, trigger, userId, origin } = doing;
    try {
      const modal = windowOf(show, {
        origin,
        closesAll: kind === 'replace',
        ...(view?.blockSuffix && { blockSuffix: view.blockSuffix }),
      });
      if (kind === 'replace' && view) {
        await this.#client.views.update({ view_id: view.id, hash: view.hash, view: modal });
      } else await this.#client.views.push({ trigger_id: trigger?.id ?? '', view: modal });
    } catch (error) {
      this.#log.warn('window not changed', { contact: userId, code: codeOf(error) });
      return this.put('new', show, { userId, origin });
    }
    return undefined;
  }

  async #open(show: CardMessage, origin: Origin, doing: Doing): Promise<boolean> {
    const { trigger, userId } = doing;
    if (!trigger) return false;
    if (performance.now() - trigger.at > this.#openMs) {
      this.#log.info('too late to open a window', { contact: userId });
      return false;
    }
    try {
      const view: ModalView = windowOf(show, { origin, sideInMessage: doing.origin.own });
      await this.#client.views.open({ trigger_id: trigger.id, view });
      return true;
    } catch (error) {
      this.#log.warn('window not opened', { contact: userId, code: codeOf(error) });
      return false;
    }
  }
}

/** The same place, for something new: what stood there is left alone. */
function withoutCard(place: Place): Place {
  if (place.at !== 'dm') return place;
  const { ts: _, ...chat } = place;
  return chat;
}
