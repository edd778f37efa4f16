import { LRUCache } from 'lru-cache';
import type { Review } from '../domain/review/review.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { Form } from '../presentation/forms/form.ts';
import { SAY } from './refusals.ts';

type Values = Readonly<Record<string, string>>;

/** So many are kept, each for so long: until what stood in the way has been put right. In memory alone. */
const MOST = 500;
/** Characters of all that is kept. */
const MOST_CHARACTERS = 8_000_000;
const KEPT_MS = 60 * 60 * 1000;

/** What was typed in a form that could not be taken yet, so that the form opened anew has it. */
export class Drafts {
  // Made with the first that is kept: it makes room for all of them at once.
  #kept: LRUCache<string, Values> | undefined;

  /** What was typed; undefined for nothing. */
  of(key: string): Values | undefined {
    return this.#kept?.get(key);
  }

  /** Keeps it, in the place of what was typed before; nothing more, where it is undefined. */
  keep(key: string, values: Values | undefined): void {
    if (!values) {
      this.#kept?.delete(key);
      return;
    }
    this.#kept ??= room();
    this.#kept.set(key, values);
  }

  /** Forgets all of it. */
  clear(): void {
    this.#kept?.clear();
  }
}

const room = () =>
  new LRUCache<string, Values>({
    max: MOST,
    ttl: KEPT_MS,
    maxSize: MOST_CHARACTERS,
    sizeCalculation: (values, key) => key.length + JSON.stringify(values).length,
  });

interface OfForm {
  readonly review: Review;
  readonly who: PersonId;
  readonly about?: string;
  readonly begins?: true;
}

/** By what a draft of a form about a review is kept; undefined where what others change meanwhile would be lost by it. */
export function draftOf({ name, row, changesAnswer }: Form, { review, who, about, begins }: OfForm) {
  return row.isKept || changesAnswer || begins ? undefined : [who, review.id, name, about ?? ''].join('/');
}

/** The draft as a form is shown with it, and a word that it is not saved; undefined where there is none. */
export function draftIn({ drafts }: { readonly drafts?: Drafts }, key: string) {
  const values = drafts?.of(key);
  return values && { values, errors: {}, notice: SAY.typedBefore };
}
