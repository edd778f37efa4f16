import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import pTimeout, { TimeoutError } from 'p-timeout';
import { type OutsideFile, type Table, Unreadable } from './table.ts';
import type { Answer } from './worker.ts';

/** The most that files may have together, as they come. */
export const MOST_BYTES_IN = 10 * 1024 * 1024;

/** How long reading may take, and how much memory, before it is given up: the bot goes on meanwhile. */
interface Caps {
  readonly milliseconds: number;
  readonly megabytes: number;
}
const CAPS: Caps = { milliseconds: 20_000, megabytes: 512 };

/**
 * All tables in files from outside, read in a thread of its own with a cap on time and memory, so that a file made to do
 * harm stops nobody.
 * @throws {Unreadable} a file can't be read, is too large, or takes too long.
 */
export async function readOutside(
  files: readonly OutsideFile[],
  { milliseconds, megabytes }: Caps = CAPS,
): Promise<readonly Table[]> {
  const names = files.map(({ name }) => name).join(', ');
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES_IN)
    throw new Unreadable(
      names,
      `this is more than ${MOST_BYTES_IN / 1024 / 1024} MB; export the pupils alone`,
    );
  const worker = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: files,
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // Nothing of the process' environment (tokens, keys) is of use to it.
    env: {},
  });
  try {
    const [answer] = (await pTimeout(once(worker, 'message'), { milliseconds })) as [Answer];
    if (answer.is === 'read') return answer.tables;
    throw new Unreadable(answer.file, answer.message, answer.line);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    const tooMuch = error instanceof TimeoutError || codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY';
    if (!tooMuch) throw error;
    throw new Unreadable(
      names,
      'reading this takes too long; export the pupils alone, as Excel (.xlsx) or CSV',
    );
  } finally {
    await worker.terminate();
  }
}

const codeOf = (error: unknown) => (error as { readonly code?: unknown } | undefined)?.code;
