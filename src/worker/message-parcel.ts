import type { SentTogether } from '../domain/nudges/message.ts';
import { stillWanted } from '../domain/nudges/messages.ts';
import { becameWith, inState, type Kept } from '../domain/nudges/together.ts';
import { isPresent } from '../domain/school/absence.ts';
import { mayMessage } from '../domain/school/calendar.ts';
import { localDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import { update } from '../store/update.ts';
import { storeOf, type WorkerDeps } from './deps.ts';
import type { DeliveryState, NextState, Parcel } from './parcel.ts';
import { tried } from './states.ts';

/** A parcel that is a message of a review, and may go with others. */
export interface MessageParcel extends Parcel {
  /** As `change`, with whom it goes from then on, or what goes with it. Resolves to the state it has now; undefined: unchanged. */
  join(next: NextState, together: SentTogether, sent?: CardMessage): Promise<DeliveryState | undefined>;
  /** How far it has come, as stored now; undefined where it is stored no more. */
  stored(): Promise<DeliveryState | undefined>;
}

/** A message that a commit to `review` owes somebody, to be delivered in the school's hours. */
export function messageParcel({ review, pending }: Kept, deps: WorkerDeps): MessageParcel {
  const { store, clock, wording } = deps;
  const { key, to, kind, state, with: goesWith } = pending;
  const now = async () => {
    const current = await store.get('reviews', review.id);
    const message = current?.messages.find((each) => each.key === key);
    return current && message && { review: current, message };
  };
  const put = async (next: NextState, together?: SentTogether, sent?: CardMessage) => {
    let changed: DeliveryState | undefined;
    await update(storeOf(deps, sent), 'reviews', review.id, (current) => {
      const message = current?.messages.find((each) => each.key === key);
      changed = message && next(message.state);
      if (!current || !message || !changed) return undefined;
      const instead = inState(message, changed, together);
      return { ...current, messages: current.messages.map((each) => (each === message ? instead : each)) };
    });
    return changed;
  };
  return {
    updatable: true,
    // Where it went with another, the chat knows that one's key alone.
    key: goesWith?.key ?? key,
    to,
    state,
    about: { review: review.id, kind },
    tells: [{ review: review.id, pupil: review.pupilId }],
    standing: async () => {
      const current = await now();
      const school = await store.get('schools', review.schoolId);
      const today = localDate(clock.now());
      if (!current || !school || !stillWanted(current.review, current.message, school, today))
        return { is: 'unwanted' };
      // Somebody who is away hears of it when they are back, if it is still wanted then.
      const there = isPresent(school, to, today);
      return there && mayMessage(school, clock.now()) ? { is: 'ready', schools: [school] } : { is: 'held' };
    },
    compose: async () => {
      const current = await now();
      return current && wording.message(current.review, current.message);
    },
    change: async (next, sent) => (await put(next, undefined, sent)) !== undefined,
    join: put,
    stored: async () => (await now())?.message.state,
    ...(goesWith && {
      async became() {
        const carrying = await store.get('reviews', goesWith.review);
        const carrier = carrying?.messages.find((each) => each.key === goesWith.key);
        return becameWith({ review: review.id, key }, tried(state), carrier);
      },
    }),
  };
}
