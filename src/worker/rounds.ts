import type { Digest } from '../domain/digest.ts';
import type { Review } from '../domain/review.ts';
import { localDate } from '../domain/time.ts';
import { deliver } from './deliver.ts';
import type { WorkerDeps } from './deps.ts';
import { digestParcel } from './digest-parcel.ts';
import { makeDigests, type SchoolReviews } from './make-digests.ts';
import { messageParcel } from './message-parcel.ts';
import type { Parcel } from './parcel.ts';

/** So many documents are worked on at once: one slow conversation must not hold up the others. */
const AT_ONCE = 4;

/** What the worker does in a round. Nothing here rejects: what goes wrong with one thing is logged, and the rest goes on. */
export class Rounds {
  readonly #deps: WorkerDeps;
  // Documents with something undeliverable in them, which the store's finders leave out. It need not outlive the
  // process: every sweep finds them again.
  readonly #unreachedReviews = new Set<string>();
  readonly #unreachedDigests = new Set<string>();
  #ended = false;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  /** Begins no further delivery. */
  end(): void {
    this.#ended = true;
  }

  /** Looks through all that is owed: makes today's digests, and finds out who could not be reached. */
  async sweep(): Promise<void> {
    await this.#guard('sweep failed', async () => {
      const { store } = this.#deps;
      const all: SchoolReviews[] = [];
      for (const school of await store.schools()) all.push([school, await store.reviewsOf(school.id)]);
      for (const review of all.flatMap(([, reviews]) => reviews)) this.#noteReview(review);
      for (const digest of await makeDigests(all, this.#deps)) this.#noteDigest(digest);
    });
  }

  /** Takes everything that is to be delivered one step on. */
  async deliver(): Promise<void> {
    const { store, clock } = this.#deps;
    await this.#guard('delivery failed', async () => {
      const found = (await store.reviewsToDeliver(clock.now())).map(({ id }) => id);
      await this.#each([...found, ...this.#unreachedReviews], this.#deliverReview);
    });
    await this.#guard('delivery failed', async () => {
      const found = (await store.digestsToDeliver(clock.now())).map(({ id }) => id);
      await this.#each([...found, ...this.#unreachedDigests], this.#deliverDigest);
    });
  }

  readonly #deliverReview = async (id: string): Promise<void> => {
    const { store } = this.#deps;
    const review = await store.get('reviews', id);
    // In their order: the record before the action that came of it.
    for (const message of review?.messages ?? []) {
      if (review) await this.#deliverParcel(messageParcel(review, message, this.#deps));
    }
    const after = await store.get('reviews', id);
    if (after) this.#noteReview(after);
  };

  readonly #deliverDigest = async (id: string): Promise<void> => {
    const { store } = this.#deps;
    const digest = await store.get('digests', id);
    if (digest && !this.#isPast(digest)) await this.#deliverParcel(digestParcel(digest, this.#deps));
    const after = await store.get('digests', id);
    if (after) this.#noteDigest(after);
  };

  async #deliverParcel(parcel: Parcel): Promise<void> {
    if (this.#ended) return;
    await this.#guard('delivery failed', () => deliver(parcel, this.#deps));
  }

  /** Does `work` with each of `ids` once, a few at a time. */
  async #each(ids: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
    const left = [...new Set(ids)];
    const hand = async () => {
      for (let id = left.shift(); id !== undefined && !this.#ended; id = left.shift()) {
        const next = id;
        await this.#guard('delivery failed', () => work(next));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, hand));
  }

  async #guard(event: Lowercase<string>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#deps.log.error(event, { error });
    }
  }

  #noteReview({ id, messages }: Review): void {
    note(
      this.#unreachedReviews,
      id,
      messages.some(({ state }) => state.is === 'undeliverable'),
    );
  }

  #noteDigest(digest: Digest): void {
    note(this.#unreachedDigests, digest.id, digest.state.is === 'undeliverable' && !this.#isPast(digest));
  }

  /** Whether it stays undeliverable for good, as a record of it, since its day is over. */
  #isPast({ day, state }: Digest): boolean {
    return state.is === 'undeliverable' && day !== localDate(this.#deps.clock.now());
  }
}

function note(unreached: Set<string>, id: string, is: boolean): void {
  if (is) unreached.add(id);
  else unreached.delete(id);
}
