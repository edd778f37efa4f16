import type { Review } from '../review/review.ts';
import type { Instant } from '../time.ts';
import {
  allAbout,
  hasCome,
  type MessageId,
  type MessageKind,
  type PendingMessage,
  type SentTogether,
} from './message.ts';

/*
 * What several reviews give somebody at once is one message. Each review keeps its own, so there is no one commit that marks all
 * as sent; so one of them carries the others: it alone has the key by which a chat knows the message, and says whom it carries
 * for as long as that can matter. Each of the others says whom it goes with. What became of one that was cut off half-way is what
 * became of the one that carries it, if that does: nothing is sent twice, and nothing is taken for sent that was not.
 */

/** What is one message to one person, however many there are of it. */
export const TOGETHER: ReadonlySet<MessageKind> = new Set(['action-given', 'support-given']);

/** So many things, with a button or two each, fit into one message in any chat. */
const MOST_THINGS = 10;

/** A message, and the review it is kept in. */
export interface Kept {
  readonly review: Review;
  readonly pending: PendingMessage;
}

/** By what it is found again. */
export const messageId = ({ review, pending }: Kept): MessageId => ({
  review: review.id,
  key: pending.key,
});

/** What can be one message, in the order in which it was queued, and whether it is time to send it. */
interface Gathered {
  readonly isTime: boolean;
  readonly parts: readonly Kept[];
}

/**
 * What of `reviews` is given to the same person at the same school, and can be sent together at `now`: by person and kind. What
 * was just given waits `gatherMs` milliseconds for more, from the first of it on; what nobody could be found for joins what is new.
 */
export function gatheredOf(reviews: readonly Review[], now: Instant, gatherMs: number): readonly Gathered[] {
  const found = new Map<string, Kept[]>();
  for (const review of reviews) {
    for (const pending of review.messages) {
      if (!TOGETHER.has(pending.kind) || !canGo(pending, now)) continue;
      const key = `${review.schoolId} ${pending.kind} ${pending.to}`;
      found.set(key, [...(found.get(key) ?? []), { review, pending }]);
    }
  }
  return [...found.values()].map((all) => ({
    isTime: hasWaited(all, now, gatherMs),
    parts: all.toSorted(byTurn),
  }));
}

const canGo = ({ state }: PendingMessage, now: Instant): boolean =>
  state.is === 'undeliverable' || (state.is === 'waiting' && hasCome(state.after ?? now, now));

/** What waits goes before what nobody could be found for; then the first that was queued. */
const byTurn = (one: Kept, other: Kept): number =>
  Number(one.pending.state.is === 'undeliverable') - Number(other.pending.state.is === 'undeliverable') ||
  Date.parse(one.pending.queuedAt) - Date.parse(other.pending.queuedAt);

/** Whether one of them has been tried before, or has waited for so long; one queued by a clock that was wrong has. */
const hasWaited = (all: readonly Kept[], now: Instant, gatherMs: number): boolean =>
  all.some(({ pending: { state, queuedAt } }) => {
    const until = new Date(Date.parse(queuedAt) + gatherMs).toISOString();
    return state.is !== 'waiting' || state.tries > 0 || hasCome(until, now);
  });

/** The parts as messages that fit into a chat: as few as that can be, a part whole in one of them. */
export function inMessages(parts: readonly Kept[]): readonly (readonly Kept[])[] {
  const messages: Kept[][] = [];
  let room = 0;
  for (const part of parts) {
    const things = allAbout(part.pending).length;
    if (things > room) {
      messages.push([]);
      room = MOST_THINGS;
    }
    messages.at(-1)?.push(part);
    room -= things;
  }
  return messages;
}

/** The message in another state: with whom it goes is known as long as it is being sent, and once it may have arrived. */
export function inState(
  { with: goesWith, carries, ...message }: PendingMessage,
  state: PendingMessage['state'],
  together: SentTogether = { ...(goesWith && { with: goesWith }), ...(carries && { carries }) },
): PendingMessage {
  const isUnderWay = state.is === 'sending' || state.is === 'sent' || state.is === 'unconfirmed';
  return { ...message, ...(isUnderWay && together), state };
}

/**
 * What became of a message that was being sent with another, which is `carrier` by now: its state then; 'later' as long as that is
 * being sent itself. One that does not carry it never took it along, and so it waits. Undefined where there is no carrier any
 * more: its chat has to be asked.
 */
export function becameWith(
  { review, key }: MessageId,
  tries: number,
  carrier: PendingMessage | undefined,
): PendingMessage['state'] | 'later' | undefined {
  if (!carrier) return undefined;
  const isCarried = carrier.carries?.some((one) => one.review === review && one.key === key);
  if (!isCarried) return { is: 'waiting', tries };
  return carrier.state.is === 'sending' ? 'later' : carrier.state;
}
