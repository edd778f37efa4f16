import { isDeepStrictEqual } from 'node:util';
import { TryLater } from '../channels/channel.ts';
import { allAbout, type PendingMessage, type Where } from '../domain/nudges/message.ts';
import { stillToSay } from '../domain/nudges/messages.ts';
import type { Review } from '../domain/review/review.ts';
import { localDate } from '../domain/time.ts';
import type { CardMessage } from '../presentation/message.ts';
import { update } from '../store/update.ts';
import { storeOf, type WorkerDeps } from './deps.ts';
import { putMeetingRight, saysMeetingOfBefore } from './meeting-shown.ts';
import { putInPlace } from './put-in-place.ts';
import { sentWith } from './stored-messages.ts';

/**
 * Puts what was sent of a review, and is settled since, right where it stands: answered elsewhere, taken back, overtaken; and what
 * names a meeting that has moved.
 * Each once, and telling nobody anew; what somebody has opened something else in is theirs, and is left as it is.
 * Resolves to 'later' when something of it could not be changed yet.
 */
export async function settleMessages(reviewId: string, deps: WorkerDeps): Promise<'later' | undefined> {
  const review = await deps.store.get('reviews', reviewId);
  const school = review && (await deps.store.get('schools', review.schoolId));
  if (!review || !school) return undefined;
  const today = localDate(deps.clock.now());
  let later = await putMeetingRight(review, deps);
  for (const pending of review.messages) {
    const where = pending.state.is === 'sent' ? pending.state.where : undefined;
    if (!where) continue;
    const left = stillToSay(review, pending, school, today);
    const gone = left && goneOf(pending, left);
    const saysNoMore = left !== undefined && saysMeetingOfBefore(review, pending);
    if (gone && !saysNoMore && isDeepStrictEqual(gone, pending.gone ?? [])) continue;
    later = (await settle(review, pending, where, gone, deps)) ?? later;
  }
  return later;
}

/** What a message was about and is not any more. */
function goneOf(pending: PendingMessage, left: PendingMessage): readonly string[] {
  const stays = allAbout(left);
  return allAbout(pending).filter((id) => !stays.includes(id));
}

/** `gone`: what of it is settled; undefined where all is. */
async function settle(
  review: Review,
  pending: PendingMessage,
  where: Where,
  gone: readonly string[] | undefined,
  deps: WorkerDeps,
): Promise<'later' | undefined> {
  const { standing } = deps;
  if (standing?.isInHand(where.contactId, where.ref)) return 'later';
  const taken = await standing?.isTaken(where.contactId, where.ref);
  let put: CardMessage | undefined;
  if (!taken) {
    const all = await sentWith({ review, pending }, deps.store);
    const rest =
      all.length > 1
        ? await deps.wording.together(all)
        : gone && (await deps.wording.message(review, pending));
    const instead = rest ?? deps.wording.settled(review, pending);
    try {
      if (!(await putInPlace(pending.to, where, instead, deps))) return 'later';
      put = instead;
    } catch (error) {
      if (error instanceof TryLater) throw error;
      // It stays as it is, and answers kindly when it is pressed.
      deps.log.warn('message not settled', { review: review.id, kind: pending.kind, error });
    }
  }
  await noted(review.id, pending.key, taken ? undefined : gone, put, deps);
  return undefined;
}

/** What is `gone` of it; with all of it gone, it is not kept up to date any more. */
async function noted(
  reviewId: string,
  key: string,
  gone: readonly string[] | undefined,
  put: CardMessage | undefined,
  deps: WorkerDeps,
): Promise<void> {
  const asOf = deps.clock.now();
  await update(storeOf(deps, put), 'reviews', reviewId, (review) => {
    if (!review) return undefined;
    const messages = review.messages.map((each) => {
      if (each.key !== key || each.state.is !== 'sent') return each;
      if (gone) return { ...each, asOf, ...(gone.length > 0 && { gone }) };
      const { where: stood, ...state } = each.state;
      return { ...each, state, ...(stood && { stood }) };
    });
    return { ...review, messages };
  });
}
