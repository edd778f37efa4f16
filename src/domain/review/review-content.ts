import { z } from 'zod';
import { pendingMessageSchema } from '../nudges/message.ts';
import { storedAnswers, storedFields } from '../questions/stored-answers.ts';
import { addressingSchema } from '../school/addressee.ts';
import { historySchema } from '../school/history-entry.ts';
import { quietSchema } from '../school/place.ts';
import { EARLY_REVIEW } from '../school/questions/early-review.ts';
import { documentFields, personIdSchema, recordedFields, targetSchema } from '../school/school.ts';
import { countSchema, fields, listOf, optional } from '../stored.ts';
import { instantSchema, localDateSchema, localTimeSchema } from '../time.ts';
import { annualReviewSchema } from './annual.ts';
import { rearrangementSchema, sentInSchema } from './from-families.ts';
import {
  actionSchema,
  agendaNoteSchema,
  disagreementSchema,
  provisionReviewSchema,
  provisionSchema,
  targetReviewSchema,
} from './meeting-notes.ts';
import { outcomeSchema } from './outcome.ts';
import { CANCEL } from './questions/cancel.ts';
import { CORRECTION } from './questions/correction.ts';
import { EVIDENCE } from './questions/evidence.ts';
import { PARENT_VIEWS } from './questions/parent-views.ts';
import { PUPIL_VIEWS } from './questions/pupil-views.ts';
import { REOPEN } from './questions/reopen.ts';
import { VIEWS_NOT_GIVEN } from './questions/views-not-given.ts';
import { consideredSchema, requestSchema } from './requests.ts';

export type {
  Action,
  AgendaNote,
  AgreedAction,
  Disagreement,
  Disowned,
  Noted,
  Provision,
  ProvisionReview,
  SupportAnswer,
  TargetReview,
} from './meeting-notes.ts';
export type { LittleProgressReason, Outcome, OutcomeKind, ReportParts } from './outcome.ts';
export type { EvidenceAnswer } from './questions/evidence.ts';
export type { ParentViewsAnswer } from './questions/parent-views.ts';
export type { PupilViewsAnswer } from './questions/pupil-views.ts';
export type { LaRequest, RequestKind, RequestResult } from './requests.ts';

const stageSchema = z.enum(['preparing', 'gathering', 'meeting', 'acting', 'closed', 'cancelled']);
export type Stage = z.infer<typeof stageSchema>;

/** The stages, in the order in which a review goes through them. */
export const STAGES: readonly Stage[] = stageSchema.options;

/** Staff are invited by e-mail address; others (parents, therapists) by name and role. */
const inviteeSchema = z.discriminatedUnion('kind', [
  fields({ kind: z.literal('staff'), who: personIdSchema }),
  fields({ kind: z.literal('other'), name: z.string() }),
]);
export type Invitee = z.infer<typeof inviteeSchema>;

const meeting = {
  date: localDateSchema,
  time: localTimeSchema,
  /** A room, or the link to join by; left out where nobody has said. */
  where: optional(z.string()),
  invitees: listOf(inviteeSchema),
};

/**
 * A meeting that was moved or called off: what had been set, who had been invited (they are still concerned), and why it
 * was not held then.
 */
const earlierMeetingSchema = fields({
  ...meeting,
  was: z.enum(['moved', 'called-off']),
  why: z.string(),
  ...recordedFields,
});
export interface EarlierMeeting extends z.infer<typeof earlierMeetingSchema> {}

/** Why the review is held before its time. */
const { answer: _answer, refusal: _refusal, ...asked } = storedFields(EARLY_REVIEW);
const earlyRequestSchema = fields(asked);
export interface EarlyRequest extends z.infer<typeof earlyRequestSchema> {}

/**
 * What the review before this one left, as it was when this one began: which review, the day of its meeting, and the
 * support in place since. It is a copy, as the targets are, so that what is put right in the other one afterwards does not
 * change what this meeting looked at. What became of that review's actions is looked up there (`last-review.ts`).
 */
const lastReviewSchema = fields({
  /** Empty before the first review here: then it is the support that the plan had. */
  review: z.string(),
  heldOn: localDateSchema,
  provision: listOf(provisionSchema),
});
export interface LastReview extends z.infer<typeof lastReviewSchema> {}

/** One person asked for evidence. `revision` counts their answers, so that an old form cannot replace a newer one. */
const evidenceRequestSchema = fields({
  who: personIdSchema,
  askedAt: instantSchema,
  dueBy: localDateSchema,
  revision: countSchema,
  answer: optional(
    fields({
      at: instantSchema,
      /** After the date asked for, or after the meeting opened. */
      late: z.boolean(),
      said: z.union([storedAnswers(EVIDENCE), z.literal('nothing-to-add')]),
    }),
  ),
});
export interface EvidenceRequest extends z.infer<typeof evidenceRequestSchema> {}

/** Views as recorded: given, or sought and not given (how they were sought is said in words). */
const viewsOf = <Answer extends z.ZodType>(answer: Answer) =>
  z.discriminatedUnion('given', [
    fields({ recordedBy: personIdSchema, at: instantSchema, given: z.literal(true), said: answer }),
    fields({
      recordedBy: personIdSchema,
      at: instantSchema,
      given: z.literal(false),
      ...storedFields(VIEWS_NOT_GIVEN),
    }),
  ]);
export type Views<Answer> = z.infer<ReturnType<typeof viewsOf<z.ZodType<Answer>>>>;

/** `part` is which part of the record it corrects, as the record calls it. */
const correctionSchema = fields({ ...recordedFields, ...storedFields(CORRECTION) });

/** What a review holds, whatever plan it is of; `Review` says of which. */
export const reviewContentFields = {
  ...documentFields,
  schoolId: z.string(),
  pupilId: z.string(),
  /** What names it where a pupil may not be named: "review K7Q4". */
  ref: z.string(),
  stage: stageSchema,
  /** The SENCO who started it, and is told how it goes. */
  lead: personIdSchema,
  startedAt: instantSchema,
  /** What says whom it addresses, as the pupil's data had it while it was prepared; left out where that is never the pupil. */
  addressing: optional(addressingSchema),
  /** Set where the plan names no school: then the local authority holds it. As the pupil's data has it, until it is held. */
  noSchool: optional(z.literal(true)),
  /** When nothing of it is asked, as the pupil's data has it. */
  quiet: optional(quietSchema),
  /** The day of the local authority's decision, where the pupil's data alone has it: what was decided is to be recorded. */
  decidedInData: optional(localDateSchema),
  /** Set where it is held before its time because somebody asked. */
  early: optional(earlyRequestSchema),
  meeting: optional(fields(meeting)),
  /** Meetings that were set and not held, the oldest first. */
  earlierMeetings: optional(listOf(earlierMeetingSchema)),
  /** Who asked to hold the meeting at another time, the oldest first. */
  rearrangements: optional(listOf(rearrangementSchema)),
  /** Whom no message about the meeting reached, and who was told of it by a colleague: by whom, and when. */
  toldInPerson: optional(listOf(fields({ who: personIdSchema, ...recordedFields }))),
  /** Each time those invited from outside were told that the meeting had changed: by whom, and when. */
  toldOutside: optional(listOf(fields(recordedFields))),
  /** What families sent in for the meeting. */
  sentIn: optional(listOf(sentInSchema)),
  evidence: listOf(evidenceRequestSchema),
  parentViews: optional(viewsOf(storedAnswers(PARENT_VIEWS))),
  pupilViews: optional(viewsOf(storedAnswers(PUPIL_VIEWS))),
  meetingOpenedAt: optional(instantSchema),
  /** The pupil's one-page profile was looked at, and found right. */
  profileLookedAt: optional(fields(recordedFields)),
  /** The plan's targets as they stood when the review began. */
  targets: listOf(targetSchema),
  targetReviews: listOf(targetReviewSchema),
  /** What the review before it left; left out where there was none. */
  last: optional(lastReviewSchema),
  /** What the meeting made of the support that the last review left. */
  provisionReviews: optional(listOf(provisionReviewSchema)),
  /** New wordings of support from before, while the local authority has yet to amend the plan: until then the old is owed. */
  proposedProvision: optional(listOf(provisionSchema)),
  /** Notes on points of the agenda. */
  agendaNotes: optional(listOf(agendaNoteSchema)),
  /** Targets agreed at the meeting. */
  newTargets: listOf(targetSchema),
  provision: listOf(provisionSchema),
  disagreements: listOf(disagreementSchema),
  actions: listOf(actionSchema),
  outcome: optional(outcomeSchema),
  /** What was considered and tried, before an EHC needs assessment is asked for. */
  considered: optional(consideredSchema),
  /** What the outcome asks of the local authority, one of a kind. */
  requests: optional(listOf(requestSchema)),
  /** What only an annual review has: there in every review of an EHC plan, and in no other. */
  annual: optional(annualReviewSchema),
  corrections: listOf(correctionSchema),
  closedAt: optional(instantSchema),
  /** Each time it was closed by mistake and opened again; with the outcome, or the action, that had closed it. */
  reopened: optional(
    listOf(
      fields({
        ...recordedFields,
        ...storedFields(REOPEN),
        outcome: optional(outcomeSchema),
        action: optional(actionSchema),
      }),
    ),
  ),
  cancelled: optional(fields({ ...recordedFields, ...storedFields(CANCEL) })),
  /** Forms already taken, by the token each was shown with, so that a repeat has no second effect. */
  taken: listOf(z.string()),
  history: historySchema,
  messages: listOf(pendingMessageSchema),
};
const reviewContentSchema = fields(reviewContentFields);
/** What a review holds, whatever plan it is of. `Review` says of which. */
export interface ReviewContent extends z.infer<typeof reviewContentSchema> {}
