import type { LogFields } from '../app/log.ts';
import type { PendingMessage } from '../domain/nudges/message.ts';
import type { PersonId, School } from '../domain/school/school.ts';
import type { CardMessage } from '../presentation/message.ts';

/** How far the delivery of a parcel has come. */
export type DeliveryState = PendingMessage['state'];
/** A delivery that somebody has claimed. */
export type Sending = Extract<DeliveryState, { is: 'sending' }>;

/** From a stored state to the one to commit; undefined leaves it as it is. */
export type NextState = (state: DeliveryState) => DeliveryState | undefined;

/** How it stands with a parcel at this moment. */
type Standing =
  /** No longer true, or no longer theirs to know. */
  | { readonly is: 'unwanted' }
  /** Not now: outside school hours. */
  | { readonly is: 'held' }
  /** It may go to somebody of all of `schools`. */
  | { readonly is: 'ready'; readonly schools: readonly School[] };

/** Something to be delivered to one person, whatever document it is kept in: a message of a review, or a digest. */
export interface Parcel {
  /** Unique over all parcels, ever. */
  readonly key: string;
  readonly to: PersonId;
  /** As it was when it was read. */
  readonly state: DeliveryState;
  /** What names it in the log. */
  readonly about: LogFields;
  /** Whether it is to be kept up to date, and so where it stands is to be kept. */
  readonly updatable?: true;
  /** The reviews that it tells of, with their pupils, by id; left out where what it lists is noted with it. */
  readonly tells?: readonly { readonly review: string; readonly pupil: string }[];
  /** Done once it was sent: what it overtakes is put right where it stands. */
  overtakes?(): Promise<void>;
  /** How it stands, by what is stored now. */
  standing(): Promise<Standing>;
  /** Words it, from what is stored now; undefined when there is nothing to say any more. */
  compose(): Promise<CardMessage | undefined>;
  /**
   * Of one that was being sent with another: what became of that, and so of it; 'later' while that is being sent. Undefined where
   * its chat has to be asked.
   */
  became?(): Promise<DeliveryState | 'later' | undefined>;
  /**
   * Commits `next` of its stored state, trying again when somebody else commits in between. Resolves to whether it was changed.
   * `sent` is what was sent by it, so that it is known which fields that has shown.
   * @throws {NotStored} it could not be stored
   */
  change(next: NextState, sent?: CardMessage): Promise<boolean>;
}
