import { TryLater } from '../channels/channel.ts';
import type { PendingMessage, Where } from '../domain/nudges/message.ts';
import { stillWanted } from '../domain/nudges/messages.ts';
import type { Review } from '../domain/review/review.ts';
import { localDate } from '../domain/time.ts';
import { update } from '../store/update.ts';
import type { WorkerDeps } from './deps.ts';
import { putInPlace } from './put-in-place.ts';

/**
 * Puts what was sent of a review, and is settled since, right where it stands: answered elsewhere, taken back, overtaken.
 * Each once, and telling nobody anew; what somebody has opened something else in is theirs, and is left as it is.
 * Resolves to 'later' when something of it could not be changed yet.
 */
export async function settleMessages(reviewId: string, deps: WorkerDeps): Promise<'later' | undefined> {
  const review = await deps.store.get('reviews', reviewId);
  const school = review && (await deps.store.get('schools', review.schoolId));
  if (!review || !school) return undefined;
  const today = localDate(deps.clock.now());
  let later: 'later' | undefined;
  for (const pending of review.messages) {
    const where = pending.state.is === 'sent' ? pending.state.where : undefined;
    if (!where || stillWanted(review, pending, school, today)) continue;
    later = (await settle(review, pending, where, deps)) ?? later;
  }
  return later;
}

async function settle(
  review: Review,
  pending: PendingMessage,
  where: Where,
  deps: WorkerDeps,
): Promise<'later' | undefined> {
  const { standing } = deps;
  if (standing?.isInHand(where.contactId, where.ref)) return 'later';
  if (!(await standing?.isTaken(where.contactId, where.ref))) {
    const instead = deps.wording.settled(review, pending);
    try {
      if (!(await putInPlace(pending.to, where, instead, deps))) return 'later';
    } catch (error) {
      if (error instanceof TryLater) throw error;
      // It stays as it is, and answers kindly when it is pressed.
      deps.log.warn('message not settled', { review: review.id, kind: pending.kind, error });
    }
  }
  await letGo(review.id, pending.key, deps);
  return undefined;
}

/** It is not kept up to date any more. */
async function letGo(reviewId: string, key: string, deps: WorkerDeps): Promise<void> {
  await update(deps.store, 'reviews', reviewId, (review) => {
    if (!review) return undefined;
    const messages = review.messages.map((each) => {
      if (each.key !== key || each.state.is !== 'sent') return each;
      const { where: _, ...state } = each.state;
      return { ...each, state };
    });
    return { ...review, messages };
  });
}
