import { createHmac, createSecretKey, type KeyObject, randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { codeOf, ifMissing, realFiles, syncFolder, writeNew } from '../../store/lowdb/files.ts';

/** Shorter ones can be found by trying. */
export const SHORTEST_KEY = 32;

/** The audit's key is missing, can't be kept, or is another than the one it was written with. */
export class AuditKeyFault extends Error {}

/** Where the key is, if not in the environment: beside the data folder, so that no copy of the folder has it. */
export const keyFile = (dataDir: string): string => `${resolve(dataDir)}.audit-key`;

/**
 * The key that chains the audit: `given`, from the environment, else that of the file, which is made where there is neither that
 * nor an audit yet.
 * @throws {AuditKeyFault} there is an audit and its key is gone; or the file can't be read or made.
 */
export async function auditKey(
  dataDir: string,
  given: string | undefined,
  hasBegun: boolean,
): Promise<KeyObject> {
  if (given !== undefined) return derived(given);
  const path = keyFile(dataDir);
  try {
    const found = await readFile(path, 'utf8').catch((error: unknown) => ifMissing(error, undefined));
    if (found !== undefined && found.trim().length >= SHORTEST_KEY) return derived(found.trim());
    if (found !== undefined) throw new AuditKeyFault(`${path} holds no key of the audit. Put the file back.`);
    if (hasBegun) throw new AuditKeyFault(gone(path));
    const made = randomBytes(32).toString('hex');
    await writeNew(path, `${made}\n`, realFiles);
    await syncFolder(dirname(path));
    return derived(made);
  } catch (error) {
    if (error instanceof AuditKeyFault) throw error;
    throw new AuditKeyFault(
      `The audit’s key can’t be kept in ${path} (${codeOf(error)}). Let this user write there, or set AUDIT_KEY.`,
    );
  }
}

const gone = (path: string) =>
  `The audit was written with a key that is not here: ${path} is gone. Put it back, or set AUDIT_KEY. If it is lost, move the folder “audit” out of the data folder and keep it: a new one is begun.`;

// Whatever its length and letters, it is a key of the right size; made once, since to make it costs more than to use it.
const derived = (text: string) =>
  createSecretKey(createHmac('sha256', 'send-review-bot audit').update(text).digest());
