import type { Document } from '../../domain/school/school.ts';

/** Something that is kept up to date with the documents of a collection. */
interface Kept<D extends Document> {
  replace(before: D | undefined, after: D | undefined): void;
}

/** The documents of one collection, in memory, with views of them that are kept up to date. */
export class Shelf<D extends Document> {
  readonly #byId = new Map<string, D>();
  readonly #views: readonly Kept<D>[];

  constructor(views: readonly Kept<D>[]) {
    this.#views = views;
  }

  get(id: string): D | undefined {
    return this.#byId.get(id);
  }

  /** The ids of all that is in it. */
  ids(): readonly string[] {
    return [...this.#byId.keys()];
  }

  /** All of them, as they are at this moment. */
  all(): readonly D[] {
    return [...this.#byId.values()];
  }

  /** Puts a document in the place of the one with its id. */
  publish(document: D): void {
    const before = this.#byId.get(document.id);
    this.#byId.set(document.id, document);
    for (const view of this.#views) view.replace(before, document);
  }

  /** Takes away the document of that id, where there is one. */
  withdraw(id: string): void {
    const before = this.#byId.get(id);
    this.#byId.delete(id);
    for (const view of this.#views) view.replace(before, undefined);
  }
}

/** Documents found by a key, in order, without looking at all the others. */
export class View<D extends Document> {
  readonly #keysOf: (document: D) => readonly string[];
  readonly #order: (a: D, b: D) => number;
  readonly #byKey = new Map<string, Map<string, D>>();
  readonly #sorted = new Map<string, readonly D[]>();

  /** `keysOf`: under which keys a document is found (none: it isn't). `order`: ties are broken by id. */
  constructor(keysOf: (document: D) => readonly string[], order: (a: D, b: D) => number) {
    this.#keysOf = keysOf;
    this.#order = order;
  }

  replace(before: D | undefined, after: D | undefined): void {
    if (before) for (const key of this.#keysOf(before)) this.#take(key, before.id);
    if (after) for (const key of this.#keysOf(after)) this.#add(key, after);
  }

  /** The documents under `key`, in order; frozen, since every caller gets the same list. */
  of(key: string): readonly D[] {
    const known = this.#sorted.get(key);
    if (known) return known;
    const found = [...(this.#byKey.get(key)?.values() ?? [])];
    const sorted = Object.freeze(found.sort((a, b) => this.#order(a, b) || compare(a.id, b.id)));
    if (found.length > 0) this.#sorted.set(key, sorted);
    return sorted;
  }

  #add(key: string, document: D): void {
    const documents = this.#byKey.get(key) ?? new Map<string, D>();
    this.#byKey.set(key, documents.set(document.id, document));
    this.#sorted.delete(key);
  }

  #take(key: string, id: string): void {
    const documents = this.#byKey.get(key);
    documents?.delete(id);
    if (documents?.size === 0) this.#byKey.delete(key);
    this.#sorted.delete(key);
  }
}

/** The order of two strings by their code units, as instants and dates sort in time. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
