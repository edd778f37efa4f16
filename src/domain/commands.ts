import type { Attendance, Invitation, LaDecisionKind, Letter, SectionChange } from './annual.ts';
import type {
  ActionDoneAnswer,
  CannotBeDoneAnswer,
  MoreTimeAnswer,
  WithdrawnAnswer,
} from './review/questions/actions.ts';
import type { CancelAnswer } from './review/questions/cancel.ts';
import type { CorrectionAnswer } from './review/questions/correction.ts';
import type { ViewsNotGivenAnswer } from './review/questions/views-not-given.ts';
import type {
  AgreedAction,
  Disagreement,
  Disowned,
  EvidenceAnswer,
  Invitee,
  Noted,
  Outcome,
  ParentViewsAnswer,
  Provision,
  PupilViewsAnswer,
  TargetReview,
} from './review-content.ts';
import type { PersonId, Target } from './school.ts';
import type { Instant, LocalDate, LocalTime } from './time.ts';

/** What somebody wants done to a review that has begun. New ids (of actions and so on) are given by the caller. */
export type Command =
  /** Sets the meeting and asks for evidence; again while gathering, it moves the meeting or asks more people. */
  | {
      readonly type: 'plan-meeting';
      readonly date: LocalDate;
      readonly time: LocalTime;
      readonly invitees: readonly Invitee[];
      readonly ask: readonly PersonId[];
      readonly evidenceBy: LocalDate;
      /** Why it is moved, where it is. */
      readonly whyMoved?: string;
      /** For an annual review only, and then always. */
      readonly annual?: Invitation;
    }
  /** Calls the meeting off, with no new date yet. What was gathered stays. */
  | { readonly type: 'cancel-meeting'; readonly why: string }
  /** Annual review: written advice from somebody outside, or that none will come. */
  | ({ readonly type: 'record-advice'; readonly id: string; readonly given: boolean } & Letter)
  /** Annual review: all advice was sent to everybody invited. */
  | ({ readonly type: 'record-circulation' } & Letter)
  /** Annual review: who took part; by an outsider's id or a member of staff's address. */
  | { readonly type: 'record-attendance'; readonly attendance: Readonly<Record<string, Attendance>> }
  | { readonly type: 'add-section-change'; readonly change: SectionChange }
  /** Another wording of provision noted at this meeting. */
  | { readonly type: 'change-provision'; readonly provision: Provision }
  /** Annual review, after the meeting: the report was sent, to whom. */
  | ({ readonly type: 'record-report' } & Letter)
  /** The local authority's decision; said again, it takes the place of what was recorded. */
  | ({ readonly type: 'record-la-decision'; readonly kind: LaDecisionKind } & Letter)
  /** There is no decision yet: the local authority was asked for it. */
  | ({ readonly type: 'chase-la' } & Letter)
  /** The local authority's notice of the amendments it proposes: the day on it. */
  | ({ readonly type: 'record-notice' } & Letter)
  /** The parents' (or young person's) answer to it. */
  | ({ readonly type: 'record-comments' } & Letter)
  | ({ readonly type: 'record-final-plan' } & Letter)
  | ({ readonly type: 'record-mediation' } & Letter)
  /** `revision` is how many answers the person had given when the form was shown. */
  | {
      readonly type: 'submit-evidence';
      readonly revision: number;
      readonly said: EvidenceAnswer | 'nothing-to-add';
    }
  | { readonly type: 'record-parent-views'; readonly said: ParentViewsAnswer }
  | { readonly type: 'record-pupil-views'; readonly said: PupilViewsAnswer }
  | ({ readonly type: 'views-not-given'; readonly whose: 'parent' | 'pupil' } & ViewsNotGivenAnswer)
  /** `anyway`: the person was told what is missing. */
  | { readonly type: 'open-meeting'; readonly anyway: boolean }
  | { readonly type: 'review-target'; readonly review: TargetReview }
  | { readonly type: 'add-target'; readonly target: Target }
  | { readonly type: 'add-provision'; readonly provision: Provision }
  | ({ readonly type: 'record-disagreement' } & Disagreement)
  | ({ readonly type: 'add-action' } & AgreedAction)
  /** Takes back what was noted by mistake, before the outcome is decided. */
  | {
      readonly type: 'take-back';
      readonly what: Noted;
      readonly id: string;
    }
  /** `report`: for an annual review only, and then always. */
  | ({ readonly type: 'decide-outcome' } & Omit<Outcome, 'decidedBy' | 'at'>)
  | ({ readonly type: 'correct-record' } & CorrectionAnswer)
  | ({ readonly type: 'complete-action'; readonly id: string } & ActionDoneAnswer)
  | ({ readonly type: 'extend-action'; readonly id: string } & MoreTimeAnswer)
  | ({ readonly type: 'disown-action'; readonly id: string } & Disowned)
  /** The SENCO decides what becomes of it: another owner, more time, or its end. */
  | ({ readonly type: 'cannot-do-action'; readonly id: string } & CannotBeDoneAnswer)
  /** Ends an action without its being done. */
  | ({ readonly type: 'withdraw-action'; readonly id: string } & WithdrawnAnswer)
  | {
      readonly type: 'reassign-action';
      readonly id: string;
      readonly owner: PersonId;
      readonly due?: LocalDate;
    }
  | ({ readonly type: 'cancel-review' } & CancelAnswer);

export type CommandType = Command['type'];

/** Why a command is refused: a code for tests, a sentence for the person, and what to do instead. */
export interface Refusal {
  readonly code: RefusalCode;
  /** Plain words, saying what to do. Holds no pupil's name and no free text. */
  readonly say: string;
  /** The form input at fault, where there is one. */
  readonly field?: string;
  /** The form or screen that puts it right, and what it is about (a target's or action's id). */
  readonly offer?: { readonly what: Offer; readonly about?: string };
}

export type Offer =
  | 'plan-meeting'
  | 'parent-views'
  | 'pupil-views'
  | 'target-review'
  | 'action'
  | 'outcome'
  | 'agenda'
  | 'status'
  | 'evidence'
  | 'correction'
  | 'plan-annual'
  | 'advice'
  | 'circulate'
  | 'attendance'
  | 'section-change'
  | 'recommendation'
  | 'report'
  | 'la-decision'
  | 'notice'
  | 'final-plan';

export type RefusalCode =
  | 'not-yours'
  | 'not-now'
  | 'already-done'
  | 'stale'
  | 'things-missing'
  | 'views-missing'
  | 'action-missing'
  | 'what-will-change-missing'
  | 'reason-missing'
  | 'open-actions'
  | 'targets-missing'
  | 'date-past'
  | 'date-order'
  | 'date-too-late'
  | 'not-staff'
  | 'nobody-asked'
  | 'unknown-thing'
  | 'kind-not-supported'
  | 'review-open'
  | 'words-missing'
  /** It belongs to another kind of review. */
  | 'other-kind'
  /** Less than two weeks' notice, and no reason given. */
  | 'short-notice'
  /** Somebody the law names is not invited. */
  | 'invitee-missing'
  | 'attendance-missing'
  | 'section-change-missing';

/** Who acts, when, and in which school: what a decision needs besides the review. */
export interface Actor {
  readonly who: PersonId;
  readonly at: Instant;
}
