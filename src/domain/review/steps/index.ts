import type { Decided } from '../decision.ts';
import { addAction } from './add-action.ts';
import { addProvision } from './add-provision.ts';
import { addRequest } from './add-request.ts';
import { addSectionChange } from './add-section-change.ts';
import { addTarget } from './add-target.ts';
import { answerSupport } from './answer-support.ts';
import { askToRearrange } from './ask-to-rearrange.ts';
import { cancelMeeting } from './cancel-meeting.ts';
import { cancelReview } from './cancel-review.ts';
import { cannotDoAction } from './cannot-do-action.ts';
import { changeProvision } from './change-provision.ts';
import { changeRequest } from './change-request.ts';
import { chaseLa } from './chase-la.ts';
import { closeMeeting } from './close-meeting.ts';
import { completeAction } from './complete-action.ts';
import { correctRecord } from './correct-record.ts';
import { decideOutcome } from './decide-outcome.ts';
import { disownAction } from './disown-action.ts';
import { endSupport } from './end-support.ts';
import { extendAction } from './extend-action.ts';
import { keepMeeting } from './keep-meeting.ts';
import { lookAtProfile } from './look-at-profile.ts';
import { nameSupportOwner } from './name-support-owner.ts';
import { neverDecided } from './never-decided.ts';
import { noteAgendaPoint } from './note-agenda-point.ts';
import { noteRequest } from './note-request.ts';
import { openMeeting } from './open-meeting.ts';
import { planMeeting } from './plan-meeting.ts';
import { reassignAction } from './reassign-action.ts';
import { recordAdvice } from './record-advice.ts';
import { recordAppeal } from './record-appeal.ts';
import { recordAppealEnd } from './record-appeal-end.ts';
import { recordAttendance } from './record-attendance.ts';
import { recordCeaseConsultation } from './record-cease-consultation.ts';
import { recordCirculation } from './record-circulation.ts';
import { recordComments } from './record-comments.ts';
import { recordConsidered } from './record-considered.ts';
import { recordDisagreement } from './record-disagreement.ts';
import { recordFinalPlan } from './record-final-plan.ts';
import { recordLaDecision } from './record-la-decision.ts';
import { recordMediation } from './record-mediation.ts';
import { recordNotAmending } from './record-not-amending.ts';
import { recordNotice } from './record-notice.ts';
import { recordOrderedPlan } from './record-ordered-plan.ts';
import { recordParentViews } from './record-parent-views.ts';
import { recordPupilViews } from './record-pupil-views.ts';
import { recordReport } from './record-report.ts';
import { recordRequestAnswer } from './record-request-answer.ts';
import { recordRequestSent } from './record-request-sent.ts';
import { recordSentIn } from './record-sent-in.ts';
import { recordViews } from './record-views.ts';
import { reopenReview } from './reopen-review.ts';
import { reviewProvision } from './review-provision.ts';
import { reviewTarget } from './review-target.ts';
import { submitEvidence } from './submit-evidence.ts';
import { takeBack } from './take-back.ts';
import { tellInPerson } from './tell-in-person.ts';
import { tellOutside } from './tell-outside.ts';
import { viewsNotGiven } from './views-not-given.ts';
import { withdrawAction } from './withdraw-action.ts';

/** Every step of a review that has begun, in the order in which a review takes them. To add one is to add its file here. */
export const STEPS = {
  [planMeeting.type]: planMeeting,
  [cancelMeeting.type]: cancelMeeting,
  [askToRearrange.type]: askToRearrange,
  [keepMeeting.type]: keepMeeting,
  [tellInPerson.type]: tellInPerson,
  [tellOutside.type]: tellOutside,
  [submitEvidence.type]: submitEvidence,
  [recordViews.type]: recordViews,
  [recordParentViews.type]: recordParentViews,
  [recordPupilViews.type]: recordPupilViews,
  [viewsNotGiven.type]: viewsNotGiven,
  [recordSentIn.type]: recordSentIn,
  [recordAdvice.type]: recordAdvice,
  [recordCirculation.type]: recordCirculation,
  [openMeeting.type]: openMeeting,
  [closeMeeting.type]: closeMeeting,
  [lookAtProfile.type]: lookAtProfile,
  [noteAgendaPoint.type]: noteAgendaPoint,
  [reviewTarget.type]: reviewTarget,
  [reviewProvision.type]: reviewProvision,
  [addTarget.type]: addTarget,
  [addProvision.type]: addProvision,
  [changeProvision.type]: changeProvision,
  [recordDisagreement.type]: recordDisagreement,
  [takeBack.type]: takeBack,
  [recordAttendance.type]: recordAttendance,
  [addSectionChange.type]: addSectionChange,
  [recordConsidered.type]: recordConsidered,
  [addAction.type]: addAction,
  [decideOutcome.type]: decideOutcome,
  [completeAction.type]: completeAction,
  [extendAction.type]: extendAction,
  [disownAction.type]: disownAction,
  [cannotDoAction.type]: cannotDoAction,
  [withdrawAction.type]: withdrawAction,
  [reassignAction.type]: reassignAction,
  [answerSupport.type]: answerSupport,
  [nameSupportOwner.type]: nameSupportOwner,
  [endSupport.type]: endSupport,
  [recordReport.type]: recordReport,
  [recordCeaseConsultation.type]: recordCeaseConsultation,
  [recordLaDecision.type]: recordLaDecision,
  [recordNotice.type]: recordNotice,
  [recordComments.type]: recordComments,
  [recordNotAmending.type]: recordNotAmending,
  [recordFinalPlan.type]: recordFinalPlan,
  [recordOrderedPlan.type]: recordOrderedPlan,
  [chaseLa.type]: chaseLa,
  [neverDecided.type]: neverDecided,
  [recordMediation.type]: recordMediation,
  [recordAppeal.type]: recordAppeal,
  [recordAppealEnd.type]: recordAppealEnd,
  [addRequest.type]: addRequest,
  [changeRequest.type]: changeRequest,
  [recordRequestSent.type]: recordRequestSent,
  [noteRequest.type]: noteRequest,
  [recordRequestAnswer.type]: recordRequestAnswer,
  [correctRecord.type]: correctRecord,
  [reopenReview.type]: reopenReview,
  [cancelReview.type]: cancelReview,
};

type AnyStep = (typeof STEPS)[keyof typeof STEPS];
type CommandOf<Step> = Step extends { decide(given: never, command: infer Command): unknown }
  ? Command
  : never;
type FactOf<Step> = Step extends { decide(given: never, command: never): Decided<infer Fact> } ? Fact : never;

/** What somebody wants done to a review that has begun. New ids (of actions and so on) are given by the caller. */
export type Command = CommandOf<AnyStep>;
export type CommandType = Command['type'];

/** What a step makes of a review. `Fact` is all that can happen to one. */
export type StepFact = FactOf<AnyStep>;

/** The types of all steps, in their order. */
export const COMMAND_TYPES: readonly CommandType[] = Object.values(STEPS).map(({ type }) => type);
