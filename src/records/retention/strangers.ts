import type { Workplace } from '../../command-line/command.ts';
import { standsAt } from '../../domain/nudges/chat-copies.ts';
import type { Contact } from '../../domain/school/contact.ts';
import { isOfStaff } from '../../domain/school/listed.ts';
import { localDate, plusDays } from '../../domain/time.ts';
import { Conflict, type Store } from '../../store/store.ts';

/** For how many days it is kept that somebody whom no list has can be written to, since they did something last. */
const MARKED_DAYS = 365;

/** Where something was sent, or is just being sent, that may yet have to be taken back. */
async function placesInUse(store: Store): Promise<ReadonlySet<string>> {
  const reviews = await store.all('reviews');
  const all = [...reviews.flatMap(({ messages }) => messages), ...(await store.all('digests'))];
  const sending = all.flatMap(({ state }) => (state.is === 'sending' ? [state.contactId] : []));
  return new Set([...sending, ...all.flatMap((one) => standsAt(one)?.contactId ?? [])]);
}

/**
 * Forgets the accounts that are of nobody on a staff list: met by earlier versions, or taken off the list since. One in whose chat
 * something of ours stands goes once that has aged out; where one could be written to, by a mark alone, goes a year after they did something. Resolves to how many were forgotten.
 */
export async function forgetStrangers({ store, clock }: Pick<Workplace, 'store' | 'clock'>): Promise<number> {
  const schools = await store.schools();
  // A folder whose schools are not there says nothing of who is a stranger.
  if (schools.length === 0) return 0;
  const inUse = await placesInUse(store);
  const from = plusDays(localDate(clock.now()), -MARKED_DAYS);
  const goes = (contact: Contact) =>
    (contact.mark === undefined || (contact.seenAt ?? '') < from) &&
    contact.groups === undefined &&
    !contact.cards?.length &&
    !inUse.has(contact.id) &&
    !isOfStaff(contact, schools);
  let forgotten = 0;
  for (const contact of (await store.all('contacts')).filter(goes))
    await store.remove('contacts', contact).then(
      () => (forgotten += 1),
      (error: unknown) => {
        // They have just done something: the next round looks again.
        if (!(error instanceof Conflict)) throw error;
      },
    );
  return forgotten;
}
