import { createHash } from 'node:crypto';
import type { HomeView } from '@slack/types';
import { LRUCache } from 'lru-cache';
import { Turns } from '../../app/turns.ts';
import type { CardMessage } from '../../presentation/message.ts';
import { furtherOf, type Turn } from '../channel.ts';
import type { ChannelLog } from '../parts.ts';
import type { Client } from './client.ts';
import { codeOf } from './faults.ts';
import { Untranslatable, within } from './limits.ts';
import { type Person, saidBy } from './people.ts';
import { IN_WINDOW } from './place.ts';
import { blocksIn, noticeMessage } from './translate.ts';

const NOT_SHOWN = 'This could not be shown here just now. Type /review in Messages to see where things are.';

/** Keeps each person's Home: what waits on them, as it is when they look. */
export class Homes {
  readonly #client: Client;
  readonly #turn: Turn;
  readonly #log: ChannelLog;
  /** What the newest Homes show, as a hash. One that is forgotten is only published once more as it is. */
  readonly #shown = new LRUCache<string, string>({ max: 2000 });
  readonly #inTurn = new Turns();

  constructor(client: Client, turn: Turn, log: ChannelLog) {
    this.#client = client;
    this.#turn = turn;
    this.#log = log;
  }

  /** Whether they have looked at their Home lately. */
  has(userId: string): boolean {
    return this.#shown.has(userId);
  }

  /** Publishes anew every Home that shows something else by now, of all who have looked lately. Never rejects. */
  async showAnew(identify: (userId: string) => Promise<Person>): Promise<void> {
    for (const userId of [...this.#shown.keys()]) {
      try {
        await this.show(await identify(userId));
      } catch (error) {
        this.#log.warn('home not published', { contact: userId, code: codeOf(error), error });
      }
    }
  }

  /** Publishes their Home, if what it shows has changed since. Never rejects: nobody waits for an answer. */
  async show(person: Person): Promise<void> {
    const { userId } = person;
    // Known from now on: what is being published may be out of date before it is.
    if (!this.has(userId)) this.#shown.set(userId, '');
    await this.#inTurn.take(userId, async () => {
      try {
        const view = await this.#viewFor(person);
        const now = createHash('sha256').update(JSON.stringify(view)).digest('base64');
        if (this.#shown.get(userId) === now) return;
        await this.#client.views.publish({ user_id: userId, view });
        this.#shown.set(userId, now);
      } catch (error) {
        this.#log.warn('home not published', { contact: userId, code: codeOf(error), error });
      }
    });
  }

  async #viewFor(person: Person): Promise<HomeView> {
    try {
      const reply = await this.#turn(saidBy(person, { kind: 'home' }));
      return this.#viewOf([reply.show, ...furtherOf(reply)], person.userId);
    } catch (error) {
      this.#log.error('turn not answered', { contact: person.userId, code: codeOf(error), error });
      return home(noticeMessage(NOT_SHOWN).blocks);
    }
  }

  /** The cards one below the other; without the last ones where all are too long for a Home. */
  #viewOf(cards: readonly CardMessage[], userId: string): HomeView {
    try {
      return toHome(cards);
    } catch (error) {
      if (!(error instanceof Untranslatable) || cards.length < 2) throw error;
      this.#log.error('card does not fit a slack home', { contact: userId, code: codeOf(error), error });
      return this.#viewOf(cards.slice(0, -1), userId);
    }
  }
}

/**
 * Cards as a Home, one below the other. Its buttons say, as a window's do, that they stand in no chat.
 * @throws {Untranslatable} for a form, anything outside docs/cards.md or over a limit of Slack's
 */
export function toHome(cards: readonly CardMessage[]): HomeView {
  return home(
    cards.flatMap((card, index) => [...(index > 0 ? [{ type: 'divider' } as const] : []), ...blocksIn(card)]),
  );
}

function home(blocks: HomeView['blocks']): HomeView {
  const view: HomeView = {
    type: 'home',
    callback_id: 'home',
    blocks,
    private_metadata: JSON.stringify({ origin: IN_WINDOW }),
  };
  within('viewBlocks', blocks.length, 'home blocks');
  within('viewBytes', Buffer.byteLength(JSON.stringify(view)), 'home');
  return view;
}
