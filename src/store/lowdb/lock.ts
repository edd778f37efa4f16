import { access, chmod, constants, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout } from 'node:timers/promises';
import { OWNER_ONLY_FILE } from './files.ts';

/** Another process has the data folder. */
export class InUse extends Error {
  constructor(folder: string, holder: string) {
    super(`another send-review-bot is using ${folder} (process ${holder}). Stop it first.`);
  }
}

/** The right to be the only process in a data folder, for as long as this process lives. */
export interface Lock {
  /** Whether the lock file is still the one that was locked; not so once somebody removed or replaced it. */
  held(): Promise<boolean>;
  /** Lets the next process in. */
  release(): Promise<void>;
}

/** A supervisor starts the next process while the last is still going: give that one a moment. */
const PATIENCE_MS = 500;
const SQLITE_BUSY = 5;

/**
 * Takes the data folder for this process, or says who has it.
 *
 * SQLite holds an empty database exclusively, and nothing is ever written to it: this is the one way that comes
 * with Node to an operating-system lock on a file, on Linux, macOS and Windows. The system drops it the moment the
 * process ends, however it ends; so there is no stale lock to guess at, no heartbeat, and never two inside.
 *
 * The lock file must not be opened by any other means in this process: on POSIX systems, closing it drops the lock.
 * @throws {InUse} another process, or another store of this one, has the folder; and, with the system's code, where it can't be
 *   written.
 */
export async function lockFolder(folder: string): Promise<Lock> {
  const path = join(folder, 'lock');
  const holderPath = join(folder, 'lock.process');
  // A disk that can only be read says so here, by its code; SQLite's own word for it tells nobody what to do.
  await access(folder, constants.W_OK);
  const database = await takeWithin(PATIENCE_MS, path);
  if (!database) throw new InUse(folder, await holder(holderPath));
  try {
    await chmod(path, OWNER_ONLY_FILE);
    await writeFile(holderPath, `${process.pid}\n`, { mode: OWNER_ONLY_FILE });
    return new FileLock(database, path, holderPath, await identity(path));
  } catch (error) {
    database.close();
    throw error;
  }
}

class FileLock implements Lock {
  readonly #database: DatabaseSync;
  readonly #path: string;
  readonly #holderPath: string;
  readonly #locked: string | undefined;

  constructor(database: DatabaseSync, path: string, holderPath: string, locked: string | undefined) {
    this.#database = database;
    this.#path = path;
    this.#holderPath = holderPath;
    this.#locked = locked;
  }

  async held(): Promise<boolean> {
    return this.#locked !== undefined && (await identity(this.#path)) === this.#locked;
  }

  async release(): Promise<void> {
    await rm(this.#holderPath, { force: true });
    this.#database.close();
  }
}

async function takeWithin(milliseconds: number, path: string): Promise<DatabaseSync | undefined> {
  const deadline = Date.now() + milliseconds;
  for (;;) {
    const database = take(path);
    if (database || Date.now() >= deadline) return database;
    await setTimeout(20);
  }
}

function take(path: string): DatabaseSync | undefined {
  const database = new DatabaseSync(path);
  try {
    // A journal in memory, so that there is never a journal file for a kill to leave behind.
    database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return database;
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw new Error(`${path} could not be locked`, { cause: error });
  }
}

// The low byte is the kind of the error; the rest is detail.
function isBusy(error: unknown): boolean {
  if (!(error instanceof Error) || !('errcode' in error)) return false;
  return typeof error.errcode === 'number' && (error.errcode & 0xff) === SQLITE_BUSY;
}

async function identity(path: string): Promise<string | undefined> {
  try {
    const { dev, ino } = await stat(path, { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return undefined;
  }
}

async function holder(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return /^\d+\n$/.test(text) ? text.trim() : 'unknown';
}
