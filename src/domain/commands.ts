import type {
  EvidenceAnswer,
  Helped,
  Invitee,
  LittleProgressReason,
  OutcomeKind,
  ParentViewsAnswer,
  Provision,
  PupilViewsAnswer,
  TargetReview,
} from './review.ts';
import type { PersonId, Target } from './school.ts';
import type { Instant, LocalDate, LocalTime } from './time.ts';

export type { ReviewEvent } from './events.ts';

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
    }
  /** `revision` is how many answers the person had given when the form was shown. */
  | {
      readonly type: 'submit-evidence';
      readonly revision: number;
      readonly said: EvidenceAnswer | 'nothing-to-add';
    }
  | { readonly type: 'record-parent-views'; readonly said: ParentViewsAnswer }
  | { readonly type: 'record-pupil-views'; readonly said: PupilViewsAnswer }
  | {
      readonly type: 'views-not-given';
      readonly whose: 'parent' | 'pupil';
      readonly soughtOn: LocalDate;
      readonly howSought: string;
    }
  /** `anyway`: the person was told what is missing. */
  | { readonly type: 'open-meeting'; readonly anyway: boolean }
  | { readonly type: 'review-target'; readonly review: TargetReview }
  | { readonly type: 'add-target'; readonly target: Target }
  | { readonly type: 'add-provision'; readonly provision: Provision }
  | {
      readonly type: 'record-disagreement';
      readonly id: string;
      readonly who: string;
      readonly words: string;
    }
  | {
      readonly type: 'add-action';
      readonly id: string;
      readonly what: string;
      readonly targetId?: string;
      readonly owner: PersonId;
      readonly onBehalfOf?: string;
      readonly due: LocalDate;
      readonly howWeWillKnow: string;
    }
  /** Takes back an action, provision, target or disagreement noted by mistake, before the outcome is decided. */
  | {
      readonly type: 'take-back';
      readonly what: 'action' | 'provision' | 'target' | 'disagreement';
      readonly id: string;
    }
  | {
      readonly type: 'decide-outcome';
      readonly kind: OutcomeKind;
      readonly inWords: string;
      readonly reasons: readonly LittleProgressReason[];
      readonly topUpFunding: boolean;
      readonly whatWillChange: string;
      readonly nextReviewBy?: LocalDate;
    }
  | { readonly type: 'correct-record'; readonly part: string; readonly words: string }
  | { readonly type: 'complete-action'; readonly id: string; readonly what: string; readonly helped: Helped }
  | { readonly type: 'extend-action'; readonly id: string; readonly to: LocalDate; readonly why: string }
  | {
      readonly type: 'disown-action';
      readonly id: string;
      readonly why: string;
      readonly suggested?: PersonId;
    }
  /** The SENCO decides what becomes of it: another owner, more time, or its end. */
  | { readonly type: 'cannot-do-action'; readonly id: string; readonly why: string }
  /** Ends an action without its being done. */
  | { readonly type: 'withdraw-action'; readonly id: string; readonly why: string }
  | {
      readonly type: 'reassign-action';
      readonly id: string;
      readonly owner: PersonId;
      readonly due?: LocalDate;
    }
  | { readonly type: 'cancel-review'; readonly why: string };

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
  | 'correction';

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
  | 'words-missing';

/** Who acts, when, and in which school: what a decision needs besides the review. */
export interface Actor {
  readonly who: PersonId;
  readonly at: Instant;
}
