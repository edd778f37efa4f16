import { isDeepStrictEqual } from 'node:util';
import { type Kept, messageId } from '../domain/nudges/together.ts';
import type { CardMessage } from '../presentation/message.ts';
import type { WorkerDeps } from './deps.ts';
import { type MessageParcel, messageParcel } from './message-parcel.ts';
import type { DeliveryState, NextState, Parcel } from './parcel.ts';
import { asStored } from './stored-messages.ts';

/** One that was claimed to go with the first, and the claim. */
interface Joined {
  readonly kept: Kept;
  readonly parcel: MessageParcel;
  readonly lease: DeliveryState;
}

/**
 * Messages of several reviews to one person, delivered as one: the first carries the others (`src/domain/nudges/together.ts`).
 * They are claimed before it and settled after it: wherever that is cut off, what it says of whom it carries is true, and what
 * became of them is found by it.
 */
export function togetherParcel([carrier, ...others]: readonly [Kept, ...Kept[]], deps: WorkerDeps): Parcel {
  const first = messageParcel(carrier, deps);
  const rest = others.map((kept) => ({ kept, parcel: messageParcel(kept, deps) }));
  let joined: readonly Joined[] = [];

  /** Claims whoever still waits, and then the first; where that is somebody else's by now, nobody. */
  async function claim(next: NextState): Promise<boolean> {
    const claimed: Joined[] = [];
    for (const { kept, parcel } of rest) {
      const lease = await parcel.join(next, { with: messageId(carrier) });
      if (lease) claimed.push({ kept, parcel, lease });
    }
    joined = claimed;
    if (await first.join(next, carried())) return true;
    await follow({ is: 'waiting', tries: 0 }, next);
    return false;
  }

  const carried = () => (joined.length > 0 ? { carries: joined.map(({ kept }) => messageId(kept)) } : {});

  /** Those that went with the first become what it became: sent, whatever was thought of them meanwhile. */
  async function follow(state: DeliveryState, next: NextState, sent?: CardMessage): Promise<void> {
    for (const { parcel, lease } of joined) {
      const becomes: NextState = (now) =>
        state.is === 'sent' ? next(now) : isDeepStrictEqual(now, lease) ? state : undefined;
      await parcel.join(becomes, { with: messageId(carrier) }, sent);
    }
    if (state.is !== 'sent') joined = [];
  }

  return {
    ...first,
    tells: [carrier, ...others].map(({ review }) => ({ review: review.id, pupil: review.pupilId })),
    about: { ...first.about, count: rest.length + 1 },
    // One that is not for now, or unwanted by itself, leaves the others to the next round.
    standing: async () => {
      const [one, ...more] = await Promise.all(
        [first, ...rest.map(({ parcel }) => parcel)].map((each) => each.standing()),
      );
      return one && more.every(({ is }) => is === 'ready') ? one : { is: 'held' };
    },
    compose: async () => {
      const ids = [carrier, ...joined.map(({ kept }) => kept)].map(messageId);
      return deps.wording.together(await asStored(ids, deps.store));
    },
    change: async (next, sent) => {
      const now = await first.stored();
      if (!now) return false;
      if (next(now)?.is === 'sending') return claim(next);
      const state = await first.join(next, carried(), sent);
      if (!state) return false;
      if (state.is === 'sent' || now.is === 'sending') await follow(state, next, sent);
      else for (const { parcel } of rest) await parcel.change(next);
      return true;
    },
  };
}
