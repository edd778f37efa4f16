/** A file that is given to one person, in the chat that only they and the bot are in. */
export interface PrivateFile {
  /** Its name says nothing of whose it is: lists of files are seen by others. */
  readonly name: string;
  /** As a browser is told: "text/html". */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** To be told where in the chat it stands, in the chat's own terms, each time it stands anew: by that it is taken back. Never rejects. */
  readonly stands?: (ref: Readonly<Record<string, string>>) => Promise<void>;
}

/** Whether they have it, or are asked by their chat whether they want it. */
export type FileGiven = 'sent' | 'asked';

/** How long a file waits to be fetched where the chat does not keep it: ten minutes, in milliseconds. */
const FILE_WAITS_MS = 10 * 60 * 1000;
/** So many files wait at most; the oldest is given up. */
const MOST = 50;
/** Of these so many for one person, so that nobody who asks again and again takes the room of others. */
const MOST_EACH = 6;

/** Files that wait for one person each, in memory alone: a restart forgets them, and they are asked for anew. */
export class WaitingFiles {
  readonly #waiting = new Map<
    string,
    { readonly whose: string; readonly file: PrivateFile; readonly until: number }
  >();
  readonly #now: () => number;

  /** @param now a stopwatch, in milliseconds. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  /** Has it wait for `whose` under `key`, which nobody can guess. */
  put(key: string, whose: string, file: PrivateFile): void {
    for (const [old, { until }] of this.#waiting) if (until <= this.#now()) this.#waiting.delete(old);
    const theirs = [...this.#waiting].filter(([, one]) => one.whose === whose).map(([old]) => old);
    const [oldest] = theirs.length >= MOST_EACH ? theirs : this.#waiting.keys();
    const isFull = theirs.length >= MOST_EACH || this.#waiting.size >= MOST;
    if (isFull && oldest !== undefined) this.#waiting.delete(oldest);
    this.#waiting.set(key, { whose, file, until: this.#now() + FILE_WAITS_MS });
  }

  /** Gives it out, once, to the one it waits for; undefined for anybody else, and once its time is over. */
  take(key: string, whose: string): PrivateFile | undefined {
    const found = this.#waiting.get(key);
    if (!found || found.whose !== whose) return undefined;
    this.#waiting.delete(key);
    return found.until > this.#now() ? found.file : undefined;
  }

  /** Forgets all of it. */
  clear(): void {
    this.#waiting.clear();
  }
}
