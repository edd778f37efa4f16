import type { Document, PersonId } from './school.ts';
import type { Instant } from './time.ts';

/**
 * Somebody as one channel knows them, and how to reach them there in private. Learned from what they do and from
 * rosters; kept so that a nudge can reach them months later.
 */
export interface Contact extends Document {
  /** The chat's name. One that is not in the list of chats (any more) admits nobody. */
  readonly channel: string;
  /** The Microsoft 365 tenant or Slack workspace they belong to. */
  readonly tenant: string;
  /** The channel's own id for them. */
  readonly userId: string;
  /** Their e-mail address as the channel's directory gives it, in lower case; the match to the staff list. */
  readonly email?: PersonId;
  /** When the directory was last asked. Asked again after a day, and whenever sending fails. */
  readonly checkedAt?: Instant;
  /** When they last did something here; of two channels, the one used last is written to. */
  readonly seenAt?: Instant;
  /** The channel's own address of their private chat (a Teams conversation reference, a Slack DM's id). */
  readonly address?: Readonly<Record<string, unknown>>;
  /** Set when a message could not be delivered for good; cleared when they are heard from again. */
  readonly unreachable?: { readonly since: Instant; readonly why: UnreachableReason };
}

export type UnreachableReason = 'not-installed' | 'blocked' | 'left' | 'not-found';

/** The document id of a contact: one for each person on each channel, safe as a file's name. */
export function contactId(channel: string, tenant: string, userId: string): string {
  return [channel, tenant, userId].map((part) => encodeURIComponent(part).replaceAll('.', '%2E')).join('.');
}
