import type { Collection } from '../store.ts';
import { realFiles } from './files.ts';
import { type Counted, writeMarker } from './marker.ts';

/**
 * How many documents each collection holds, kept in the folder's marker, so that a start finds out when some have gone.
 *
 * It is written after a document was added, and before one is taken away: a process killed in between leaves a count that is
 * too low, which stops no start. That is why a commit need not wait for it, and why one that can't be written is only written
 * with the next.
 */
export class Counts {
  readonly #folder: string;
  readonly #format: number;
  readonly #mayWrite: () => Promise<boolean>;
  readonly #counted: Record<Collection, number>;
  #outdated = false;
  #writing: Promise<void> | undefined;

  constructor(folder: string, format: number, counted: Counted, mayWrite: () => Promise<boolean>) {
    this.#folder = folder;
    this.#format = format;
    this.#counted = { ...counted };
    this.#mayWrite = mayWrite;
  }

  /** A document was added. */
  added(collection: Collection): void {
    this.#counted[collection] += 1;
    this.#outdated = true;
    this.#begin();
  }

  /** A document is about to be taken away. @throws the disk's own error: then it is to stay. */
  async removing(collection: Collection): Promise<void> {
    while (this.#writing) await this.#writing;
    const fewer = { ...this.#counted, [collection]: this.#counted[collection] - 1 };
    const written = writeMarker(this.#folder, { format: this.#format, documents: fewer }, realFiles);
    this.#writing = written
      .then(
        () => {
          this.#counted[collection] -= 1;
        },
        () => undefined,
      )
      .finally(() => {
        this.#writing = undefined;
        if (this.#outdated) this.#begin();
      });
    await written;
    await this.#writing;
  }

  #begin(): void {
    this.#writing ??= this.#write().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Resolves when what was counted so far is on disk, or can't be. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  async #write(): Promise<void> {
    while (this.#outdated) {
      this.#outdated = false;
      if (!(await this.#mayWrite())) return;
      const marker = { format: this.#format, documents: this.#counted };
      // The disk's fault is the next commit's to find: this one is done.
      await writeMarker(this.#folder, marker, realFiles).catch(() => undefined);
    }
  }
}
