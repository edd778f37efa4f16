import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COLLECTIONS } from '../../src/store/schemas.ts';
import type { Collection } from '../../src/store/store.ts';

/** A document as it stands in a file. */
export interface Stored {
  readonly collection: Collection;
  readonly name: string;
  readonly json: Readonly<Record<string, unknown>>;
}

/** Where the fixtures of a format are: a data folder that is not to be opened, since it never changes. */
export const fixtureFolder = (format: number) => join(import.meta.dirname, 'fixtures', `format-${format}`);

/** Every document of a format's fixtures, as it stands in its file. */
export function fixtures(format: number): readonly Stored[] {
  return COLLECTIONS.flatMap((collection) => {
    const folder = join(fixtureFolder(format), collection);
    return readdirSync(folder).map((name) => ({
      collection,
      name,
      json: JSON.parse(readFileSync(join(folder, name), 'utf8')),
    }));
  });
}
