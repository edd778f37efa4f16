import type { OldIds } from '../old-ids.ts';
import { byCollection } from '../schemas.ts';
import type { Collection } from '../store.ts';
import type { StoredDocument } from '../stored-document.ts';

/** All that is stored, by collection. */
export type Contents = Readonly<Record<Collection, readonly StoredDocument[]>>;

/** What an upgrade made of it. */
export interface Upgraded {
  readonly contents: Contents;
  /** The new ids of documents that are called something else now, by their old ones: buttons sent before have those. */
  readonly newIds?: OldIds;
}

/** How what is stored in one format becomes what the next one has. Pure: the same in gives the same out. */
export interface Upgrade {
  /** The format it makes, of the one before. */
  readonly to: number;
  readonly run: (before: Contents) => Upgraded;
}

/** An upgrade that looks at one document at a time. */
export function eachDocument(
  change: (document: StoredDocument, collection: Collection) => StoredDocument,
): Upgrade['run'] {
  return (before) => ({
    contents: byCollection((collection) => before[collection].map((one) => change(one, collection))),
  });
}
