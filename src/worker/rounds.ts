import pLimit from 'p-limit';
import { gatheredOf, inMessages, type Kept } from '../domain/nudges/together.ts';
import type { Review } from '../domain/review/review.ts';
import { localDate } from '../domain/time.ts';
import { deliver } from './deliver.ts';
import { timingOf, type WorkerDeps } from './deps.ts';
import { digestParcel } from './digest-parcel.ts';
import { makeDigests } from './make-digests.ts';
import { messageParcel } from './message-parcel.ts';
import type { Parcel } from './parcel.ts';
import { togetherParcel } from './together-parcel.ts';

/** So many documents are worked on at once: one slow conversation must not hold up the others. */
const AT_ONCE = 8;

/** What the worker does in a round. Nothing here rejects: what goes wrong with one thing is logged, and the rest goes on. */
export class Rounds {
  readonly #deps: WorkerDeps;
  #ended = false;

  constructor(deps: WorkerDeps) {
    this.#deps = deps;
  }

  /** Begins no further delivery. */
  end(): void {
    this.#ended = true;
  }

  /** Makes the day's digests in the schools whose hour has come, once what earlier days left is settled. */
  async sweep(): Promise<void> {
    await this.#guard('sweep failed', async () => {
      const { store, clock } = this.#deps;
      const today = localDate(clock.now());
      // First: whether yesterday's got through decides what today's are about.
      const old = (await store.digestsToDeliver(clock.now())).filter(({ day }) => day !== today);
      await this.#each(ids(old), this.#deliverDigest);
      if (!this.#ended) await makeDigests(this.#deps);
    });
  }

  /** Takes everything that is to be delivered one step on. */
  async deliver(): Promise<void> {
    const { store, clock } = this.#deps;
    await this.#guard('delivery failed', async () => {
      const unreached = await store.reviewsUnreached();
      const found = ids(await store.reviewsToDeliver(clock.now()), unreached);
      const { parcels, apart } = await this.#gathered(found);
      await this.#each(found, (id) => this.#deliverReview(id, apart));
      // Last: after the records of the reviews they came of.
      await this.#each(parcels, (parcel) => this.#deliverParcel(parcel));
    });
    await this.#guard('delivery failed', async () => {
      // Those of earlier days stay undeliverable for good, as a record of it.
      const todays = await store.digestsOf(localDate(clock.now()));
      const unreached = todays.filter(({ state }) => state.is === 'undeliverable');
      await this.#each(ids(await store.digestsToDeliver(clock.now()), unreached), this.#deliverDigest);
    });
  }

  async #deliverReview(id: string, apart: ReadonlySet<string>): Promise<void> {
    const review = await this.#deps.store.get('reviews', id);
    // In their order: the record before the action that came of it.
    for (const pending of review?.messages ?? []) {
      if (review && !apart.has(pending.key))
        await this.#deliverParcel(messageParcel({ review, pending }, this.#deps));
    }
  }

  /**
   * What several of these reviews give somebody, as one parcel each; `apart` are the messages, by key, that go in those, or wait
   * for more.
   */
  async #gathered(found: readonly string[]): Promise<{ parcels: Parcel[]; apart: Set<string> }> {
    const { store, clock } = this.#deps;
    const parcels: Parcel[] = [];
    const apart = new Set<string>();
    const reviews: Review[] = [];
    for (const id of new Set(found)) {
      const review = await store.get('reviews', id);
      if (review) reviews.push(review);
    }
    for (const { isTime, parts } of gatheredOf(reviews, clock.now(), timingOf(this.#deps).gather)) {
      const ready: Kept[] = [];
      if (isTime && parts.length > 1)
        for (const part of parts) if (await this.#isReady(part)) ready.push(part);
      for (const [first, ...rest] of inMessages(ready)) {
        if (!first || rest.length === 0) continue;
        parcels.push(togetherParcel([first, ...rest], this.#deps));
        for (const { pending } of [first, ...rest]) apart.add(pending.key);
      }
      if (!isTime) for (const { pending } of parts) apart.add(pending.key);
    }
    return { parcels, apart };
  }

  /** One that can't be reckoned with fails by itself, and holds up no other. */
  async #isReady(part: Kept): Promise<boolean> {
    const standing = messageParcel(part, this.#deps).standing();
    return standing.then(({ is }) => is === 'ready').catch(() => false);
  }

  readonly #deliverDigest = async (id: string): Promise<void> => {
    const { store } = this.#deps;
    const digest = await store.get('digests', id);
    if (digest) await this.#deliverParcel(digestParcel(digest, this.#deps));
  };

  async #deliverParcel(parcel: Parcel): Promise<void> {
    if (this.#ended) return;
    await this.#guard('delivery failed', () => deliver(parcel, this.#deps));
  }

  /** Does `work` with each of `all` once, a few at a time. */
  async #each<One>(all: readonly One[], work: (one: One) => Promise<void>): Promise<void> {
    await pLimit(AT_ONCE).map(new Set(all), async (one) => {
      if (!this.#ended) await this.#guard('delivery failed', () => work(one));
    });
  }

  async #guard(event: Lowercase<string>, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.#deps.log.error(event, { error });
    }
  }
}

const ids = (...found: readonly (readonly { readonly id: string }[])[]) => found.flat().map(({ id }) => id);
