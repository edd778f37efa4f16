import pTimeout from 'p-timeout';
import type { Log } from '../app/log.ts';
import type { Clock } from '../app/ports.ts';
import type { Channel, MessageRef } from '../channels/channel.ts';
import type { Contact, StandingCard } from '../domain/school/contact.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { Store } from '../store/store.ts';
import { update } from '../store/update.ts';

/** Showing an answer takes no longer; what was not heard of by then was not shown. */
const SHOWN_WITHIN_MS = 60_000;

/** Changing an earlier card is not worth more: somebody waits for the end of their turn. */
const CHANGED_WITHIN_MS = 3_000;

/** So many cards are kept count of in one chat; the oldest are forgotten. */
const MOST = 30;

/** Whether both are of the same message: by all that both of them say of it. */
export function isSameMessage(one: MessageRef, other: MessageRef): boolean {
  const said = Object.keys(one).filter((key) => Object.hasOwn(other, key));
  return said.length > 0 && said.every((key) => one[key] === other[key]);
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
    { purpose, isForm = false }: { readonly purpose: string; readonly isForm?: boolean },
    ref: MessageRef,
    instead: CardMessage,
  ): Promise<void> {
    const before: StandingCard[] = [];
    try {
      const mayHoldWords = (contact: Contact | undefined) =>
        isForm && this.#channelOf(contact)?.formsInMessages === true;
      const kept = await update(this.#store, 'contacts', contactId, (contact) => {
        const cards = contact?.cards ?? [];
        const here = cards.find((one) => isSameMessage(one.ref, ref));
        before.splice(
          0,
          before.length,
          ...cards.filter((one) => one !== here && purpose && one.is === purpose && !mayHoldWords(contact)),
        );
        if (!contact || (here?.is === purpose && before.length === 0)) return undefined;
        const others = cards.filter((one) => one !== here && !before.includes(one));
        return { ...contact, cards: [...others, { is: purpose, ref, at: this.#clock.now() }].slice(-MOST) };
      });
      if (!kept) return;
      await this.#change(
        kept,
        before.map((one) => one.ref),
        instead,
      );
    } catch (error) {
      this.#log.warn('earlier card not changed', { error });
    }
  }

  /** As `StandingCards`. */
  async sent(contactId: string, purpose: string, ref: MessageRef, instead: CardMessage): Promise<void> {
    try {
      const stood: MessageRef[] = [];
      const kept = await update(this.#store, 'contacts', contactId, (contact) => {
        const others = (contact?.cards ?? []).filter(
          (one) => one.is === purpose && !isSameMessage(one.ref, ref),
        );
        stood.splice(0, stood.length, ...others.map((one) => one.ref));
        if (!contact?.cards || others.length === 0) return undefined;
        return { ...contact, cards: contact.cards.filter((one) => !others.includes(one)) };
      });
      if (kept) await this.#change(kept, stood, instead);
    } catch (error) {
      this.#log.warn('earlier card not changed', { error });
    }
  }

  /** As `StandingCards`. */
  async over(contactId: string, refs: readonly MessageRef[], instead: CardMessage): Promise<void> {
    try {
      const contact = await this.#store.get('contacts', contactId);
      if (contact) await this.#change(contact, refs, instead);
    } catch (error) {
      this.#log.warn('earlier card not changed', { error });
    }
  }

  #channelOf(contact: Contact | undefined): Channel | undefined {
    return this.#channels.find(({ name }) => name === contact?.channel);
  }

  async #change(contact: Contact, refs: readonly MessageRef[], instead: CardMessage): Promise<void> {
    const channel = this.#channelOf(contact);
    for (const ref of refs) {
      const changed = channel?.update(contact, ref, instead);
      if (changed) await pTimeout(changed, { milliseconds: CHANGED_WITHIN_MS });
    }
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
