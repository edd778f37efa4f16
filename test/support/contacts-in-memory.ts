import type { Contacts } from '../../src/channels/parts.ts';
import { type Contact, contactId } from '../../src/domain/school/contact.ts';

/** Contacts in memory, each change counted as a commit. */
export function contactsInMemory(): Contacts & { all(): Contact[]; of(userId: string): Contact | undefined } {
  const kept = new Map<string, Contact>();
  return {
    find: async (id) => kept.get(id),
    update: async (id, change) => {
      const known = kept.get(id);
      const changed = change(known);
      if (changed === known) return changed;
      const stored = { ...changed, version: changed.version + 1 };
      kept.set(id, stored);
      return stored;
    },
    all: () => [...kept.values()],
    of: (userId) => kept.get(contactId('teams', 'school-tenant', userId)),
  };
}
