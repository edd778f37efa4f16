import { resolve } from 'node:path';
import pLimit from 'p-limit';
import { Turns } from '../../app/turns.ts';
import type { Document } from '../../domain/school/school.ts';
import { checkDocument } from '../check-document.ts';
import { describeFields } from '../field-faults.ts';
import { currentId } from '../old-ids.ts';
import { COLLECTIONS } from '../schemas.ts';
import { type Collection, Conflict, type Documents, type First, NotStored, type Store } from '../store.ts';
import { formatOf } from '../upgrades/bring-up.ts';
import { Counts } from './counts.ts';
import { type DocumentPlace, writeDocument } from './document-file.ts';
import { codeOf, isThere, makeFolder, probe, removeDurably, Unsettled } from './files.ts';
import { frozenCopy } from './frozen.ts';
import { type Lock, lockFolder } from './lock.ts';
import type { Memory } from './memory.ts';
import { documentPath, isFileSafe } from './names.ts';
import { type Options, withDefaults } from './options.ts';
import { type Prepared, prepare } from './prepare.ts';
import { Refused } from './refused.ts';
import { allOf, documentAt, type Resealed, reseal, resealBeside } from './reseal.ts';

export { Damaged, NewerFormat } from '../damaged.ts';
export { KeyNeeded } from './key-needed.ts';
export { InUse } from './lock.ts';

/** Node has four threads for files: one is left to read with, and to look up host names, while disks flush. */
const WRITES_AT_ONCE = 3;

/**
 * Opens the data folder, made if there is none and upgraded if it is of an older format, and reads all of it into memory.
 * @throws {InUse} another process has it; {KeyNeeded} it is encrypted with another key; {NewerFormat} it is from a later version; {Damaged} all that is wrong with it,
 *   by file and field.
 */
export async function openLowdbStore(folder: string, given: Partial<Options> = {}): Promise<Store> {
  const path = resolve(folder);
  const options = withDefaults(given);
  await makeFolder(path);
  const lock = await lockFolder(path);
  try {
    return new LowdbStore(path, lock, await prepare(path, options), options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

// Where the file system ignores case, two ids may be one file: so they take turns, too.
const turnOf = (collection: Collection, id: string) => `${collection}/${id.toLowerCase()}`;

class LowdbStore implements Store {
  readonly #folder: string;
  readonly #lock: Lock;
  readonly #memory: Memory;
  readonly #oldIds: Prepared['oldIds'];
  readonly #format: number;
  readonly #counts: Counts;
  readonly #disk: Pick<Options, 'files' | 'keys'>;
  readonly #turns = new Turns();
  readonly #inTurn = pLimit(WRITES_AT_ONCE);
  #broken: string | undefined;
  #closed: Promise<void> | undefined;

  constructor(
    folder: string,
    lock: Lock,
    { memory, oldIds, there }: Prepared,
    { files, keys, upgrades }: Pick<Options, 'files' | 'keys' | 'upgrades'>,
  ) {
    this.#folder = folder;
    this.#lock = lock;
    this.#memory = memory;
    this.#oldIds = oldIds;
    this.#format = formatOf(upgrades);
    this.#counts = new Counts(folder, this.#format, there, () => lock.held());
    this.#disk = { files, keys };
  }

  async get<C extends Collection>(collection: C, id: string): Promise<Documents[C] | undefined> {
    const shelf = this.#open().shelves[collection];
    return shelf.get(id) ?? shelf.get(currentId(this.#oldIds, collection, id));
  }

  async put<C extends Collection>(collection: C, document: Documents[C], first?: First) {
    this.#open();
    const { id, version } = document;
    if (!isFileSafe(id)) throw new NotStored(collection, id, new RangeError('that id is no safe file name'));
    const next = this.#next(collection, document);
    return this.#turns.take(turnOf(collection, id), () =>
      this.#inTurn(() => this.#commit(collection, version, next, first)),
    );
  }

  async remove(collection: Collection, { id, version }: Document): Promise<void> {
    this.#open();
    return this.#turns.take(turnOf(collection, id), () =>
      this.#inTurn(() => this.#takeAway(collection, id, version)),
    );
  }

  async all<C extends Collection>(collection: C): Promise<readonly Documents[C][]> {
    return this.#open().shelves[collection].all();
  }

  schools: Store['schools'] = async () => this.#open().schools();
  pupilsOf: Store['pupilsOf'] = async (id) => this.#open().pupilsOf(this.#school(id));
  reviewsOf: Store['reviewsOf'] = async (id) => this.#open().reviewsOf(this.#school(id));
  reviewsOfPupil: Store['reviewsOfPupil'] = async (id) =>
    this.#open().reviewsOfPupil(currentId(this.#oldIds, 'pupils', id));
  reviewsConcerning: Store['reviewsConcerning'] = async (person) => this.#open().reviewsConcerning(person);
  reviewsDueBy: Store['reviewsDueBy'] = async (id, last) => this.#open().reviewsDueBy(this.#school(id), last);
  reviewsUnreached: Store['reviewsUnreached'] = async () => this.#open().reviewsUnreached();
  digestsOf: Store['digestsOf'] = async (day) => this.#open().digestsOf(day);
  digestsEscalating: Store['digestsEscalating'] = async (id) => this.#open().digestsEscalating(id);
  reviewsToDeliver: Store['reviewsToDeliver'] = async (now) => this.#open().reviewsToDeliver(now);
  digestsToDeliver: Store['digestsToDeliver'] = async (now) => this.#open().digestsToDeliver(now);
  contactsOf: Store['contactsOf'] = async (email) => this.#open().contactsOf(email);

  async rekey(): ReturnType<Store['rekey']> {
    const { shelves } = this.#open();
    const key = this.#disk.keys.current?.id;
    if (key === undefined) throw new Refused('Nothing is encrypted: DATA_KEY is not set.');
    const documents = COLLECTIONS.flatMap((collection) =>
      shelves[collection].ids().map((id) => {
        const anew = () => this.#reseal(collection, id);
        return this.#turns.take(turnOf(collection, id), () => this.#inTurn(anew));
      }),
    );
    const beside = await resealBeside(this.#folder, this.#disk, 'plain-or-older');
    return { key, ...allOf([...(await Promise.all(documents)), beside]) };
  }

  async trouble(): Promise<string | undefined> {
    this.#open();
    if (!(await this.#lock.held())) this.#broken ??= 'the data folder or its lock was removed or replaced';
    if (this.#broken) return `${this.#broken}; nothing more is stored until the bot is started again`;
    try {
      await probe(this.#folder, this.#disk.files);
      return undefined;
    } catch (error) {
      return `the data folder can't be written (${codeOf(error)})`;
    }
  }

  close(): Promise<void> {
    this.#closed ??= this.#turns
      .ended()
      .then(() => this.#counts.settled())
      .then(() => this.#lock.release());
    return this.#closed;
  }

  #open(): Memory {
    if (this.#closed) throw new Error('the store is closed');
    return this.#memory;
  }

  #school(id: string): string {
    return currentId(this.#oldIds, 'schools', id);
  }

  #next<C extends Collection>(collection: C, document: Documents[C]): Documents[C] {
    try {
      const next = frozenCopy({ ...document, version: document.version + 1 });
      const checked = checkDocument(collection, next);
      // Kept out now: later it would stop the next start.
      if (!checked.ok) throw new TypeError(describeFields(checked.faults));
      return next;
    } catch (error) {
      throw new NotStored(collection, document.id, error);
    }
  }

  /** Writes, then publishes: so what is in memory is always on disk, and a failed write is seen by nobody. */
  async #commit<C extends Collection>(of: C, version: number, next: Documents[C], first?: First) {
    const shelf = this.#memory.shelves[of];
    const before = shelf.get(next.id);
    if ((before?.version ?? 0) !== version) throw new Conflict(of, next.id);
    const place = this.#place(of, next.id);
    try {
      await this.#mayWrite(place, before);
      await this.#write(place, next, first && (() => first(next)));
    } catch (error) {
      if (error instanceof Unsettled) await this.#putBack(place, before);
      throw new NotStored(of, next.id, error);
    }
    shelf.publish(next);
    if (!before) this.#counts.added(of);
    return next;
  }

  /** Counts it out, and only then removes it: killed in between, a start finds more than it looks for, and not less. */
  async #takeAway(collection: Collection, id: string, version: number): Promise<void> {
    const shelf = this.#memory.shelves[collection];
    const before = shelf.get(id);
    if (!before || before.version !== version || this.#memory.isNeeded(collection, id))
      throw new Conflict(collection, id);
    const place = this.#place(collection, id);
    try {
      await this.#mayWrite(place, before);
      await this.#counts.removing(collection);
    } catch (error) {
      throw new NotStored(collection, id, error);
    }
    try {
      await removeDurably(place.path, this.#disk.files);
    } catch (error) {
      if (error instanceof Unsettled) await this.#putBack(place, before);
      this.#counts.added(collection);
      throw new NotStored(collection, id, error);
    }
    shelf.withdraw(id);
  }

  async #reseal(collection: Collection, id: string): Promise<Resealed> {
    const document = this.#memory.shelves[collection].get(id);
    if (!document) return allOf([]);
    await this.#mayWrite(this.#place(collection, id), document);
    return reseal(documentAt(this.#folder, collection, id), this.#disk, 'plain-or-older');
  }

  #place(collection: Collection, id: string): DocumentPlace {
    return { path: documentPath(this.#folder, collection, id), collection, id };
  }

  #write(place: DocumentPlace, document: Documents[Collection], first?: () => Promise<void>) {
    return writeDocument(place, { format: this.#format, ...document }, this.#disk, first);
  }

  async #mayWrite({ path }: DocumentPlace, before: Documents[Collection] | undefined): Promise<void> {
    if (!(await this.#lock.held())) this.#broken ??= 'the data folder or its lock was removed or replaced';
    if (this.#broken) throw new Error(this.#broken);
    // A file nobody here wrote, or that of an id which differs only in case: not ours to replace.
    if (!before && (await isThere(path))) throw new Error('there is a file of that name already');
  }

  /** The disk did not confirm the new file, and it is refused: so the old one goes back, or else nothing is sure. */
  async #putBack(place: DocumentPlace, before: Documents[Collection] | undefined): Promise<void> {
    try {
      if (before) await this.#write(place, before);
      else await removeDurably(place.path, this.#disk.files);
    } catch (error) {
      this.#broken = `the disk failed (${codeOf(error instanceof Unsettled ? error.cause : error)})`;
    }
  }
}
