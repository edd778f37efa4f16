import type { PendingMessage } from '../domain/nudges/message.ts';
import { stillWanted } from '../domain/nudges/messages.ts';
import type { Review } from '../domain/review/review.ts';
import { isPresent } from '../domain/school/absence.ts';
import { mayMessage } from '../domain/school/calendar.ts';
import { localDate } from '../domain/time.ts';
import { update } from '../store/update.ts';
import type { WorkerDeps } from './deps.ts';
import type { Parcel } from './parcel.ts';

/** A message that a commit to `review` owes somebody, to be delivered in the school's hours. */
export function messageParcel(review: Review, pending: PendingMessage, deps: WorkerDeps): Parcel {
  const { store, clock, wording } = deps;
  const { key, to, kind, state } = pending;
  const now = async () => {
    const current = await store.get('reviews', review.id);
    const message = current?.messages.find((each) => each.key === key);
    return current && message && { review: current, message };
  };
  return {
    updatable: true,
    key,
    to,
    state,
    about: { review: review.id, kind },
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
    change: async (next) => {
      const changed = await update(store, 'reviews', review.id, (current) => {
        const message = current?.messages.find((each) => each.key === key);
        const to = message && next(message.state);
        if (!current || !to) return undefined;
        const messages = current.messages.map((each) => (each.key === key ? { ...each, state: to } : each));
        return { ...current, messages };
      });
      return changed !== undefined;
    },
  };
}
