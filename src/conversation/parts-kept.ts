import { LRUCache } from 'lru-cache';
import type { MessageRef } from '../channels/channel.ts';

type Values = Readonly<Record<string, string>>;

/** What has come of a form that is sent in parts. */
interface Come {
  /** What stands in the inputs, as far as anything was heard of it. */
  readonly values: Values;
  /** The ids of the inputs whose part has come. */
  readonly sent: readonly string[];
  /** Where the parts stand that have come. */
  readonly at: readonly MessageRef[];
}

export const NOTHING_CAME: Come = { values: {}, sent: [], at: [] };
const KEPT_MS = 60 * 60 * 1000;
/** Characters of all that is kept: a hundred of the longest forms. */
const MOST_KEPT = 10_000_000;

/** What has come of forms that are sent in parts, by whose form it is. In memory alone. */
export class Parts {
  readonly #come = new LRUCache<string, Come>({
    ttl: KEPT_MS,
    maxSize: MOST_KEPT,
    sizeCalculation: (come) => JSON.stringify(come).length,
  });

  of(key: string): Come {
    return this.#come.get(key) ?? NOTHING_CAME;
  }

  keep(key: string, come: Come): void {
    this.#come.set(key, come);
  }

  /** Forgets all of it. */
  clear(): void {
    this.#come.clear();
  }
}
