import { z } from 'zod';
import { PLAN_KINDS } from '../plans/index.ts';
import { fields, optional } from '../stored.ts';
import { recordedFields } from './school.ts';

/** What both a list and a form can say of a pupil as a whole; `plans` is which kinds of plan they have. */
export const OWN_FIELDS = [
  'ref',
  'upn',
  'firstName',
  'lastName',
  'dateOfBirth',
  'yearGroup',
  'className',
  'keyStaff',
  'plans',
] as const;

/** What both can say of a plan. */
export const PLAN_FIELDS = [
  'planMade',
  'lastReviewed',
  'lastMeeting',
  'lastDecision',
  'la',
  'targets',
] as const;

/** A field that somebody changed in a form, and that a list which says something else does not overwrite by itself. */
export const changedHereSchema = fields({
  field: z.enum([...OWN_FIELDS, ...PLAN_FIELDS]),
  /** The plan it is a field of, where it is one of a plan's. */
  plan: optional(z.enum(PLAN_KINDS)),
  ...recordedFields,
});
export interface ChangedHere extends z.infer<typeof changedHereSchema> {}
