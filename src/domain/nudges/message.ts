import { z } from 'zod';
import { personIdSchema } from '../school/school.ts';
import { byKey, countSchema, fields, listOf, optional } from '../stored.ts';
import { type Instant, instantSchema } from '../time.ts';

/** A message as a channel finds it again, and whom it went to. */
export const whereSchema = fields({ contactId: z.string(), ref: byKey(z.string()) });
export interface Where extends z.infer<typeof whereSchema> {}

const messageKindSchema = z.enum([
  'evidence-request',
  /** They are invited to a meeting that is set: whoever is asked for evidence, too, hears of it there. */
  'meeting-set',
  'meeting-moved',
  /** The meeting was called off, with no new date yet. */
  'meeting-called-off',
  /** The meeting goes ahead without them: they were taken off the invitation. */
  'meeting-without-you',
  /** Their evidence is not asked for any more; they may be invited still. */
  'no-longer-asked',
  'all-answered',
  'record',
  'record-corrected',
  'action-given',
  'action-passed-on',
  'action-not-mine',
  'action-cannot-be-done',
  'action-withdrawn',
  'action-extended-again',
  /** Support is theirs to see to; or is not any more, because somebody else's, or because it has ended. */
  'support-given',
  'support-passed-on',
  'support-ended',
  /** Support is not, or only partly, happening: to whoever runs the review. */
  'support-not-happening',
  /** Something asked of the local authority is theirs to send. */
  'request-given',
  /** The local authority has decided: to the staff concerned. */
  'la-decided',
  'review-closed',
  /** It was closed by mistake, and is open again. */
  'review-reopened',
  'review-cancelled',
]);
export type MessageKind = z.infer<typeof messageKindSchema>;

/** How far the delivery of a message, or of a digest, has come. */
export const deliverySchema = z.discriminatedUnion('is', [
  fields({ is: z.literal('waiting'), after: optional(instantSchema), tries: countSchema }),
  /** Somebody is sending it until `until`; after that nobody knows what became of it. */
  fields({ is: z.literal('sending'), until: instantSchema, tries: countSchema, contactId: z.string() }),
  /** `where` it stands, in the channel's own terms, for what is to be kept up to date. */
  fields({
    is: z.literal('sent'),
    at: instantSchema,
    where: optional(whereSchema),
    /** Where it stands as a form that somebody may be typing into: it is not kept up to date, and is taken out when its time comes. */
    formAt: optional(whereSchema),
  }),
  /** It could not be known whether it arrived. */
  fields({ is: z.literal('unconfirmed'), at: instantSchema }),
  fields({ is: z.literal('undeliverable'), at: instantSchema, why: z.string(), tries: countSchema }),
  /** No longer true or wanted when its time came. */
  fields({ is: z.literal('dropped'), at: instantSchema }),
]);

const A_WEEK_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * Whether a delivery's own time, which is minutes or hours ahead when it is set, has come at `now`. One more than a week ahead was
 * set by a clock that was wrong then: it has come, or a message would wait for years.
 */
export function hasCome(time: Instant, now: Instant): boolean {
  return time <= now || Date.parse(time) - Date.parse(now) > A_WEEK_MS;
}

/** A message, by the review it is kept in: unique over all messages. */
const messageIdSchema = fields({ review: z.string(), key: z.string() });
export interface MessageId extends z.infer<typeof messageIdSchema> {}

/** A message a commit owes somebody. Kept in the review it belongs to, so that both are saved or neither. */
export const pendingMessageSchema = fields({
  /** Unique over all messages, ever. */
  key: z.string(),
  to: personIdSchema,
  /** Which message it is; it is worded when it is sent, from what is true then. */
  kind: messageKindSchema,
  /** The action, or whatever else of the review it is about. */
  about: optional(z.string()),
  /** What else of that kind it is about: several that are given at once are one message. */
  also: optional(listOf(z.string())),
  /** What of it is settled since it was sent, and left out of it where it stands. */
  gone: optional(listOf(z.string())),
  /** When it was put right where it stands, since what it names had changed. */
  asOf: optional(instantSchema),
  queuedAt: instantSchema,
  /** The message of another review that it goes with: the two are one where they arrive. */
  with: optional(messageIdSchema),
  /** The messages of other reviews that go with it. */
  carries: optional(listOf(messageIdSchema)),
  /** Where it stands, once it is not kept up to date any more: until it is taken out of the chat. */
  stood: optional(whereSchema),
  state: deliverySchema,
});
export interface PendingMessage extends z.infer<typeof pendingMessageSchema> {}

/** With what a message of one review goes, or what goes with it. */
export type SentTogether = Pick<PendingMessage, 'with' | 'carries'>;

/** All that a message is about, by id. */
export const allAbout = ({ about, also = [] }: Pick<PendingMessage, 'about' | 'also'>): readonly string[] =>
  about === undefined ? [] : [about, ...also];
