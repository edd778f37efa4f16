import type { Actor, Command, CommandType, Refusal } from './commands.ts';
import {
  cannotDoAction,
  completeAction,
  disownAction,
  extendAction,
  reassignAction,
  withdrawAction,
} from './decide/actions.ts';
import { recordAdvice, recordCirculation } from './decide/annual-advice.ts';
import {
  chaseLa,
  recordComments,
  recordFinalPlan,
  recordLaDecision,
  recordMediation,
  recordNotice,
  recordReport,
} from './decide/annual-after.ts';
import { addSectionChange, recordAttendance } from './decide/annual-meeting.ts';
import { type Decider, type Decision, type Given, refusal, unless } from './decide/decision.ts';
import { submitEvidence } from './decide/evidence.ts';
import {
  addAction,
  addProvision,
  addTarget,
  changeProvision,
  recordDisagreement,
  reviewTarget,
  takeBack,
} from './decide/meeting.ts';
import { decideOutcome } from './decide/outcome.ts';
import { cancelMeeting, openMeeting, planMeeting } from './decide/planning.ts';
import { cancelReview, correctRecord } from './decide/record.ts';
import { recordParentViews, recordPupilViews, viewsNotGiven } from './decide/views.ts';
import { inKind, refusalFor } from './flow.ts';
import { membership, NOT_HERE } from './membership.ts';
import { actionOf, GIVERS, type Giver, mayRun } from './permissions.ts';
import type { Review } from './review.ts';
import type { School } from './school.ts';
import { localDate } from './time.ts';

export type { Decision } from './decide/decision.ts';
export { type StartRequest, start } from './decide/start.ts';

const DECIDERS: { readonly [T in CommandType]: Decider<T> } = {
  'plan-meeting': planMeeting,
  'cancel-meeting': cancelMeeting,
  'record-advice': recordAdvice,
  'record-circulation': recordCirculation,
  'submit-evidence': submitEvidence,
  'record-parent-views': recordParentViews,
  'record-pupil-views': recordPupilViews,
  'views-not-given': viewsNotGiven,
  'open-meeting': openMeeting,
  'review-target': reviewTarget,
  'add-target': addTarget,
  'add-provision': addProvision,
  'change-provision': changeProvision,
  'record-attendance': recordAttendance,
  'add-section-change': addSectionChange,
  'record-disagreement': recordDisagreement,
  'add-action': addAction,
  'take-back': takeBack,
  'decide-outcome': decideOutcome,
  'record-report': recordReport,
  'record-la-decision': recordLaDecision,
  'chase-la': chaseLa,
  'record-notice': recordNotice,
  'record-comments': recordComments,
  'record-final-plan': recordFinalPlan,
  'record-mediation': recordMediation,
  'correct-record': correctRecord,
  'complete-action': completeAction,
  'extend-action': extendAction,
  'disown-action': disownAction,
  'cannot-do-action': cannotDoAction,
  'withdraw-action': withdrawAction,
  'reassign-action': reassignAction,
  'cancel-review': cancelReview,
};

/**
 * What follows from a command given by `actor` in `school`: events, or a refusal that says what to do instead. First who
 * may, so that nobody else learns how the review stands; then its kind and stage; then the command's own rules.
 */
export function decide(review: Review, command: Command, actor: Actor, school: School): Decision {
  const refused = notTheirs(review, command, actor, school) ?? refusalFor(review, command.type);
  if (refused) return unless(refused);
  // TypeScript can't see that the decider found by a command's type takes that command.
  const decider = DECIDERS[command.type] as (given: Given, command: Command) => Decision;
  const decision = decider({ review, actor, school, today: localDate(actor.at) }, command);
  return decision.ok ? decision : unless(inKind(decision.refusal, review.kind));
}

const ONLY: Readonly<Record<Giver, string>> = {
  senco: 'Only the SENCO can do this. Ask them if it is needed.',
  asked:
    'You have not been asked for evidence for this review. If you have something to add, tell the SENCO.',
  owner: 'Only the person an action was given to can say that it is not theirs.',
  'owner-or-senco': 'Only the person an action was given to, or the SENCO, can do this.',
};

function notTheirs(review: Review, command: Command, { who }: Actor, school: School): Refusal | undefined {
  if (mayRun(review, command.type, who, school, actionOf(command))) return undefined;
  const here = review.schoolId === school.id && membership(school, who);
  return refusal('not-yours', here ? ONLY[GIVERS[command.type]] : NOT_HERE);
}
