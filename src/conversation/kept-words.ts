import { createHmac, randomBytes } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Inbound, Reply } from '../channels/channel.ts';
import { isTypedIn } from '../presentation/carried-words.ts';
import type { ActionData, CardMessage } from '../presentation/message.ts';
import { mapButtons } from '../presentation/render.ts';

/** As long as somebody may take to choose what they meant. */
const KEPT_MS = 60 * 60_000;
/** Characters of all that is kept: some thousands of long sentences. */
const MOST_KEPT = 4_000_000;

type Words = Readonly<Record<string, string>>;

/**
 * What somebody typed that a button is to go on with: the reason for an action they have yet to choose, a name with a slip in it. A
 * button's data stands in the chat's own storage and logs, so the words stay here, in this process, for an hour; the button carries a
 * name for them that only this process can make, and that is of use to the same person only.
 */
export class KeptWords {
  readonly #key = randomBytes(32);
  readonly #kept = new LRUCache<string, Words>({
    ttl: KEPT_MS,
    maxSize: MOST_KEPT,
    sizeCalculation: (words) => JSON.stringify(words).length,
  });

  /** The reply with a name in place of the words on each of its buttons. */
  withoutWords(reply: Reply, account: string): Reply {
    const card = (one: CardMessage): CardMessage => ({
      ...one,
      card: mapButtons(one.card, (action) => ({
        ...action,
        data: {
          ...(action.data as object),
          send: this.#put((action.data as { send: ActionData }).send, account),
        },
      })),
      ...(one.form && { form: { ...one.form, data: this.#put(one.form.data, account) } }),
    });
    const show = card(reply.show);
    if (reply.kind === 'invalid') {
      const { inPieces } = reply;
      return { ...reply, show, ...(inPieces && { inPieces: () => inPieces().map(card) }) };
    }
    const more = reply.more && { more: reply.more.map(card) };
    if (reply.kind === 'new') return { ...reply, show, ...more };
    const { behind, next } = reply;
    return {
      ...reply,
      show,
      ...more,
      ...(behind && { behind: card(behind) }),
      ...(next && { next: card(next) }),
    };
  }

  /** What was said, with the words that its button has a name for; without them where they are kept no more. */
  withWords(said: Inbound['said'], account: string): Inbound['said'] {
    if (said.kind !== 'press' || said.data.words === undefined) return said;
    const { words, ...data } = said.data;
    const kept = this.#kept.get(words);
    // The name is made of whose it is, too: another's is none.
    const own = kept && this.#nameOf(kept, account) === words ? kept : {};
    return { ...said, data: { ...data, do: said.data.do, ...own } };
  }

  #put(data: ActionData, account: string): ActionData {
    const typed = Object.entries(data).filter(([key, text]) => isTypedIn(key) && text !== '');
    if (typed.length === 0) return data;
    const words = Object.fromEntries(typed);
    const name = this.#nameOf(words, account);
    this.#kept.set(name, words);
    const rest = Object.entries(data).filter(([key]) => !isTypedIn(key));
    return { ...Object.fromEntries(rest), do: data.do, words: name };
  }

  #nameOf(words: Words, account: string): string {
    const text = JSON.stringify([account, words]);
    return createHmac('sha256', this.#key).update(text).digest('base64url').slice(0, 22);
  }

  /** Forgets all of it. */
  clear(): void {
    this.#kept.clear();
  }
}
