import type { KeyObject } from 'node:crypto';
import { checkLine, type Head, type LineFault, type Place } from './chain.ts';
import type { KeptEntry } from './entry.ts';

/**
 * Follows a chain line by line. A line that is not sealed to what stands before it is not gone on from, whatever number it says it
 * has: who wrote it may have no key. Where entries were taken away, the lines behind the gap are followed as soon as one of them is
 * sealed to another.
 */
export class Following {
  readonly #key: KeyObject;
  #head: Head;
  /** A line that may stand behind a gap. */
  #candidate: Head | undefined;

  constructor(key: KeyObject, head: Head) {
    this.#key = key;
    this.#head = head;
  }

  /** The last entry that is sealed. */
  get head(): Head {
    return this.#head;
  }

  /** What is wrong with the next line, or the entry that it is. */
  take(
    place: Place,
    line: string,
  ): { readonly fault?: LineFault | undefined; readonly entry?: KeptEntry | undefined } {
    const here = checkLine(this.#key, this.#head, place, line);
    const there = this.#candidate && checkLine(this.#key, this.#candidate, place, line);
    const follows = [here, there].find((one) => one && !one.fault);
    if (follows) {
      this.#head = follows.next;
      this.#candidate = undefined;
      return { entry: follows.entry };
    }
    const { entry } = here;
    if (entry && entry.seq > this.#head.seq) this.#candidate = { seq: entry.seq, mac: entry.mac };
    // One fault is told once: what stands behind the gap is looked at by what stands before it there.
    return { fault: there && there.fault !== 'out-of-order' ? there.fault : here.fault };
  }
}
