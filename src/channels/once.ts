import { LRUCache } from 'lru-cache';

/**
 * Work that must happen once however often it is asked for. The newest `most` results are remembered, so that a repeat
 * gets the same answer; work that failed is forgotten, so that a repeat may still succeed.
 */
export class Once<T> {
  readonly #results: LRUCache<string, Promise<T>>;

  constructor(most: number) {
    this.#results = new LRUCache({ max: most });
  }

  /** Does `work` unless it is known under `key`, in which case its result is given again, also while in hand. */
  once(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = work();
    this.#results.set(key, result);
    result.catch(() => {
      if (this.#results.peek(key) === result) this.#results.delete(key);
    });
    return result;
  }
}
