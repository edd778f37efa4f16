import { standsAt } from '../../domain/nudges/chat-copies.ts';
import type { Digest } from '../../domain/nudges/digest.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import type { Review } from '../../domain/review/review.ts';
import type { Store } from '../../store/store.ts';
import { update } from '../../store/update.ts';
import type { SentMessage } from './journal.ts';

/* What is said of a child outside their own documents: in digests, and on cards in people's chats. */

const isOwed = (ids: ReadonlySet<string>, id: string) => ids.has(obligationNamed(id).reviewId);

/** Whether a digest says something of them. */
export const isAbout = (
  ids: ReadonlySet<string>,
  { items, listed = [], escalations = [] }: Digest,
): boolean =>
  [...items, ...listed, ...escalations.map(({ obligationId }) => obligationId)].some((id) => isOwed(ids, id));

const isCardOf = (ids: ReadonlySet<string>, is: string) => is.split('/').some((part) => ids.has(part));

/** Every message in a chat that shows something of them, as far as it is known where it stands: each once. */
export async function messagesOf(
  reviews: readonly Review[],
  digests: readonly Digest[],
  ids: ReadonlySet<string>,
  store: Store,
): Promise<SentMessage[]> {
  const sent = [...reviews.flatMap(({ messages }) => messages), ...digests].flatMap(
    (one) => standsAt(one) ?? [],
  );
  const cards = (await store.all('contacts')).flatMap(({ id, cards: all = [] }) =>
    all.filter(({ is }) => isCardOf(ids, is)).map(({ ref }) => ({ contactId: id, ref })),
  );
  const once = new Map([...sent, ...cards].map((one) => [JSON.stringify([one.contactId, one.ref]), one]));
  return [...once.values()].map(({ contactId, ref }) => ({ contactId, ref: { ...ref } }));
}

/** Takes what is about them out of digests and out of the cards that are kept count of. */
export async function cleanOthers(ids: ReadonlySet<string>, store: Store): Promise<void> {
  const owed = (id: string) => !isOwed(ids, id);
  for (const { id } of (await store.all('digests')).filter((digest) => isAbout(ids, digest)))
    await update(store, 'digests', id, (digest) => digest && digestWithout(digest, owed));
  const shown = (is: string) => !isCardOf(ids, is);
  for (const { id, cards = [] } of await store.all('contacts'))
    if (cards.some(({ is }) => !shown(is)))
      await update(store, 'contacts', id, (contact) =>
        contact?.cards ? { ...contact, cards: contact.cards.filter(({ is }) => shown(is)) } : undefined,
      );
}

function digestWithout(digest: Digest, stays: (id: string) => boolean): Digest {
  const { items, listed, escalations } = digest;
  return {
    ...digest,
    items: items.filter(stays),
    ...(listed && { listed: listed.filter(stays) }),
    ...(escalations && { escalations: escalations.filter(({ obligationId }) => stays(obligationId)) }),
  };
}
