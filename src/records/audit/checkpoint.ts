import { createHmac, type KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { fields, optional } from '../../domain/stored.ts';
import { localDateSchema } from '../../domain/time.ts';
import { ifMissing, makeFolder, writeDurably } from '../../store/lowdb/files.ts';
import { AuditKeyFault } from './key.ts';
import { standingSchema } from './standing.ts';

const markSchema = fields({ version: z.int(), mark: z.string() });
const checkpointSchema = z.strictObject({
  /** By it another key is told from a file that was changed. */
  key: z.string(),
  heads: z.record(z.string(), z.strictObject({ seq: z.int(), mac: z.string(), day: localDateSchema })),
  marks: z.record(
    z.string(),
    fields({ now: optional(markSchema), before: optional(markSchema), unsure: optional(z.literal(true)) }),
  ),
  standing: standingSchema.exactOptional(),
  mac: z.string(),
});
/** How far the chains had come, the marks of all documents, and what was told and stands, when this was written: a start reads on from there. */
export type Checkpoint = Omit<z.infer<typeof checkpointSchema>, 'mac' | 'key'>;

const path = (audit: string) => join(audit, 'checkpoint.json');
const hmac = (key: KeyObject, text: string) => createHmac('sha256', key).update(text).digest('base64url');
const keyId = (key: KeyObject) => hmac(key, 'which key').slice(0, 12);

/** What is to be done where the audit was written with another key. */
const OTHER_KEY =
  'AUDIT_KEY: the audit was written with another key. Put that one back. If it is lost, move the folder “audit” out of the data folder and keep it: a new one is begun.';

/**
 * The last checkpoint. 'none' where there is none, 'changed' where it is not as it was written.
 * @throws {AuditKeyFault} it was written with another key
 */
export async function readCheckpoint(
  audit: string,
  key: KeyObject,
): Promise<Checkpoint | 'none' | 'changed'> {
  const text = await readFile(path(audit), 'utf8').catch((error: unknown) => ifMissing(error, undefined));
  if (text === undefined) return 'none';
  const read = checkpointSchema.safeParse(jsonIn(text));
  if (!read.success) return 'changed';
  const { mac, key: id, ...rest } = read.data;
  if (id !== keyId(key)) throw new AuditKeyFault(OTHER_KEY);
  return hmac(key, sealedIn(rest)) === mac ? rest : 'changed';
}

const sealedIn = ({ heads, marks, standing }: Checkpoint) =>
  JSON.stringify({ heads, marks, ...(standing && { standing }) });

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Writes one in the place of the last. */
export async function writeCheckpoint(audit: string, key: KeyObject, given: Checkpoint): Promise<void> {
  const text = sealedIn(given);
  const rest = JSON.parse(text) as Checkpoint;
  await makeFolder(audit);
  await writeDurably(path(audit), `${JSON.stringify({ key: keyId(key), ...rest, mac: hmac(key, text) })}\n`);
}
