import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fields, listOf, optional } from '../../domain/stored.ts';
import { localDateSchema } from '../../domain/time.ts';
import type { DataKeys } from '../../store/lowdb/data-keys.ts';
import { ERASING, erasingInTurn, erasingName, erasingPath } from '../../store/lowdb/erasing.ts';
import { ifMissing, isLitter, makeFolder, realFiles, removeDurably } from '../../store/lowdb/files.ts';
import { readSealed, writeSealed } from '../../store/lowdb/json-file.ts';

/*
 * What is being erased, so that it is gone on with where the process was killed over it. It is encrypted as documents are, and is
 * removed when all is done. Until then it is the last thing that says who the child was.
 */

const whereSchema = fields({
  contactId: z.string(),
  ref: z.record(z.string(), z.string()),
  /** It shows others besides: what is put in its place says that it can be asked for once more. */
  ofOthers: optional(z.literal(true)),
});
/** A message that was sent, and is to be taken back. */
export interface SentMessage extends z.infer<typeof whereSchema> {}

const erasingSchema = fields({
  pupil: z.string(),
  school: z.string(),
  on: localDateSchema,
  /** What the documents were called, with those ids that upgrades have changed. */
  ids: listOf(z.string()),
  /** Left out once nothing but messages is left to do: with copies that are closed, the child has to be known in them. */
  ref: optional(z.string()),
  upn: optional(z.string()),
  dateOfBirth: optional(localDateSchema),
  marks: listOf(z.string()),
  /**
   * Copies that could not be opened, by their files within the data folder; all else is done. What is the child's in them goes once
   * their key is there, or they do. Left out where there are none.
   */
  closed: optional(listOf(z.string())),
  /** Messages that are still to be taken back. */
  messages: listOf(whereSchema),
});
export interface Erasing extends z.infer<typeof erasingSchema> {}

/** Where it is, and what it is encrypted with. */
export interface JournalPlace {
  readonly dataDir: string;
  readonly keys: DataKeys;
}

/** All that was begun and not ended. */
export async function begunErasings({ dataDir, keys }: JournalPlace): Promise<readonly Erasing[]> {
  const names = await readdir(join(dataDir, ERASING)).catch((error: unknown) =>
    ifMissing<string[]>(error, []),
  );
  const ids = names.flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -'.json'.length)] : []));
  const read = ids.map((id) => readSealed(erasingPath(dataDir, id), erasingName(id), keys));
  return (await Promise.all(read)).flatMap((found) => (found ? [erasingSchema.parse(found.value)] : []));
}

/** Notes how far it has come; resolves when that would survive a power cut. */
export async function noteErasing({ dataDir, keys }: JournalPlace, erasing: Erasing): Promise<void> {
  await makeFolder(join(dataDir, ERASING));
  const { pupil } = erasing;
  await erasingInTurn(() =>
    writeSealed(erasingPath(dataDir, pupil), erasingName(pupil), erasing, { keys, files: realFiles }),
  );
}

/** It is done. */
export const endErasing = ({ dataDir }: JournalPlace, { pupil }: Erasing): Promise<void> =>
  erasingInTurn(async () => {
    await removeDurably(erasingPath(dataDir, pupil));
    // What a process that was killed over it left half written says who the child was, too.
    const names = await readdir(join(dataDir, ERASING));
    for (const name of names.filter(isLitter)) await removeDurably(join(dataDir, ERASING, name));
  });
