import type { Digest } from '../domain/nudges/digest.ts';
import type { PendingMessage } from '../domain/nudges/message.ts';
import type { Kept } from '../domain/nudges/together.ts';
import type { Review } from '../domain/review/review.ts';
import type { StandingCard } from '../domain/school/contact.ts';
import type { PersonId } from '../domain/school/school.ts';
import type { CardMessage } from '../presentation/message.ts';

/**
 * Words what the worker sends. Asked at the moment of sending, so that it says what is true then; undefined when
 * there is nothing to say any more, and then nothing is sent.
 */
export interface Wording {
  /** `review` as it is stored at this moment, with `pending` in it. */
  message(review: Review, pending: PendingMessage): Promise<CardMessage | undefined>;
  /** What several reviews give one person at once: one message that names each; of what of it is still so. */
  together(messages: readonly Kept[]): Promise<CardMessage | undefined>;
  /**
   * What is to stand now in the place of a card that `who` has open: one that names a meeting which has changed since, or a form that
   * can't be sent any more by what they did themselves. Undefined where it is right as it is, or is of another review.
   */
  standing(review: Review, who: PersonId, card: StandingCard): Promise<CardMessage | undefined>;
  /** What stands in the place of a digest once there is a newer one: a line, with nothing to press. */
  overtaken(digest: Digest): CardMessage;
  /** What stands in the place of a message that was sent, once what it asks or tells is settled. */
  settled(review: Review, pending: PendingMessage): CardMessage;
  /**
   * All that the person owes and is due or announced on the digest's day, or overdue and to be mentioned on it, in every school of
   * theirs that is open (`inDigest`), and what of others they are to know of (`stillEscalated`).
   */
  digest(digest: Digest): Promise<CardMessage | undefined>;
}
