import type { Document } from '../../domain/school/school.ts';

/** Where a document stands in an index: under a key, at a place in its order. */
interface Place {
  readonly key: string;
  readonly at: string;
}

/** Documents found by a key and how far they come in an order, without looking at those that come later. */
export class Ordered<D extends Document> {
  readonly #placeOf: (document: D) => Place | undefined;
  readonly #byKey = new Map<string, Steps<D>>();

  /** `placeOf`: undefined for a document that isn't found at all. Ties keep no order. */
  constructor(placeOf: (document: D) => Place | undefined) {
    this.#placeOf = placeOf;
  }

  replace(before: D | undefined, after: D | undefined): void {
    const was = before && this.#placeOf(before);
    if (before && was) this.#byKey.get(was.key)?.take(was.at, before.id);
    const is = after && this.#placeOf(after);
    if (!after || !is) return;
    const steps = this.#byKey.get(is.key) ?? new Steps<D>();
    this.#byKey.set(is.key, steps);
    steps.add(is.at, after);
  }

  /** The documents under `key` up to and with `last`, in order. */
  upTo(key: string, last: string): readonly D[] {
    return this.#byKey.get(key)?.upTo(last) ?? [];
  }
}

/** Documents by their place: few different places (days, say), so that a sorted list of them is quick to keep. */
class Steps<D extends Document> {
  readonly #places: string[] = [];
  readonly #at = new Map<string, Map<string, D>>();

  add(place: string, document: D): void {
    const here = this.#at.get(place);
    if (here) return void here.set(document.id, document);
    this.#at.set(place, new Map([[document.id, document]]));
    this.#places.splice(this.#countBefore(place), 0, place);
  }

  take(place: string, id: string): void {
    const here = this.#at.get(place);
    here?.delete(id);
    if (here?.size !== 0) return;
    this.#at.delete(place);
    this.#places.splice(this.#countBefore(place), 1);
  }

  upTo(last: string): readonly D[] {
    const found: D[] = [];
    for (const place of this.#places) {
      if (place > last) break;
      found.push(...(this.#at.get(place)?.values() ?? []));
    }
    return found;
  }

  #countBefore(place: string): number {
    let [low, high] = [0, this.#places.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#places[middle] ?? '') < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}
