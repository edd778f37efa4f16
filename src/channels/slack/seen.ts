/** The newest `size` things that were done, so that what Slack delivers again is known for a repeat. */
export class Seen<Result> {
  readonly #results = new Map<string, Result>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** What `work` gives; or gave, when something with this key was done before. */
  once(key: string, work: () => Result): { readonly repeat: boolean; readonly result: Result } {
    const known = this.#results.get(key);
    if (known !== undefined) return { repeat: true, result: known };
    const result = work();
    this.#results.set(key, result);
    for (const oldest of this.#results.keys()) {
      if (this.#results.size <= this.#size) break;
      this.#results.delete(oldest);
    }
    return { repeat: false, result };
  }

  /** Lets what has `key` be done again. */
  forget(key: string): void {
    this.#results.delete(key);
  }
}
