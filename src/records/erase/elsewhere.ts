import { standsAt } from '../../domain/nudges/chat-copies.ts';
import type { Digest } from '../../domain/nudges/digest.ts';
import { obligationNamed } from '../../domain/nudges/obligation-id.ts';
import type { Review } from '../../domain/review/review.ts';
import { type Contact, OF_A_LIST, type StandingCard } from '../../domain/school/contact.ts';
import type { LocalDate } from '../../domain/time.ts';
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

const isCardOf = (ids: ReadonlySet<string>, { is, of = [] }: StandingCard) =>
  is.split('/').some((part) => ids.has(part)) || of.some((one) => ids.has(one) || one === OF_A_LIST);

/** Whether a card shows others besides. */
const isOfOthers = (ids: ReadonlySet<string>, { of = [] }: StandingCard) => of.some((one) => !ids.has(one));

/** Where a message stands, as one text: the same for the same place. */
export const placeOf = ({ contactId, ref }: SentMessage): string =>
  JSON.stringify([contactId, Object.entries(ref).toSorted()]);

/** Every message in a chat that shows something of them, as far as it is known where it stands: each once. */
export async function messagesOf(
  reviews: readonly Review[],
  digests: readonly Digest[],
  ids: ReadonlySet<string>,
  store: Pick<Store, 'all'>,
): Promise<SentMessage[]> {
  const sent = [...reviews.flatMap(({ messages }) => messages), ...digests].flatMap(
    (one) => standsAt(one) ?? [],
  );
  const cards = (await store.all('contacts')).flatMap(({ id, cards: all = [] }) =>
    all
      .filter((card) => isCardOf(ids, card))
      .map((card) => ({
        ...{ contactId: id, ref: card.ref },
        ...(isOfOthers(ids, card) && { ofOthers: true as const }),
      })),
  );
  const once = new Map([...sent, ...cards].map((one) => [placeOf(one), one]));
  return [...once.values()].map(({ ref, ...one }) => ({ ...one, ref: { ...ref } }));
}

/**
 * The ids of whoever is named by a card, or by a digest of `day`, and is stored no more: what was being sent or shown while they were
 * erased names them still. `erased` are the children who were.
 */
export async function namedStill(
  erased: ReadonlySet<string>,
  day: LocalDate,
  store: Store,
): Promise<ReadonlySet<string>> {
  const shown = (await store.all('contacts')).flatMap(({ cards = [], shownBefore = [] }) => [
    ...cards.flatMap(({ of = [] }) => of),
    ...shownBefore,
  ]);
  const named = new Set<string>();
  for (const id of new Set(shown)) if (erased.has(id) && !(await store.get('pupils', id))) named.add(id);
  const owed = (await store.digestsOf(day)).flatMap(({ items, listed = [], escalations = [] }) =>
    [...items, ...listed, ...escalations.map(({ obligationId }) => obligationId)].map(
      (id) => obligationNamed(id).reviewId,
    ),
  );
  for (const id of new Set(owed)) if (!(await isStored(id, store))) named.add(id);
  return named;
}

/** Whether what is owed by that id is of something that is stored: a review, a pupil or a school. */
async function isStored(id: string, store: Store): Promise<boolean> {
  for (const collection of ['reviews', 'pupils', 'schools'] as const)
    if (await store.get(collection, id)) return true;
  return false;
}

/** Takes what is about them out of digests and out of what is kept count of in chats. */
export async function cleanOthers(ids: ReadonlySet<string>, store: Store): Promise<void> {
  const owed = (id: string) => !isOwed(ids, id);
  for (const { id } of (await store.all('digests')).filter((digest) => isAbout(ids, digest)))
    await update(store, 'digests', id, (digest) => digest && digestWithout(digest, owed));
  for (const contact of await store.all('contacts'))
    if (contactWithout(contact, ids))
      await update(store, 'contacts', contact.id, (now) => now && contactWithout(now, ids));
}

/** The contact without what is about them; undefined where nothing is. */
function contactWithout(contact: Contact, ids: ReadonlySet<string>): Contact | undefined {
  const { cards = [], shownBefore = [], ...rest } = contact;
  const [stay, before] = [
    cards.filter((card) => !isCardOf(ids, card)),
    shownBefore.filter((one) => !ids.has(one)),
  ];
  if (stay.length === cards.length && before.length === shownBefore.length) return undefined;
  return { ...rest, cards: stay, ...(before.length > 0 && { shownBefore: before }) };
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
