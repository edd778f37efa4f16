import { isDeepStrictEqual } from 'node:util';
import pTimeout from 'p-timeout';
import type { Log } from '../app/log.ts';
import type { Clock } from '../app/ports.ts';
import type { Channel, MessageRef, Stands } from '../channels/channel.ts';
import type { Contact, StandingCard } from '../domain/school/contact.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Store } from '../store/store.ts';
import { update } from '../store/update.ts';
import { withCards } from './kept-count.ts';

/** Showing an answer takes no longer; what was not heard of by then was not shown. */
const SHOWN_WITHIN_MS = 60_000;

/** Changing an earlier card is not worth more: somebody waits for the end of their turn. */
const CHANGED_WITHIN_MS = 3_000;

/** So many buttons may stand on the cards somebody asked for; the newest card has what it has. What was sent to them comes on top. */
const MOST_BUTTONS = 12;

/** Whether both are of the same message: by all that both of them say of it. */
export function isSameMessage(one: MessageRef, other: MessageRef): boolean {
  const said = Object.keys(one).filter((key) => Object.hasOwn(other, key));
  return said.length > 0 && said.every((key) => one[key] === other[key]);
}

/** Whether a card is counted already just as it is now, but for since when. */
const isAs = (card: StandingCard, known: StandingCard | undefined): boolean =>
  known?.is === card.is && known.buttons === card.buttons && isDeepStrictEqual(known.of, card.of);

/** How a chat's cards are counted now, and those that something newer has overtaken. */
interface Overtaking {
  readonly cards: readonly StandingCard[];
  readonly before: readonly StandingCard[];
}

/** Keeps count of the cards that stand in people's chats, with each contact: it can be learnt again, and names nobody. */
export class Standing {
  readonly #store: Store;
  readonly #channels: readonly Channel[];
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #inHand = new Map<
    symbol,
    { readonly contactId: string; readonly ref: MessageRef; readonly until: number }
  >();

  constructor(store: Store, channels: readonly Channel[], log: Log, clock: Clock) {
    this.#store = store;
    this.#channels = channels;
    this.#log = log;
    this.#clock = clock;
  }

  /** As `StandingCards`. */
  async stands(
    contactId: string,
    {
      purpose,
      isForm = false,
      of = [],
      buttons = 0,
    }: {
      readonly purpose: string;
      readonly isForm?: boolean;
      readonly of?: readonly string[];
      readonly buttons?: number;
    },
    { first, others }: Stands,
    instead: CardMessage,
  ): Promise<void> {
    const shows = of.length > 0 ? { of: [...of] } : {};
    // Of the others only what shows a child has to be found again.
    const shown = [...(first ? [first] : []), ...(of.length > 0 ? others : [])];
    await this.#overtaking(contactId, instead, (contact) => {
      const cards = contact.cards ?? [];
      const known = (ref: MessageRef) => cards.find((one) => isSameMessage(one.ref, ref));
      const mayHoldWords = isForm && this.#channelOf(contact)?.formsInMessages === true;
      const here = shown.map((ref) => {
        const is = ref === first ? purpose : (known(ref)?.is ?? '');
        const pressable = ref === first && buttons > 0 && !mayHoldWords ? { buttons } : {};
        return { is, ref, at: this.#clock.now(), ...shows, ...pressable };
      });
      const stays = cards.filter((one) => !here.some(({ ref }) => isSameMessage(one.ref, ref)));
      const before = first && purpose !== '' && !mayHoldWords ? stays.filter(({ is }) => is === purpose) : [];
      const isAsCounted = here.every((one) => isAs(one, known(one.ref)));
      if (isAsCounted && before.length === 0) return undefined;
      return { cards: [...stays.filter((one) => !before.includes(one)), ...here], before };
    });
  }

  /** As `StandingCards`. */
  async putAway(contactId: string, newest: MessageRef, instead: CardMessage): Promise<void> {
    await this.#overtaking(contactId, instead, ({ cards = [] }) => {
      let all = cards.find((one) => isSameMessage(one.ref, newest))?.buttons ?? 0;
      const before = cards.toReversed().filter(({ ref, buttons }) => {
        if (!buttons || isSameMessage(ref, newest)) return false;
        all += buttons;
        return all > MOST_BUTTONS;
      });
      if (before.length === 0) return undefined;
      return { cards: cards.filter((one) => !before.includes(one)), before };
    });
  }

  /** As `StandingCards`. */
  async sent(contactId: string, purpose: string, ref: MessageRef, instead: CardMessage): Promise<void> {
    await this.#overtaking(contactId, instead, ({ cards = [] }) => {
      const before = cards.filter((one) => one.is === purpose && !isSameMessage(one.ref, ref));
      if (before.length === 0) return undefined;
      return { cards: cards.filter((one) => !before.includes(one)), before };
    });
  }

  /** As `StandingCards`. */
  async over(contactId: string, refs: readonly MessageRef[], instead: CardMessage): Promise<void> {
    try {
      const contact = await this.#store.get('contacts', contactId);
      if (contact) for (const ref of refs) await this.#change(contact, ref, instead);
    } catch (error) {
      this.#log.warn('earlier card not changed', { error });
    }
  }

  /**
   * Commits how a chat's cards stand by `next`, and puts `instead` in the place of those that it has overtaken. One that can't be changed
   * and shows a child stays counted, so that it is found should the child be erased. Never rejects.
   */
  async #overtaking(
    contactId: string,
    instead: CardMessage,
    next: (contact: Contact) => Overtaking | undefined,
  ): Promise<void> {
    let before: readonly StandingCard[] = [];
    try {
      const kept = await update(this.#store, 'contacts', contactId, (contact) => {
        const counted = contact && next(contact);
        before = counted?.before ?? [];
        return counted && withCards(contact, counted.cards);
      });
      if (!kept) return;
      for (; before[0]; before = before.slice(1)) await this.#change(kept, before[0].ref, instead);
    } catch (error) {
      this.#log.warn('earlier card not changed', { error });
      await this.#keepCounted(contactId, before);
    }
  }

  async #keepCounted(contactId: string, unchanged: readonly StandingCard[]): Promise<void> {
    const ofChildren = unchanged.flatMap((one) => (one.of ? [{ ...one, is: '' }] : []));
    if (ofChildren.length === 0) return;
    try {
      await update(
        this.#store,
        'contacts',
        contactId,
        (contact) => contact && withCards(contact, [...ofChildren, ...(contact.cards ?? [])]),
      );
    } catch (error) {
      this.#log.warn('earlier card not counted', { error });
    }
  }

  #channelOf(contact: Contact | undefined): Channel | undefined {
    return this.#channels.find(({ name }) => name === contact?.channel);
  }

  async #change(contact: Contact, ref: MessageRef, instead: CardMessage): Promise<void> {
    const changed = this.#channelOf(contact)?.update(contact, ref, instead);
    if (changed) await pTimeout(changed, { milliseconds: CHANGED_WITHIN_MS });
  }

  /** As `StandingCards`. */
  inHand(contactId: string, ref: MessageRef): () => void {
    const key = Symbol('in hand');
    const now = performance.now();
    for (const [old, { until }] of this.#inHand) if (until < now) this.#inHand.delete(old);
    this.#inHand.set(key, { contactId, ref, until: now + SHOWN_WITHIN_MS });
    return () => void this.#inHand.delete(key);
  }

  /** Whether somebody acts on that message at this moment. */
  isInHand(contactId: string, ref: MessageRef): boolean {
    return [...this.#inHand.values()].some(
      (one) => one.contactId === contactId && one.until > performance.now() && isSameMessage(one.ref, ref),
    );
  }

  /** Whether something else stands there by now: what somebody asked for there. */
  async isTaken(contactId: string, ref: MessageRef): Promise<boolean> {
    const contact = await this.#store.get('contacts', contactId);
    return contact?.cards?.some((one) => isSameMessage(one.ref, ref)) ?? false;
  }
}
