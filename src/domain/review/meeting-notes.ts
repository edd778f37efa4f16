import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { personIdSchema, recordedFields } from '../school/school.ts';
import { codesOf, fields, listOf, optional } from '../stored.ts';
import { instantSchema, localDateSchema } from '../time.ts';
import { ACTION, ACTION_DONE, CANNOT_BE_DONE, MORE_TIME, NOT_MINE, WITHDRAWN } from './questions/actions.ts';
import { AGENDA_NOTE } from './questions/agenda-note.ts';
import { DISAGREEMENT } from './questions/disagreement.ts';
import { HAPPENING, SUPPORT_ENDED } from './questions/happening.ts';
import { DOES } from './questions/options.ts';
import { PROVISION } from './questions/provision.ts';
import { PROVISION_REVIEW } from './questions/provision-review.ts';
import { TARGET_REVIEW } from './questions/target-review.ts';

/* What is noted at a review's meeting, and what becomes of its actions afterwards. */

const { newText, newMeasure, ...targetReview } = storedFields(TARGET_REVIEW);
/** What the meeting made of a target, and whether the target is still right; its new wording, when 'change', or that of what comes in its place, when 'new'. */
export const targetReviewSchema = fields({
  targetId: z.string(),
  ...targetReview,
  newText: optional(newText),
  newMeasure: optional(newMeasure),
});
export interface TargetReview extends z.infer<typeof targetReviewSchema> {}

const { again: _again, ...happening } = storedFields(HAPPENING);
/** What was said of support when it was asked whether it happens, and the day it is asked again. */
const supportAnswerSchema = fields({ ...recordedFields, ...happening, next: localDateSchema });
export interface SupportAnswer extends z.infer<typeof supportAnswerSchema> {}

/**
 * Provision by its parts (Code of Practice 9.69: detailed, specific and normally quantified), and what is heard of it once
 * it is agreed.
 */
export const provisionSchema = fields({
  id: z.string(),
  ...storedFields(PROVISION),
  /** Somebody was named to see to it, or another, since it was agreed: by whom, and when. */
  named: optional(fields(recordedFields)),
  /** Whether it happens, each time that was said, the oldest first. */
  happening: optional(listOf(supportAnswerSchema)),
  /** It has ended before the next review agreed what comes next, or because it did; and why. */
  ended: optional(fields({ ...recordedFields, ...storedFields(SUPPORT_ENDED) })),
});
export interface Provision extends z.infer<typeof provisionSchema> {}

/** What the meeting made of support that the last review left, by its id. */
export const provisionReviewSchema = fields({ provisionId: z.string(), ...storedFields(PROVISION_REVIEW) });
export interface ProvisionReview extends z.infer<typeof provisionReviewSchema> {}

/** A note on a point of the agenda, by the point's id. */
export const agendaNoteSchema = fields({ ...storedFields(AGENDA_NOTE) });
export interface AgendaNote extends z.infer<typeof agendaNoteSchema> {}

/** Who disagrees, as they are to be named in the record, and their own words. */
export const disagreementSchema = fields({ id: z.string(), ...storedFields(DISAGREEMENT) });
export interface Disagreement extends z.infer<typeof disagreementSchema> {}

const agreed = {
  id: z.string(),
  ...storedFields(ACTION),
  targetId: optional(z.string()),
  /** Whose it is to do, where it is not a colleague's: then the owner keeps in touch with them about it. */
  doneBy: optional(codesOf(DOES)),
  /** Their name or role, where it was said. */
  onBehalfOf: optional(z.string()),
};
/** An action as it was agreed; its owner is the member of staff who answers for it. */
const agreedActionSchema = fields(agreed);
export interface AgreedAction extends z.infer<typeof agreedActionSchema> {}

const notMine = { ...storedFields(NOT_MINE), suggested: optional(personIdSchema) };
/** That an action is not its owner's, and perhaps who might have it. */
const disownedSchema = fields(notMine);
export interface Disowned extends z.infer<typeof disownedSchema> {}

/** An action, and all that has become of it. */
export const actionSchema = fields({
  ...agreed,
  addedAt: instantSchema,
  done: optional(fields({ ...recordedFields, ...storedFields(ACTION_DONE) })),
  extensions: listOf(fields({ ...recordedFields, from: localDateSchema, ...storedFields(MORE_TIME) })),
  /** Set while the owner says it isn't theirs and the SENCO has not yet decided. */
  disowned: optional(fields({ at: instantSchema, ...notMine })),
  /** Set while somebody says that it can't be done and the SENCO has not yet decided. */
  cannotBeDone: optional(fields({ ...recordedFields, ...storedFields(CANNOT_BE_DONE) })),
  /** The SENCO ended it without its being done. */
  withdrawn: optional(fields({ ...recordedFields, ...storedFields(WITHDRAWN) })),
});
export interface Action extends z.infer<typeof actionSchema> {}

/** What is noted at a meeting, and can be taken back there. */
export type Noted = 'action' | 'provision' | 'target' | 'disagreement' | 'section-change' | 'agenda-note';
