import { z } from 'zod';
import { COLLECTIONS } from './schemas.ts';
import type { Collection } from './store.ts';

/** Ids that documents had before an upgrade gave them others, each with the id of today. */
export const oldIdsSchema = z.partialRecord(z.enum(COLLECTIONS), z.record(z.string(), z.string()));
export type OldIds = z.infer<typeof oldIdsSchema>;

/** The id of today of what was once called `id`; `id` itself, where it was never called anything else. */
export function currentId(oldIds: OldIds, collection: Collection, id: string): string {
  const known = oldIds[collection];
  return known && Object.hasOwn(known, id) ? (known[id] ?? id) : id;
}

/** What was known of old ids, and what an upgrade has just changed: an id that has changed twice leads to the last. */
export function withNewIds(before: OldIds, changed: OldIds): OldIds {
  const all = COLLECTIONS.map((collection) => {
    const known = Object.entries(before[collection] ?? {});
    const brought = known.map(([old, id]) => [old, currentId(changed, collection, id)] as const);
    return [collection, { ...Object.fromEntries(brought), ...changed[collection] }] as const;
  });
  return Object.fromEntries(all.filter(([, ids]) => Object.keys(ids).length > 0));
}
