import { join } from 'node:path';
import { z } from 'zod';
import { personKey, refKey, upnOf } from '../../domain/pupil/who/person.ts';
import { fields, listOf } from '../../domain/stored.ts';
import { type LocalDate, localDateSchema } from '../../domain/time.ts';
import { writeDurably } from '../../store/lowdb/files.ts';
import { asText, readJson } from '../../store/lowdb/json-file.ts';

/*
 * What is left of a pupil who was erased: that a child was, on a day, in a school, and marks by which a list that has them is known.
 * A mark is made with a key that no copy of the data folder has, so nobody can try names or numbers against it.
 */

const tombstoneSchema = fields({
  /** What their document was called: random, and so a name for nothing. By it a backup that is put back is known. */
  pupil: z.string(),
  school: z.string(),
  on: localDateSchema,
  marks: listOf(z.string()),
});
export interface Tombstone extends z.infer<typeof tombstoneSchema> {}

const fileSchema = fields({ what: z.literal('send-review-bot erased'), erased: listOf(tombstoneSchema) });

/** Who a child is, as a list or a document says it. */
export interface Named {
  readonly ref: string;
  readonly upn?: string | undefined;
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: LocalDate;
}

/** A keyed mark of a text. */
export type MarkOf = (text: string) => string;

const fileIn = (dataDir: string) => join(dataDir, 'erased.json');

/**
 * The marks of a child of a school. A number can be given to another child, so the school's reference counts with the birth date alone.
 */
export function marksOf(school: string, child: Named, mark: MarkOf): readonly string[] {
  const { ref, dateOfBirth } = child;
  const upn = upnOf(child);
  return [
    ...(upn === undefined ? [] : [upnMark(school, upn, mark)]),
    refMark(school, ref, dateOfBirth, mark),
    mark(`${school}|name|${personKey(child)}`),
  ];
}

/** The mark of a UPN. */
export const upnMark = (school: string, upn: string, mark: MarkOf): string => mark(`${school}|upn|${upn}`);

/** The mark of a school's reference, with the birth date of who had it. */
export const refMark = (school: string, ref: string, born: LocalDate, mark: MarkOf): string =>
  mark(`${school}|ref|${refKey(ref)}|${born}`);

/** Those who were erased in a data folder. */
export async function readTombstones(dataDir: string): Promise<readonly Tombstone[]> {
  const found = await readJson(fileIn(dataDir));
  return found === undefined ? [] : fileSchema.parse(found).erased;
}

async function write(dataDir: string, erased: readonly Tombstone[]): Promise<void> {
  await writeDurably(fileIn(dataDir), asText({ what: 'send-review-bot erased', erased }));
}

/**
 * Sets one; resolves when it would survive a power cut. Who is erased once more, since a backup brought them back, may have another
 * name or number in it: those marks are added.
 */
export async function setTombstone(dataDir: string, stone: Tombstone): Promise<void> {
  const all = await readTombstones(dataDir);
  const before = all.find(({ pupil }) => pupil === stone.pupil);
  if (!before) return write(dataDir, [...all, stone]);
  const marks = [...new Set([...before.marks, ...stone.marks])];
  if (marks.length > before.marks.length)
    await write(
      dataDir,
      all.map((one) => (one === before ? { ...before, marks } : one)),
    );
}
