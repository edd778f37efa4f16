import { z } from 'zod';
import { documentFields, type PersonId, personIdSchema } from '../school/school.ts';
import { fields, listOf, optional } from '../stored.ts';
import { type LocalDate, localDateSchema } from '../time.ts';
import { deliverySchema, whereSchema } from './message.ts';

/** How far a school's digests have come: the last day on which all of them were made. Its id is the school's. */
export const morningsSchema = fields({ ...documentFields, day: localDateSchema });
export interface Mornings extends z.infer<typeof morningsSchema> {}

/** Told to the SENCO first ('senco'), and later to the senior leaders ('leader'). */
const escalationStepSchema = z.enum(['senco', 'leader']);
export type EscalationStep = z.infer<typeof escalationStepSchema>;

/** Something long overdue that somebody else is told of, once a step. */
const escalationSchema = fields({ obligationId: z.string(), step: escalationStepSchema });
export interface Escalation extends z.infer<typeof escalationSchema> {}

/** One person's nudges of one school day. Its id is the day and the person, so that a second can't exist. */
export const digestSchema = fields({
  ...documentFields,
  to: personIdSchema,
  day: localDateSchema,
  /** What was owed and due a nudge when it was made (worded anew when it is sent): obligation ids. */
  items: listOf(z.string()),
  /** What others owe and is so long overdue that this person is told; left out when there is none. */
  escalations: optional(listOf(escalationSchema)),
  /** The schools, by id, of which it says for how many pupils parents are to be met; left out when there is none. */
  toMeet: optional(listOf(z.string())),
  /** The schools, by id, because of whose staff it is sent, at least; left out when there is none. */
  aboutStaff: optional(listOf(z.string())),
  /** The schools, by id, because of what is to be set for which it is sent, at least; left out when there is none. */
  aboutSchool: optional(listOf(z.string())),
  /** Obligation ids of all that it listed when it was sent, of their own and of others: what it is kept up to date about. */
  listed: optional(listOf(z.string())),
  /** A fingerprint of the card that was shown last, so that it is changed only when it would be another. */
  shown: optional(z.string()),
  /** Where it stands, once it is not kept up to date any more: until it is taken out of the chat. */
  stood: optional(whereSchema),
  state: deliverySchema,
});
export interface Digest extends z.infer<typeof digestSchema> {}

/** The id of a person's digest of a day, safe as a file's name. */
export function digestId(day: LocalDate, to: PersonId): string {
  return `${day}.${encodeURIComponent(to).replaceAll('.', '%2E')}`;
}
