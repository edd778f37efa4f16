import pLimit from 'p-limit';
import { localDate } from '../domain/time.ts';
import { deliver } from './deliver.ts';
import type { WorkerDeps } from './deps.ts';
import { digestParcel } from './digest-parcel.ts';
import { makeDigests } from './make-digests.ts';
import { messageParcel } from './message-parcel.ts';
import type { Parcel } from './parcel.ts';

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
      await this.#each(ids(await store.reviewsToDeliver(clock.now()), unreached), this.#deliverReview);
    });
    await this.#guard('delivery failed', async () => {
      // Those of earlier days stay undeliverable for good, as a record of it.
      const todays = await store.digestsOf(localDate(clock.now()));
      const unreached = todays.filter(({ state }) => state.is === 'undeliverable');
      await this.#each(ids(await store.digestsToDeliver(clock.now()), unreached), this.#deliverDigest);
    });
  }

  readonly #deliverReview = async (id: string): Promise<void> => {
    const { store } = this.#deps;
    const review = await store.get('reviews', id);
    // In their order: the record before the action that came of it.
    for (const message of review?.messages ?? []) {
      if (review) await this.#deliverParcel(messageParcel(review, message, this.#deps));
    }
  };

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
  async #each(all: readonly string[], work: (id: string) => Promise<void>): Promise<void> {
    await pLimit(AT_ONCE).map(new Set(all), async (id) => {
      if (!this.#ended) await this.#guard('delivery failed', () => work(id));
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
