import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';

/** How much is remembered, whichever end comes first: so many things, and so many bytes of what came of them. */
export interface Bounds {
  readonly most: number;
  readonly bytes: number;
}

/** What remembering one thing takes beside what came of it: its name, and the places it is noted in. */
const ENTRY_BYTES = 300;

/** What is remembered for a name, which somebody outside may have made as long as they like: all names are of one length. */
const nameOf = (key: string) => createHash('sha256').update(key).digest('base64');

/** Two bytes a character, as strings take at most. What can't be put in JSON (a function) takes next to nothing. */
const bytesOf = (result: unknown) => ENTRY_BYTES + 2 * (JSON.stringify(result) ?? '').length;

/**
 * Work that must happen once however often it is asked for. The newest results are remembered, so that a repeat
 * gets the same answer; work that failed is forgotten, so that a repeat may still succeed.
 */
export class Once<T> {
  readonly #results: LRUCache<string, { readonly result: Promise<T> }>;

  constructor({ most, bytes }: Bounds) {
    this.#results = new LRUCache({ max: most, maxSize: bytes });
  }

  /** Does `work` unless it is known under `key`, in which case its result is given again, also while in hand. */
  once(key: string, work: () => Promise<T>): Promise<T> {
    const name = nameOf(key);
    const known = this.#results.get(name);
    if (known) return known.result;
    const result = work();
    this.#results.set(name, { result }, { size: ENTRY_BYTES });
    const isStill = () => this.#results.peek(name)?.result === result;
    result.then(
      (came) => {
        // Only now it is known how much it takes.
        if (isStill()) this.#results.set(name, { result }, { size: bytesOf(came) });
      },
      () => {
        if (isStill()) this.#results.delete(name);
      },
    );
    return result;
  }

  /** Forgets all that came of anything, also of what is in hand: whoever asks again has it done anew. */
  clear(): void {
    this.#results.clear();
  }

  /** The next to ask for it does it anew. */
  forget(key: string): void {
    this.#results.delete(nameOf(key));
  }
}

/** Knows what came before: the newest `most` names, whatever was given for one. */
export class Repeats {
  readonly #seen: LRUCache<string, true>;

  constructor(most: number) {
    this.#seen = new LRUCache({ max: most });
  }

  /** Whether it came before; from now on it has. */
  has(what: string): boolean {
    const name = nameOf(what);
    if (this.#seen.has(name)) return true;
    this.#seen.set(name, true);
    return false;
  }
}
