import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { z } from 'zod';
import { checkDocument } from '../check-document.ts';
import type { Documents } from '../store.ts';
import { formatOf } from '../upgrades/bring-up.ts';
import { BACKUPS, datedBackup } from './backup.ts';
import { ifMissing } from './files.ts';
import { readSealed, writeSealed } from './json-file.ts';
import { documentName, documentPath } from './names.ts';
import { type Options, withDefaults } from './options.ts';
import { Refused } from './refused.ts';
import { noteName } from './reseal.ts';

/*
 * An import backs up all that is stored, and notes beside that copy which documents it writes: so it can be taken back as
 * far as nobody has touched them since.
 */

const WHY = 'before-import';
const NOTE = '.json';

const writtenSchema = z.strictObject({
  collection: z.enum(['schools', 'pupils']),
  id: z.string(),
  /** Its version before, 0 where there was none, and the version it has once it is written. */
  before: z.int().min(0),
  after: z.int().min(1),
});
/** A document that an import writes. */
export type WrittenDocument = z.infer<typeof writtenSchema>;

/** A document that taking an import back put back: its version since, and the version it was as then. */
const putBackSchema = z.strictObject({
  collection: z.enum(['schools', 'pupils']),
  id: z.string(),
  version: z.int().min(1),
  as: z.int().min(1),
});
export type PutBack = z.infer<typeof putBackSchema>;

const noteSchema = z.strictObject({
  format: z.int().min(1),
  written: z.array(writtenSchema),
  undone: z.literal(true).exactOptional(),
  /** Once it is undone; left out by a version that did not note it. */
  putBack: z.array(putBackSchema).exactOptional(),
});
type Note = z.infer<typeof noteSchema>;

/** The last import that was not taken back or stepped over, as it was noted. */
export interface LastImport {
  /** The folder with what was there before. */
  readonly folder: string;
  readonly written: readonly WrittenDocument[];
  /**
   * Which version a document's is the same as, where imports after this one were taken back: what they put back nobody has
   * touched.
   */
  sameAs(of: Pick<PutBack, 'collection' | 'id' | 'version'>): number;
  /** A document as it was before the import. @throws {Refused} it can't be had any more. */
  before<C extends WrittenDocument['collection']>(collection: C, id: string): Promise<Documents[C]>;
  /** Notes that it was taken back, and what was put back, or that it is stepped over: then the one before it is the last. */
  setUndone(putBack: readonly PutBack[]): Promise<void>;
}

/** The backups that imports make in a data folder which this process has open. */
export interface ImportBackups {
  /**
   * Copies all that is stored, and notes what is about to be written. A document that is written meanwhile is in the copy as it
   * was, or as it is then: each is whole. Resolves to the copy's folder, once it would survive a power cut.
   */
  make(written: readonly WrittenDocument[]): Promise<string>;
  /** Copies all that is stored, and notes nothing: `why` is in the copy's name. Resolves to the copy's folder. */
  copy(why: string): Promise<string>;
  /** The last import that was not taken back; else that all were, or that there was none. */
  last(): Promise<LastImport | 'all-undone' | 'none'>;
}

/** The backups of imports into a data folder, encrypted with the same keys. */
export function importBackups(dataDir: string, given: Partial<Options> = {}): ImportBackups {
  const folder = resolve(dataDir);
  const { files, keys, now, upgrades } = withDefaults(given);
  const disk = { files, keys };
  const format = formatOf(upgrades);
  const write = (path: string, note: z.infer<typeof noteSchema>) =>
    writeSealed(path, noteName(path), note, disk);
  return {
    copy: (why) => datedBackup(folder, now(), why, disk),
    async make(written) {
      const copy = await datedBackup(folder, now(), WHY, disk);
      await write(`${copy}${NOTE}`, { format, written: [...written] });
      return copy;
    },
    async last() {
      const all = join(folder, BACKUPS);
      const names = await readdir(all).catch((error: unknown) => ifMissing<string[]>(error, []));
      const notes = names.filter((one) => one.includes(`-${WHY}`) && one.endsWith(NOTE));
      // They begin with the moment and end in how many there were in it, so the last by name is the last.
      const putBack: PutBack[] = [];
      for (const name of notes
        .map((one) => basename(one, NOTE))
        .sort()
        .reverse()) {
        const copy = join(all, name);
        const read = await readSealed(`${copy}${NOTE}`, noteName(name), keys);
        const note = noteSchema.parse(read?.value);
        if (!note.undone) return noted(copy, note, putBack);
        putBack.push(...(note.putBack ?? []));
      }
      return notes.length > 0 ? 'all-undone' : 'none';
    },
  };

  function noted(copy: string, note: Note, putBack: readonly PutBack[]): LastImport {
    return {
      folder: copy,
      written: note.written,
      sameAs: ({ collection, id, version }) =>
        putBack
          .filter((one) => one.collection === collection && one.id === id)
          .reduce((now, one) => (one.version === now ? one.as : now), version),
      before: async (collection, id) => {
        if (note.format !== format) throw new Refused(`${copy} is of an earlier version. ${BY_HAND}`);
        const path = documentPath(copy, collection, id);
        const read = await readSealed(path, documentName(collection, id), keys);
        const found = Object(read?.value) as object;
        const { format: _, ...document } = found as { readonly format?: unknown };
        const checked = checkDocument(collection, document);
        if (!checked.ok) throw new Refused(`${copy} is not whole any more. ${BY_HAND}`);
        return checked.document;
      },
      setUndone: (now) => write(`${copy}${NOTE}`, { ...note, undone: true, putBack: [...now] }),
    };
  }
}

const BY_HAND =
  'All that was stored then can be put back, with the bot stopped: npm run store -- restore FOLDER.';
