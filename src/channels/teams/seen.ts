/**
 * Work that must happen once however often it is asked for. The latest results are remembered, so that a repeat
 * gets the same answer; work that failed is forgotten, so that a repeat may still succeed.
 */
export class Seen<T> {
  readonly #results = new Map<string, Promise<T>>();
  readonly #limit: number;

  constructor(limit = 10_000) {
    this.#limit = limit;
  }

  /** Does `work` unless it is known under `key`, in which case its result is given again, also while in hand. */
  once(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key);
    if (known) return known;
    const result = work();
    this.#results.set(key, result);
    this.#forgetOldest();
    result.catch(() => {
      if (this.#results.get(key) === result) this.#results.delete(key);
    });
    return result;
  }

  #forgetOldest(): void {
    if (this.#results.size <= this.#limit) return;
    const [oldest] = this.#results.keys();
    if (oldest !== undefined) this.#results.delete(oldest);
  }
}
