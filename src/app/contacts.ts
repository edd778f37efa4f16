import { LRUCache } from 'lru-cache';
import type { Contacts } from '../channels/parts.ts';
import type { Contact } from '../domain/school/contact.ts';
import { isOfStaff } from '../domain/school/listed.ts';
import { Conflict, NotStored, type Store } from '../store/store.ts';
import { update } from '../store/update.ts';
import type { Log } from './log.ts';

/** Others may commit the same contact in between; this often in a row means that something is wrong. */
const TRIES = 50;

/** Who is on no staff list is kept in mind for as long as a directory's word holds: an hour. */
const STRANGER_MS = 60 * 60 * 1000;
const STRANGERS = { max: 5_000, maxSize: 4_000_000, ttl: STRANGER_MS };

/** Makes a keyed mark of a text; undefined where there can be no key. */
export type Marking = (text: string) => Promise<string | undefined>;

const markFor = (marking: Marking, { channel, tenant }: Pick<Contact, 'channel' | 'tenant'>, email: string) =>
  marking(`account|${channel}|${tenant}|${email}`);

/**
 * Where the channels keep whom they have met: the store's contacts, where they are on a staff list; else this process, for an hour,
 * so that a directory is not asked about a stranger with each thing they say. `heardFrom` is called after each commit, since
 * what waited for somebody to be reachable may now go out. When the disk takes nothing, `update` returns the contact as
 * it should be: people are still answered, and are learned anew when they next speak.
 */
export function contactsIn(
  store: Store,
  heardFrom: () => void,
  log: Log,
  marking: Marking = async () => undefined,
): Contacts {
  const strangers = new LRUCache<string, Contact>({
    ...STRANGERS,
    sizeCalculation: (contact, id) => id.length + 2 * JSON.stringify(contact).length,
  });

  /** What is kept of a stranger so that they can be written to once a list has them. */
  async function mark({ id, channel, tenant, userId, email, address, seenAt }: Contact): Promise<void> {
    const made = email && address && (await markFor(marking, { channel, tenant }, email));
    if (!made) return;
    await update(store, 'contacts', id, (known) => {
      const same = known?.mark === made && known.seenAt?.slice(0, 7) === seenAt?.slice(0, 7);
      if (same || (known && known.mark === undefined)) return undefined;
      const at = { ...known?.address, ...address };
      return {
        id,
        version: known?.version ?? 0,
        channel,
        tenant,
        userId,
        address: at,
        mark: made,
        ...(seenAt && { seenAt }),
      };
    });
  }

  // What is stored already stays for now: cards may stand in that chat. The daily clean-up sees to it.
  const isKept = async (contact: Contact, stored: Contact | undefined) =>
    (stored !== undefined && stored.mark === undefined) ||
    contact.groups !== undefined ||
    isOfStaff(contact, await store.schools());

  const keep = async (contact: Contact, stored: Contact | undefined, isMarked: boolean): Promise<Contact> => {
    try {
      if (!(await isKept(contact, stored))) {
        strangers.set(contact.id, contact);
        if (isMarked) await mark(contact);
        return contact;
      }
      const put = await store.put('contacts', contact);
      strangers.delete(contact.id);
      heardFrom();
      return put;
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      log.error('contact not kept', { contact: contact.id, error });
      return contact;
    }
  };

  const inMind = (id: string, stored: Contact | undefined) =>
    stored && stored.mark === undefined ? stored : strangers.get(id);

  return {
    find: async (id) => inMind(id, await store.get('contacts', id)),

    async update(id, change, how) {
      for (let left = TRIES; ; left--) {
        const stored = await store.get('contacts', id);
        const known = inMind(id, stored);
        const wanted = change(known);
        if (known && wanted === known) return known;
        try {
          return await keep({ ...wanted, version: stored?.version ?? 0 }, stored, how !== undefined);
        } catch (error) {
          if (!(error instanceof Conflict) || left === 0) throw error;
        }
      }
    },

    async marked(channel, tenant, address) {
      const made = await markFor(marking, { channel, tenant }, address);
      const all = made === undefined ? [] : await store.all('contacts');
      const found = all.find((one) => one.mark === made);
      if (!found) return undefined;
      return update(store, 'contacts', found.id, (known) => {
        if (!known || known.mark !== made) return undefined;
        const { mark: _, ...contact } = known;
        return { ...contact, email: address };
      });
    },
  };
}
