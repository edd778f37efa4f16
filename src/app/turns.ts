/** Work under one key is done one after the other, in order; under different keys, side by side. */
export class Turns {
  readonly #last = new Map<string, Promise<void>>();

  /** Does `work` when all that came before it under `key` has ended, well or badly. */
  async take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(key);
    const result = before ? before.then(work) : work();
    const ended = result.then(
      () => undefined,
      () => undefined,
    );
    this.#last.set(key, ended);
    try {
      return await result;
    } finally {
      if (this.#last.get(key) === ended) this.#last.delete(key);
    }
  }

  /** Resolves when everything now in hand has ended. */
  async ended(): Promise<void> {
    await Promise.all(this.#last.values());
  }
}
