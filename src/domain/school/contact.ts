import { z } from 'zod';
import { byKey, fields, optional } from '../stored.ts';
import { instantSchema } from '../time.ts';
import { documentFields, personIdSchema } from './school.ts';

const unreachableReasonSchema = z.enum(['not-installed', 'blocked', 'left', 'not-found']);
export type UnreachableReason = z.infer<typeof unreachableReasonSchema>;

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
  /** When the directory was last asked. Asked again after a day, and whenever sending fails. */
  checkedAt: optional(instantSchema),
  /** When they last did something here; of two channels, the one used last is written to. */
  seenAt: optional(instantSchema),
  /** The channel's own address of their private chat (a Teams conversation reference, a Slack DM's id). */
  address: optional(byKey(z.unknown())),
  /** Set when a message could not be delivered for good; cleared when they are heard from again. */
  unreachable: optional(fields({ since: instantSchema, why: unreachableReasonSchema })),
});
export interface Contact extends z.infer<typeof contactSchema> {}

/** The document id of a contact: one for each person on each channel, safe as a file's name. */
export function contactId(channel: string, tenant: string, userId: string): string {
  return [channel, tenant, userId].map((part) => encodeURIComponent(part).replaceAll('.', '%2E')).join('.');
}
