import { z } from 'zod';
import { fields, listOf, optional } from '../../domain/stored.ts';
import { instantSchema, localDateSchema } from '../../domain/time.ts';

/** What was done, in the audit's words. */
const AUDIT_KINDS = [
  /** What is stored of children was shown to somebody. */
  'viewed',
  /** A document was changed, or came to be. */
  'changed',
  /** An account in a chat is known as somebody's from now on, or no more. */
  'bound',
  'unbound',
  /** A change that an entry before says could not be stored after all: nothing was changed. */
  'not-stored',
  /** Something was not done, or not shown: who asked may not, or it can't be done now. */
  'refused',
  /** A message went out; or one that had gone out was changed. */
  'sent',
  'message-changed',
  /** Many documents were read in, or what was read in was taken back. */
  'imported',
  'exported',
  'erased',
  /** Documents, files or messages were removed. */
  'removed',
  /** Kept from being removed, or let go again. */
  'held',
  'let-go',
  'backed-up',
  'restored',
  'rekeyed',
  /** Stored data was brought up to a later format. */
  'upgraded',
  /** An npm script was run. */
  'ran',
  /** The audit begins; was mended after a crash; or found that something is not as it left it. */
  'begun',
  'mended',
  'found',
  /** Somebody has looked into what is not as it was written, and says that it is known. */
  'accepted',
] as const;
export type AuditKind = (typeof AUDIT_KINDS)[number];

/** The program's own words, ids and names of fields: no sentence fits, nor a name with a space in it. */
const codeSchema = z.string().regex(/^[A-Za-z0-9%_!~*'().:+-]{1,250}$/);
/** A person's id, as the staff list has it, or an account's; or one of `BOT` and `TERMINAL`. */
const whoSchema = z.string().min(1).max(400);

/** What the bot does by itself: messages, digests, what is due. */
export const BOT = 'bot';
/** Whoever runs a script on the machine the bot runs on; with a colon and their name there, where it is known. */
export const TERMINAL = 'terminal';

/** Up to where a chain is kept no longer: its last entry that was removed, by number and mark, and the day that one stood in. */
const cutSchema = fields({ seq: z.int().min(1), mac: codeSchema, day: localDateSchema });
export interface Cut extends z.infer<typeof cutSchema> {}

const entryFields = {
  who: whoSchema,
  /** The chat it was done in; left out where it was in none. */
  chat: optional(codeSchema),
  kind: z.enum(AUDIT_KINDS),
  /** Which screen, form, step, command or message: one of the program's own words. */
  what: optional(codeSchema),
  /** Of which children, by their documents' ids. A list is one entry that names all on it. */
  pupils: optional(listOf(codeSchema)),
  /** In which reviews, by their ids. */
  reviews: optional(listOf(codeSchema)),
  /** The names of the fields; never what stands in them. */
  fields: optional(listOf(codeSchema)),
  /** Of which people on the staff list what is kept was changed, by their ids. */
  people: optional(listOf(whoSchema)),
  /** How many, where they are not named one by one. */
  count: optional(z.int().min(0)),
  /** For whom, where it went to somebody: a person's id, or the program's own word (`family`, `next-school`). */
  to: optional(whoSchema),
  /** The document as this change leaves it: which, its version, and a keyed mark of all that is in it. */
  document: optional(fields({ collection: codeSchema, id: codeSchema, version: z.int(), mark: codeSchema })),
  /** What of the audit is not as it was written, or is accepted, by its codes. */
  faults: optional(listOf(codeSchema)),
  /** What of this chain is kept no longer: it goes on from there, sealed by this very entry. */
  cut: optional(cutSchema),
};

/** What is noted of one thing that was done. The audit adds when, and its number in the school's chain. */
export const auditEntrySchema = fields(entryFields);
export interface AuditEntry extends z.infer<typeof auditEntrySchema> {}

/** An entry as it is kept: a line of a day's file. `mac` chains it to the one before. */
export const keptEntrySchema = fields({
  seq: z.int().min(1),
  at: instantSchema,
  ...entryFields,
  mac: z.string(),
});
export interface KeptEntry extends z.infer<typeof keptEntrySchema> {}
