import type { OldIds } from '../old-ids.ts';
import { byCollection } from '../schemas.ts';
import type { Collection } from '../store.ts';
import type { StoredDocument } from '../stored-document.ts';

/** All that is stored, by collection. */
export type Contents = Readonly<Record<Collection, readonly StoredDocument[]>>;

/** A document that an upgrade could not change; without a collection and id: all that is stored. */
export interface Stuck {
  readonly document?: { readonly collection: Collection; readonly id: string };
}

/** What an upgrade made of it. */
export interface Upgraded {
  readonly contents: Contents;
  /** The new ids of documents that are called something else now, by their old ones: buttons sent before have those. */
  readonly newIds?: OldIds;
  /** Documents that it could not change, which `contents` is without. */
  readonly stuck?: readonly Stuck[];
}

/**
 * How what is stored in one format becomes what the next one has. Pure: the same in gives the same out. New ids are made of
 * the old and of a `secret` that is another for each upgrade and kept nowhere, so that nobody can tell one from the other.
 */
export interface Upgrade {
  /** The format it makes, of the one before. */
  readonly to: number;
  readonly run: (before: Contents, secret: string) => Upgraded;
}

/** An upgrade that looks at one document at a time. A document on which `change` throws is left out, and named as stuck. */
export function eachDocument(
  change: (document: StoredDocument, collection: Collection) => StoredDocument,
): Upgrade['run'] {
  return (before) => {
    const stuck: Stuck[] = [];
    const contents = byCollection((collection) =>
      before[collection].flatMap((one) => {
        try {
          return [change(one, collection)];
        } catch {
          // What is stored may have been spoilt in any way. The error's own words could quote it, so they go no further.
          stuck.push({ document: { collection, id: one.id } });
          return [];
        }
      }),
    );
    return { contents, stuck };
  };
}
