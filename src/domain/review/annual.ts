import { z } from 'zod';
import { storedFields } from '../questions/stored-answers.ts';
import { phaseTransferSchema, recordedFields } from '../school/school.ts';
import { byKey, codesOf, fields, listOf, optional } from '../stored.ts';
import { type LocalDate, localDateSchema } from '../time.ts';
import {
  APPEAL_END,
  ATTENDANCE,
  CAME_BY,
  type InviteeRole,
  LA_DECISION,
  LETTER_NAME,
  NEXT_PLACE,
  ROLE,
  SECTION_I_ALONE,
} from './questions/annual-options.ts';
import { SECTION_CHANGE } from './questions/section-change.ts';

export type { Attendance, InviteeRole, LaDecisionKind } from './questions/annual-options.ts';

/*
 * What only the annual review of an EHC plan has. Dates are days as people know them (on a letter, in a diary), given
 * by the person who records them; `by` and `at` say who recorded it, and when.
 */

/** Something that was done or came on a day, and a few words on it. */
const letter = { on: localDateSchema, words: z.string() };
const letterSchema = fields(letter);
export interface Letter extends z.infer<typeof letterSchema> {}

const datedSchema = fields({ ...recordedFields, ...letter });
export interface Dated extends z.infer<typeof datedSchema> {}

const adviceSchema = fields({
  ...recordedFields,
  ...letter,
  /** False: none will come; then the day is the one they said so, and the words why. */
  given: z.boolean(),
});

/** Somebody outside this chat who is invited, and asked for written advice; staff are in `Meeting.invitees`. */
const outsiderSchema = fields({
  id: z.string(),
  role: codesOf(ROLE),
  name: z.string(),
  /** Written advice from them, or that they are unable to send any. */
  advice: optional(adviceSchema),
});
export interface Outsider extends z.infer<typeof outsiderSchema> {}

/** A change to a section of the plan that the meeting proposes. */
const sectionChangeSchema = fields({ id: z.string(), ...storedFields(SECTION_CHANGE) });
export interface SectionChange extends z.infer<typeof sectionChangeSchema> {}

/** What the local authority decided, and the day on its letter. */
const laDecisionSchema = fields({ ...recordedFields, ...letter, kind: codesOf(LA_DECISION) });
export interface LaDecision extends z.infer<typeof laDecisionSchema> {}

/** The amended plan in its final form; `nextPlace`: left out where it was not asked. */
const finalPlanSchema = fields({ ...recordedFields, ...letter, nextPlace: optional(codesOf(NEXT_PLACE)) });
export interface FinalPlan extends z.infer<typeof finalPlanSchema> {}

/** An amended plan that no notice went before: by order of the Tribunal, say. It restarts no clock. */
const orderedPlanSchema = fields({
  ...recordedFields,
  ...letter,
  cameBy: codesOf(CAME_BY),
  nextPlace: optional(codesOf(NEXT_PLACE)),
});
export interface OrderedPlan extends z.infer<typeof orderedPlanSchema> {}

/** An appeal to the Tribunal, as of the day it was lodged. */
const appealSchema = fields({ ...recordedFields, ...letter, alone: codesOf(SECTION_I_ALONE) });
export interface Appeal extends z.infer<typeof appealSchema> {}

/** How the appeal ended, and the day on that letter. */
const appealEndedSchema = fields({ ...recordedFields, ...letter, how: codesOf(APPEAL_END) });
export interface AppealEnded extends z.infer<typeof appealEndedSchema> {}

/**
 * A letter that was recorded otherwise before: which, as it was with who had recorded it and when; by whom, when and why it
 * was put right.
 */
const correctedSchema = fields({
  ...recordedFields,
  which: codesOf(LETTER_NAME),
  why: z.string(),
  was: fields({
    ...recordedFields,
    ...letter,
    kind: optional(codesOf(LA_DECISION)),
    nextPlace: optional(codesOf(NEXT_PLACE)),
    cameBy: optional(codesOf(CAME_BY)),
    alone: optional(codesOf(SECTION_I_ALONE)),
    how: optional(codesOf(APPEAL_END)),
  }),
});
export interface CorrectedLetter extends z.infer<typeof correctedSchema> {}

/** What only an annual review has, as stored. */
export const annualReviewSchema = fields({
  /** As the pupil's data had it when the review began; '' where it is not known. */
  la: z.string(),
  /** The phase transfer the review is for, where one is near. */
  transfer: optional(phaseTransferSchema),
  /** The day everybody was invited to the meeting as it is set now. */
  invitedOn: optional(localDateSchema),
  /** The day their advice was asked for by. */
  adviceBy: optional(localDateSchema),
  /** Why they had less than two weeks' notice. */
  shortNotice: optional(fields({ ...recordedFields, why: z.string() })),
  outsiders: listOf(outsiderSchema),
  /** By the id of an outsider, or the address of a member of staff. */
  attendance: byKey(codesOf(ATTENDANCE)),
  /** Of whom that was said, or put otherwise, only after the meeting: once each, as it was said last. */
  attendanceLate: optional(listOf(fields({ who: z.string(), ...recordedFields }))),
  /** All advice was sent to everybody invited; `words`: how, or what was not there yet. */
  circulated: optional(datedSchema),
  sectionChanges: listOf(sectionChangeSchema),
  /** The report was sent; `words`: to whom. */
  report: optional(datedSchema),
  /** Each time the local authority was asked for its decision; `words`: what came of it. */
  chases: listOf(datedSchema),
  decision: optional(laDecisionSchema),
  /** The SENCO no longer waits for a decision, and why; one that comes after all can still be recorded. */
  neverDecided: optional(fields({ ...recordedFields, why: z.string() })),
  /** The family and the head were consulted before the plan is to cease; `words`: what they said (reg 31). */
  ceaseConsulted: optional(datedSchema),
  /** The local authority's notice with the proposed amendments: the day on it. */
  notice: optional(datedSchema),
  /** What the parents (or young person) answered to it, and when; or that they had nothing to say. */
  comments: optional(datedSchema),
  /** After its notice the local authority decided not to amend the plan after all; `words`: why (reg 22(4)). */
  notAmending: optional(datedSchema),
  finalPlan: optional(finalPlanSchema),
  orderedPlan: optional(orderedPlanSchema),
  /** A mediation certificate: the day on it. It may give longer to appeal. */
  mediation: optional(datedSchema),
  appeal: optional(appealSchema),
  appealEnded: optional(appealEndedSchema),
  /** Appeals that had ended when another was lodged, the oldest first. */
  earlierAppeals: optional(listOf(fields({ lodged: appealSchema, ended: appealEndedSchema }))),
  /** Letters as they were recorded before they were put right, the oldest first. */
  corrected: optional(listOf(correctedSchema)),
});
export interface AnnualReview extends z.infer<typeof annualReviewSchema> {}

/** Those outside who are invited to an annual review's meeting, and since when they know of it: never stored as such. */
export interface Invitation {
  /** Everybody invited who is not on the staff list. Who was known before keeps their id, and their advice. */
  readonly outsiders: readonly Omit<Outsider, 'advice'>[];
  /** The day they are all told of this date. */
  readonly invitedOn: LocalDate;
  /** Why they have less than two weeks' notice; '' where they have as much. */
  readonly shortNotice: string;
}

/** What there is before anything is recorded. */
export const NOTHING_YET: AnnualReview = {
  la: '',
  outsiders: [],
  attendance: {},
  sectionChanges: [],
  chases: [],
};

/** Those whose say is recorded as their views. */
const FAMILY: ReadonlySet<InviteeRole> = new Set(['parent', 'young-person', 'representative']);
/** Those who are there to help the family speak. */
const HELPING: ReadonlySet<InviteeRole> = new Set(['supporter', 'interpreter']);

/** Whether what somebody from outside says is recorded as views. */
export const isFamily = ({ role }: Pick<Outsider, 'role'>): boolean => FAMILY.has(role);

/** Whether written advice is asked of somebody from outside. */
export const isAskedForAdvice = ({ role }: Pick<Outsider, 'role'>): boolean =>
  !FAMILY.has(role) && !HELPING.has(role);

/** Those outside whose written advice has not come yet, nor word that they are unable to send any. */
export function adviceAwaited(outsiders: readonly Outsider[]): readonly Outsider[] {
  return outsiders.filter((one) => !one.advice && isAskedForAdvice(one));
}

/** How those invited are named in a sentence, by what they are there as: their own names stand in no refusal. */
export const WHOSE: Readonly<Record<InviteeRole, string>> = {
  parent: 'the parents or carers',
  'young-person': 'the young person',
  representative: 'the young person’s representative',
  head: 'the head teacher or provider',
  'la-sen-officer': 'the local authority’s SEN officer',
  health: 'health',
  'social-care': 'social care',
  'educational-psychologist': 'the educational psychologist',
  therapist: 'the therapist',
  'virtual-school': 'the virtual school head',
  supporter: 'whoever comes with the family',
  interpreter: 'the interpreter',
  'next-placement': 'the next school or college',
  other: 'somebody else invited',
};
