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
import type { PersonId, PlanKind, Target } from './school.ts';
import type { Instant, LocalDate, LocalTime } from './time.ts';

/** What happened. `evolve` applies it; `messagesFor` says who is to be told. */
export type ReviewEvent =
  | {
      readonly type: 'review-started';
      readonly id: string;
      readonly schoolId: string;
      readonly pupilId: string;
      readonly ref: string;
      readonly kind: PlanKind;
      readonly lead: PersonId;
      readonly targets: readonly Target[];
      readonly at: Instant;
    }
  | {
      readonly type: 'meeting-planned';
      readonly date: LocalDate;
      readonly time: LocalTime;
      readonly invitees: readonly Invitee[];
      readonly evidenceBy: LocalDate;
      /** Those asked now for the first time, and those who need no longer answer. */
      readonly asked: readonly PersonId[];
      readonly noLongerAsked: readonly PersonId[];
      /** The date or time is another than before. */
      readonly moved: boolean;
    }
  | {
      readonly type: 'evidence-submitted';
      readonly who: PersonId;
      readonly said: EvidenceAnswer | 'nothing-to-add';
      readonly late: boolean;
      readonly lastOne: boolean;
    }
  | { readonly type: 'parent-views-recorded'; readonly said: ParentViewsAnswer }
  | { readonly type: 'pupil-views-recorded'; readonly said: PupilViewsAnswer }
  | {
      readonly type: 'views-sought';
      readonly whose: 'parent' | 'pupil';
      readonly soughtOn: LocalDate;
      readonly howSought: string;
    }
  | { readonly type: 'meeting-opened' }
  | { readonly type: 'target-reviewed'; readonly review: TargetReview }
  | { readonly type: 'target-added'; readonly target: Target }
  | { readonly type: 'provision-added'; readonly provision: Provision }
  | {
      readonly type: 'disagreement-recorded';
      readonly id: string;
      readonly who: string;
      readonly words: string;
    }
  | {
      readonly type: 'action-added';
      readonly id: string;
      readonly what: string;
      readonly targetId?: string;
      readonly owner: PersonId;
      readonly onBehalfOf?: string;
      readonly due: LocalDate;
      readonly howWeWillKnow: string;
    }
  | {
      readonly type: 'taken-back';
      readonly what: 'action' | 'provision' | 'target' | 'disagreement';
      readonly id: string;
    }
  | {
      readonly type: 'outcome-decided';
      readonly kind: OutcomeKind;
      readonly inWords: string;
      readonly reasons: readonly LittleProgressReason[];
      readonly topUpFunding: boolean;
      readonly whatWillChange: string;
      readonly nextReviewBy?: LocalDate;
    }
  | { readonly type: 'record-corrected'; readonly part: string; readonly words: string }
  | { readonly type: 'action-completed'; readonly id: string; readonly what: string; readonly helped: Helped }
  | {
      readonly type: 'action-extended';
      readonly id: string;
      readonly from: LocalDate;
      readonly to: LocalDate;
      readonly why: string;
      readonly times: number;
      /** It had been said that it can't be done; with more time it is its owner's again. */
      readonly resumes?: true;
    }
  | {
      readonly type: 'action-disowned';
      readonly id: string;
      readonly why: string;
      readonly suggested?: PersonId;
    }
  | { readonly type: 'action-cannot-be-done'; readonly id: string; readonly why: string }
  | { readonly type: 'action-withdrawn'; readonly id: string; readonly why: string }
  | {
      readonly type: 'action-reassigned';
      readonly id: string;
      readonly from: PersonId;
      readonly to: PersonId;
      readonly due: LocalDate;
    }
  | { readonly type: 'review-closed' }
  | { readonly type: 'review-cancelled'; readonly why: string };
