import { inSameChat } from '../domain/school/contact.ts';
import { saidSame } from '../domain/school/same-person.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { Documents, Store } from './store.ts';
import { update } from './update.ts';

/**
 * Makes somebody who is new on the staff lists of `schools` the colleague of before, who left: what was asked of them and is
 * theirs comes along, and so does what was given to the new one meanwhile. Done again, it does what is missing, so it can be cut
 * short. Resolves to the ids of the reviews and pupils it changed.
 * @throws {NotStored} or {Conflict} something could not be stored; what was before it is.
 */
export async function carryOver(
  store: Store,
  schools: readonly School[],
  now: PersonId,
  before: PersonId,
): Promise<readonly string[]> {
  const touched: string[] = [];
  for (const { id } of schools) {
    for (const review of await store.reviewsOf(id))
      touched.push(...(await renamed(store, 'reviews', review.id, now, before)));
    for (const pupil of await store.pupilsOf(id))
      touched.push(...(await renamed(store, 'pupils', pupil.id, now, before)));
    await update(store, 'schools', id, (school) => school && differs(school, saidSame(school, now, before)));
  }
  const theirs = (await store.contactsOf(now)).filter(({ person }) => person === now);
  for (const old of await store.contactsOf(before)) {
    // They have a new account in that chat.
    if (old.person === before && theirs.some((one) => inSameChat(one, old)))
      await update(store, 'contacts', old.id, (contact) => contact && without(contact));
  }
  for (const { id } of theirs)
    await update(store, 'contacts', id, (contact) => contact && { ...contact, person: before });
  return touched;
}

function without({ person: _, ...contact }: Documents['contacts']): Documents['contacts'] {
  return contact;
}

const differs = <T>(was: T, is: T): T | undefined => (was === is ? undefined : is);

async function renamed(
  store: Store,
  collection: 'reviews' | 'pupils',
  id: string,
  from: PersonId,
  to: PersonId,
): Promise<readonly string[]> {
  const put = await update(store, collection, id, (document) =>
    document && mentions(document, from) ? inPlaceOf(document, from, to) : undefined,
  );
  return put ? [id] : [];
}

const mentions = (document: object, person: PersonId): boolean =>
  JSON.stringify(document).includes(JSON.stringify(person));

/** A person's id stands alone, as a value or as a key: no text that somebody typed is one. */
function inPlaceOf<T>(value: T, from: PersonId, to: PersonId): T {
  return swapped(value) as T;

  function swapped(one: unknown): unknown {
    if (one === from) return to;
    if (Array.isArray(one)) return one.map(swapped);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, of]) => [key === from ? to : key, swapped(of)]));
  }
}
