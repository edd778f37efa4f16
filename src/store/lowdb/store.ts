import { lstat, mkdir } from 'node:fs/promises';
import { resolve } from 'node:path';
import pLimit from 'p-limit';
import { Turns } from '../../turns.ts';
import { type Collection, Conflict, type Documents, NotStored, type Store } from '../store.ts';
import { writeDocument } from './document-file.ts';
import {
  codeOf,
  type Files,
  OWNER_ONLY_FOLDER,
  probe,
  realFiles,
  removeDurably,
  Unsettled,
} from './files.ts';
import { prepareFolder } from './folder.ts';
import { frozenCopy } from './frozen.ts';
import { load } from './load.ts';
import { type Lock, lockFolder } from './lock.ts';
import { Memory } from './memory.ts';
import { documentPath, isFileSafe } from './names.ts';

export { Damaged } from './document-file.ts';
export { InUse } from './lock.ts';

/** Node has four threads for files: one is left to read with, and to look up host names, while disks flush. */
const WRITES_AT_ONCE = 3;

/**
 * Opens the data folder, made if there is none, and reads all of it into memory. `files` is for tests.
 * @throws {InUse} another process has it; {Damaged} a file in it is not whole, with the file's name.
 */
export async function openLowdbStore(folder: string, files: Files = realFiles): Promise<Store> {
  const path = resolve(folder);
  await mkdir(path, { recursive: true, mode: OWNER_ONLY_FOLDER });
  const lock = await lockFolder(path);
  try {
    await prepareFolder(path);
    const memory = new Memory();
    await load(path, memory);
    return new LowdbStore(path, lock, memory, files);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

class LowdbStore implements Store {
  readonly #folder: string;
  readonly #lock: Lock;
  readonly #memory: Memory;
  readonly #files: Files;
  readonly #turns = new Turns();
  readonly #inTurn = pLimit(WRITES_AT_ONCE);
  #broken: string | undefined;
  #closed: Promise<void> | undefined;

  constructor(folder: string, lock: Lock, memory: Memory, files: Files) {
    this.#folder = folder;
    this.#lock = lock;
    this.#memory = memory;
    this.#files = files;
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined> {
    return this.#open().shelves[collection].get(id);
  }

  async put<C extends Collection>(collection: C, document: Documents[C]): Promise<Documents[C]> {
    this.#open();
    const { id, version } = document;
    if (!isFileSafe(id)) throw new NotStored(collection, id, new RangeError('that id is no safe file name'));
    const next = this.#next(collection, document);
    // Where the file system ignores case, two ids may be one file: so they take turns, too.
    return this.#turns.take(`${collection}/${id.toLowerCase()}`, () =>
      this.#inTurn(() => this.#commit(collection, version, next)),
    );
  }

  schools: Store['schools'] = async () => this.#open().schools();
  pupilsOf: Store['pupilsOf'] = async (schoolId) => this.#open().pupilsOf(schoolId);
  reviewsOf: Store['reviewsOf'] = async (schoolId) => this.#open().reviewsOf(schoolId);
  reviewsOfPupil: Store['reviewsOfPupil'] = async (pupilId) => this.#open().reviewsOfPupil(pupilId);
  reviewsConcerning: Store['reviewsConcerning'] = async (person) => this.#open().reviewsConcerning(person);
  reviewsDueBy: Store['reviewsDueBy'] = async (schoolId, last) => this.#open().reviewsDueBy(schoolId, last);
  reviewsUnreached: Store['reviewsUnreached'] = async () => this.#open().reviewsUnreached();
  digestsOf: Store['digestsOf'] = async (day) => this.#open().digestsOf(day);
  digestsEscalating: Store['digestsEscalating'] = async (id) => this.#open().digestsEscalating(id);
  reviewsToDeliver: Store['reviewsToDeliver'] = async (now) => this.#open().reviewsToDeliver(now);
  digestsToDeliver: Store['digestsToDeliver'] = async (now) => this.#open().digestsToDeliver(now);
  contactsOf: Store['contactsOf'] = async (email) => this.#open().contactsOf(email);

  async trouble(): Promise<string | undefined> {
    this.#open();
    if (!(await this.#lock.held())) this.#broken ??= 'the data folder or its lock was removed or replaced';
    if (this.#broken) return `${this.#broken}; nothing more is stored until the bot is started again`;
    try {
      await probe(this.#folder, this.#files);
      return undefined;
    } catch (error) {
      return `the data folder can't be written (${codeOf(error)})`;
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#turns.ended().then(() => this.#lock.release());
    return this.#closed;
  }

  #open(): Memory {
    if (this.#closed) throw new Error('the store is closed');
    return this.#memory;
  }

  #next<C extends Collection>(collection: C, document: Documents[C]): Documents[C] {
    try {
      return frozenCopy({ ...document, version: document.version + 1 });
    } catch (error) {
      throw new NotStored(collection, document.id, error);
    }
  }

  /** Writes, then publishes: so what is in memory is always on disk, and a failed write is seen by nobody. */
  async #commit<C extends Collection>(
    collection: C,
    version: number,
    next: Documents[C],
  ): Promise<Documents[C]> {
    const shelf = this.#memory.shelves[collection];
    const before = shelf.get(next.id);
    if ((before?.version ?? 0) !== version) throw new Conflict(collection, next.id);
    const path = documentPath(this.#folder, collection, next.id);
    try {
      await this.#mayWrite(path, before);
      await writeDocument(path, next, this.#files);
    } catch (error) {
      if (error instanceof Unsettled) await this.#putBack(path, before);
      throw new NotStored(collection, next.id, error);
    }
    shelf.publish(next);
    return next;
  }

  async #mayWrite(path: string, before: Documents[Collection] | undefined): Promise<void> {
    if (!(await this.#lock.held())) this.#broken ??= 'the data folder or its lock was removed or replaced';
    if (this.#broken) throw new Error(this.#broken);
    // A file nobody here wrote, or that of an id which differs only in case: not ours to replace.
    if (!before && (await isThere(path))) throw new Error('there is a file of that name already');
  }

  /** The disk did not confirm the new file, and it is refused: so the old one goes back, or else nothing is sure. */
  async #putBack(path: string, before: Documents[Collection] | undefined): Promise<void> {
    try {
      if (before) await writeDocument(path, before, this.#files);
      else await removeDurably(path, this.#files);
    } catch (error) {
      this.#broken = `the disk failed (${codeOf(error instanceof Unsettled ? error.cause : error)})`;
    }
  }
}

async function isThere(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    (error: unknown) => {
      if (codeOf(error) === 'ENOENT') return false;
      throw error;
    },
  );
}
