import { z } from 'zod';
import { byKey, countSchema, fields, listOf, optional } from '../stored.ts';
import { instantSchema } from '../time.ts';
import { documentFields, type PersonId, personIdSchema } from './school.ts';

const unreachableReasonSchema = z.enum(['not-installed', 'blocked', 'left', 'not-found']);
export type UnreachableReason = z.infer<typeof unreachableReasonSchema>;

/** A card that stands in a chat: what it is for, by opaque ids, and where it is, in the channel's own terms. */
const standingCardSchema = fields({
  is: z.string(),
  ref: byKey(z.string()),
  /** How many buttons it has; left out of a form that somebody may be typing into, which is not put away. */
  buttons: optional(countSchema),
  /** Since when; left out by versions that did not note it. */
  at: optional(instantSchema),
  /** The children whom it shows, by their documents' ids; left out where it shows none. */
  of: optional(listOf(z.string())),
});
export interface StandingCard extends z.infer<typeof standingCardSchema> {}

/** Beside the children of a card, what says that it is of a list from outside: it may name children who are not stored, or not yet. */
export const OF_A_LIST = 'list';

/**
 * Somebody as one channel knows them, and how to reach them there in private. Learned from what they do and from
 * rosters; kept so that a nudge can reach them months later.
 */
export const contactSchema = fields({
  ...documentFields,
  /** The chat's name. One that is not in the list of chats (any more) admits nobody. */
  channel: z.string(),
  /** The Microsoft 365 tenant or Slack workspace they belong to. */
  tenant: z.string(),
  /** The channel's own id for them. */
  userId: z.string(),
  /** Their e-mail address as the channel's directory gives it, in lower case; the match to the staff list. */
  email: optional(personIdSchema),
  /**
   * Whose account it is, since it was first let in as theirs: whatever its address is from then on. Without it nobody has used
   * it here, and it is known by its address alone.
   */
  person: optional(personIdSchema),
  /** When the directory was last asked. Asked again after an hour, and whenever sending fails. */
  checkedAt: optional(instantSchema),
  /** When they last did something here; of two channels, the one used last is written to. */
  seenAt: optional(instantSchema),
  /** The channel's own address of their private chat (a Teams conversation reference, a Slack DM's id). */
  address: optional(byKey(z.unknown())),
  /** What stands there and is kept count of: cards that can be pressed, and all that shows a child. */
  cards: optional(listOf(standingCardSchema)),
  /** The children, by id, who were shown there in what is kept count of no more, since so much was shown after it. */
  shownBefore: optional(listOf(z.string())),
  /**
   * Of an account that is of nobody on a list, in the place of its address: a keyed mark of that, by which it is found should the list
   * have them one day. Such an entry says nothing else of whose it is.
   */
  mark: optional(z.string()),
  /**
   * Groups whose members the chat can look up, and how, in its own terms: only in the entry that a chat keeps for itself, which is
   * nobody's.
   */
  groups: optional(listOf(fields({ id: z.string(), address: byKey(z.string()) }))),
  /** Set when a message could not be delivered for good; cleared when they are heard from again. */
  unreachable: optional(fields({ since: instantSchema, why: unreachableReasonSchema })),
});
export interface Contact extends z.infer<typeof contactSchema> {}

/**
 * Those of `contacts` by which `person`, whose address is `address`, can be written to: the accounts bound to them, and
 * accounts nobody has used here yet that have their address, but no second one beside a bound one in the same chat.
 */
export function accountsOf<C extends Pick<Contact, 'person' | 'email' | 'channel' | 'tenant'>>(
  person: PersonId,
  address: string,
  contacts: readonly C[],
): C[] {
  const bound = contacts.filter((one) => one.person === person);
  return contacts.filter(
    (one) =>
      one.person === person ||
      (one.person === undefined && one.email === address && !bound.some((other) => inSameChat(one, other))),
  );
}

/** Whether two accounts are of the same chat, in the same tenant or workspace. */
export const inSameChat = (
  one: Pick<Contact, 'channel' | 'tenant'>,
  other: Pick<Contact, 'channel' | 'tenant'>,
): boolean => one.channel === other.channel && one.tenant === other.tenant;

/** The document id of a contact: one for each person on each channel, safe as a file's name. */
export function contactId(channel: string, tenant: string, userId: string): string {
  return [channel, tenant, userId].map((part) => encodeURIComponent(part).replaceAll('.', '%2E')).join('.');
}
