/** A place in memory where what somebody typed, or sent, waits for an answer of theirs. */
interface Place {
  clear(): void;
}

/**
 * All places in memory where what was typed or sent waits. Once a child is erased none of it is kept, whoever it is of: what is about
 * the child in it nobody can tell. Whoever typed it is asked for it once more.
 */
export class Waiting {
  readonly #places: Place[] = [];

  /** The place, which is emptied with all others from now on. */
  with<P extends Place>(place: P): P {
    this.#places.push(place);
    return place;
  }

  /** Empties all of them. */
  forget(): void {
    for (const place of this.#places) place.clear();
  }
}
