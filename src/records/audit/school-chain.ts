import { Buffer } from 'node:buffer';
import type { KeyObject } from 'node:crypto';
import { constants, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type Instant, type LocalDate, localDate } from '../../domain/time.ts';
import { makeFolder, OWNER_ONLY_FILE, syncFolder } from '../../store/lowdb/files.ts';
import { NotKept } from './audit.ts';
import { type Head, lineAfter } from './chain.ts';
import type { AuditEntry } from './entry.ts';
import { dayPath } from './places.ts';

/** What of the file system the audit needs: Node's own, or in a test one with faults. */
export interface AuditFiles {
  /** Opens a file for writing, made if it is not there. */
  open(path: string): Promise<AuditFile>;
}
export interface AuditFile {
  /** How long it is, in bytes. */
  size(): Promise<number>;
  /** Writes all of it at that place, and resolves once it would survive a power cut; or rejects. */
  write(bytes: Buffer, at: number): Promise<void>;
  close(): Promise<void>;
}

const { O_RDWR, O_CREAT, O_EXCL, O_DSYNC } = constants;
// On Linux what is written is on disk when the call returns, which is one call less for each answer. Elsewhere that is not sure.
const SYNCED = process.platform === 'linux' ? O_DSYNC : 0;

/** The machine's own file system. */
export const realAuditFiles: AuditFiles = {
  async open(path) {
    await makeFolder(dirname(path));
    const isNew = await open(path, O_RDWR | O_CREAT | O_EXCL | SYNCED, OWNER_ONLY_FILE).catch(
      () => undefined,
    );
    // Its name is on disk before anything that counts is in it.
    if (isNew) await syncFolder(dirname(path));
    const file = isNew ?? (await open(path, O_RDWR | SYNCED));
    return {
      size: async () => (await file.stat()).size,
      async write(bytes, at) {
        for (let done = 0; done < bytes.length; ) {
          const { bytesWritten } = await file.write(bytes, done, bytes.length - done, at + done);
          if (bytesWritten === 0) throw new Error('nothing more could be written');
          done += bytesWritten;
        }
        if (SYNCED === 0) await file.datasync();
      },
      close: () => file.close(),
    };
  },
};

interface Pending {
  readonly day: LocalDate;
  readonly at: Instant;
  /** Given once, when it is sealed. */
  entry?: () => AuditEntry;
  /** The line that is written of it, once it is sealed. */
  line?: string;
}

/**
 * The chain of one school, as it is added to. Entries are sealed in their order when they are written, with those beside them, or when
 * the head is asked for: so that whoever is only shown something does not wait for it.
 */
export class SchoolChain {
  readonly #audit: string;
  readonly #name: string;
  readonly #key: KeyObject;
  readonly #files: AuditFiles;
  #head: Head;
  #day: LocalDate;
  #pending: Pending[] = [];
  /** So many of them are sealed: those that came first. */
  #sealed = 0;
  #added = 0;
  #flushing: Promise<void> | undefined;
  #failed: unknown;
  #open: { readonly day: LocalDate; readonly file: AuditFile; size: number } | undefined;

  /** @param day The last day it has a file of; '' where it has none. */
  constructor(
    at: {
      readonly audit: string;
      readonly name: string;
      readonly key: KeyObject;
      readonly files: AuditFiles;
    },
    head: Head,
    day: LocalDate,
  ) {
    this.#audit = at.audit;
    this.#name = at.name;
    this.#key = at.key;
    this.#files = at.files;
    this.#head = head;
    this.#day = day;
  }

  get head(): Head {
    this.#seal();
    return this.#head;
  }

  /** The day of its last entry. */
  get day(): LocalDate {
    return this.#day;
  }

  /** How many entries wait to be written. */
  get waiting(): number {
    return this.#pending.length;
  }

  /** Adds an entry after the last. Where the clock has gone back, it stands in the file of the last day all the same. */
  add(at: Instant, entry: () => AuditEntry): void {
    const today = localDate(at);
    if (today > this.#day) this.#day = today;
    this.#added += 1;
    this.#pending.push({ day: this.#day, at, entry });
  }

  /** Why it could not be written when that was tried last; undefined where it could. */
  get failed(): unknown {
    return this.#failed;
  }

  /**
   * Resolves once all that was added by now is on disk. What one school's chain waits for, or fails by, is no other's.
   * @throws {NotKept} it is not; all of it still waits, and is written to the same place again.
   */
  async durable(): Promise<void> {
    const upTo = this.#added;
    while (this.#added - this.#pending.length < upTo) {
      this.#flushing ??= this.#flush().finally(() => {
        this.#flushing = undefined;
      });
      await this.#flushing;
    }
  }

  async #flush(): Promise<void> {
    try {
      await this.#writeAll();
      this.#failed = undefined;
    } catch (error) {
      this.#failed = error;
      throw new NotKept(error);
    }
  }

  async #writeAll(): Promise<void> {
    while (this.#pending.length > 0) {
      const day = this.#pending[0]?.day ?? this.#day;
      this.#seal();
      const some = this.#pending.filter((one) => one.day === day);
      await this.#write(day, Buffer.from(some.map(({ line }) => `${line}\n`).join('')));
      this.#pending = this.#pending.slice(some.length);
      this.#sealed -= some.length;
    }
  }

  #seal(): void {
    for (; this.#sealed < this.#pending.length; this.#sealed++) {
      const one = this.#pending[this.#sealed];
      if (!one?.entry) return;
      const place = { school: this.#name, day: one.day };
      const { line, head } = lineAfter(this.#key, this.#head, place, one.at, one.entry());
      this.#head = head;
      one.line = line;
      // What it is made of need not be kept while a disk fails.
      delete one.entry;
    }
  }

  async #write(day: LocalDate, bytes: Buffer): Promise<void> {
    if (this.#open && this.#open.day !== day) await this.close();
    if (!this.#open) {
      const file = await this.#files.open(dayPath(this.#audit, this.#name, day));
      this.#open = { day, file, size: await file.size() };
    }
    const at = this.#open;
    await at.file.write(bytes, at.size);
    at.size += bytes.length;
  }

  async close(): Promise<void> {
    const open = this.#open;
    this.#open = undefined;
    await open?.file.close();
  }
}
