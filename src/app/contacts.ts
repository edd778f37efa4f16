import { LRUCache } from 'lru-cache';
import type { Contacts } from '../channels/parts.ts';
import type { Contact } from '../domain/school/contact.ts';
import { isOfStaff } from '../domain/school/listed.ts';
import { Conflict, NotStored, type Store } from '../store/store.ts';
import type { Log } from './log.ts';

/** Others may commit the same contact in between; this often in a row means that something is wrong. */
const TRIES = 50;

/** Who is on no staff list is kept in mind for as long as a directory's word holds: an hour. */
const STRANGER_MS = 60 * 60 * 1000;
const STRANGERS = { max: 5_000, maxSize: 4_000_000, ttl: STRANGER_MS };

/**
 * Where the channels keep whom they have met: the store's contacts, where they are on a staff list; else this process, for an hour,
 * so that a directory is not asked about a stranger with each thing they say. `heardFrom` is called after each commit, since
 * what waited for somebody to be reachable may now go out. When the disk takes nothing, `update` returns the contact as
 * it should be: people are still answered, and are learned anew when they next speak.
 */
export function contactsIn(store: Store, heardFrom: () => void, log: Log): Contacts {
  const strangers = new LRUCache<string, Contact>({
    ...STRANGERS,
    sizeCalculation: (contact, id) => id.length + 2 * JSON.stringify(contact).length,
  });
  const find = async (id: string) => (await store.get('contacts', id)) ?? strangers.get(id);
  // What is stored already stays for now: cards may stand in that chat. The daily clean-up sees to it.
  const isKept = async (contact: Contact) =>
    contact.version > 0 || contact.groups !== undefined || isOfStaff(contact, await store.schools());

  const keep = async (contact: Contact): Promise<Contact> => {
    try {
      if (!(await isKept(contact))) {
        strangers.set(contact.id, contact);
        return contact;
      }
      const stored = await store.put('contacts', contact);
      strangers.delete(contact.id);
      heardFrom();
      return stored;
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      log.error('contact not kept', { contact: contact.id, error });
      return contact;
    }
  };

  return {
    find,

    async update(id: string, change: (known: Contact | undefined) => Contact): Promise<Contact> {
      for (let left = TRIES; ; left--) {
        const known = await find(id);
        const wanted = change(known);
        if (known && wanted === known) return known;
        try {
          return await keep({ ...wanted, version: known?.version ?? 0 });
        } catch (error) {
          if (!(error instanceof Conflict) || left === 0) throw error;
        }
      }
    },
  };
}
