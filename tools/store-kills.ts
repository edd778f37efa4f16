import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Store } from '../src/store/store.ts';
import { openStore } from './open-store.ts';

/** What became of a data folder after a kill. */
export interface Findings<Found> {
  /** What a look through the store found; nothing when it could not be opened. */
  readonly found?: Found;
  /** Files that are not whole JSON. */
  readonly unreadable: number;
  /** Files left half written, which the start has to remove. */
  readonly litter: number;
  /** Undefined when the folder could be opened again; else why not. */
  readonly refused?: string;
  /** Milliseconds until it was open again. */
  readonly openedAfter: number;
}

/** Lets a process work for a random time, at most `longest` milliseconds, and kills it with -9. */
export async function killAtRandom(child: ChildProcess, longest: number): Promise<void> {
  const gone = once(child, 'close');
  await setTimeout(Math.random() * longest);
  child.kill('SIGKILL');
  await gone;
  if (child.signalCode !== 'SIGKILL') throw new Error('the process had stopped by itself');
}

/**
 * Looks at a data folder whose process was killed: at its files first, then through the store, opened as a new start
 * would.
 */
export async function examine<Found>(
  folder: string,
  look: (store: Store) => Promise<Found>,
): Promise<Findings<Found>> {
  const files = await filesIn(folder);
  const began = performance.now();
  const opened = await openStore(folder).catch((error: unknown) => String(error));
  const openedAfter = performance.now() - began;
  if (typeof opened === 'string') return { ...files, refused: opened, openedAfter };
  try {
    return { ...files, found: await look(opened), openedAfter };
  } finally {
    await opened.close();
  }
}

async function filesIn(folder: string): Promise<{ unreadable: number; litter: number }> {
  const names = await readdir(folder, { recursive: true });
  const unwhole = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map(async (name) => !(await isWhole(join(folder, name)))),
  );
  return {
    unreadable: unwhole.filter((it) => it).length,
    litter: names.filter((name) => name.endsWith('.tmp')).length,
  };
}

async function isWhole(path: string): Promise<boolean> {
  try {
    const found: unknown = JSON.parse(await readFile(path, 'utf8'));
    return typeof found === 'object' && found !== null;
  } catch {
    return false;
  }
}
