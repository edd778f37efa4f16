import type { Contacts } from '../channels/parts.ts';
import type { Contact } from '../domain/school/contact.ts';
import { Conflict, NotStored, type Store } from '../store/store.ts';
import type { Log } from './log.ts';

/** Others may commit the same contact in between; this often in a row means that something is wrong. */
const TRIES = 50;

/**
 * Where the channels keep whom they have met: the store's contacts. `heardFrom` is called after each commit, since
 * what waited for somebody to be reachable may now go out. When the disk takes nothing, `update` returns the contact as
 * it should be: people are still answered, and are learned anew when they next speak.
 */
export function contactsIn(store: Store, heardFrom: () => void, log: Log): Contacts {
  const keep = async (contact: Contact): Promise<Contact> => {
    try {
      const stored = await store.put('contacts', contact);
      heardFrom();
      return stored;
    } catch (error) {
      if (!(error instanceof NotStored)) throw error;
      log.error('contact not kept', { contact: contact.id, error });
      return contact;
    }
  };

  return {
    find: (id: string): Promise<Contact | undefined> => store.get('contacts', id),

    async update(id: string, change: (known: Contact | undefined) => Contact): Promise<Contact> {
      for (let left = TRIES; ; left--) {
        const known = await store.get('contacts', id);
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
