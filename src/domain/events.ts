import type { Attendance, Invitation, LaDecisionKind, Letter, SectionChange } from './annual.ts';
import type { PlanKind } from './plans/index.ts';
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
  EarlyRequest,
  EvidenceAnswer,
  Invitee,
  Noted,
  Outcome,
  ParentViewsAnswer,
  Provision,
  PupilViewsAnswer,
  TargetReview,
} from './review.ts';
import type { PersonId, PhaseTransfer, Target } from './school.ts';
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
      readonly early?: EarlyRequest;
      /** For an annual review only, and then always. */
      readonly annual?: { readonly la: string; readonly transfer?: PhaseTransfer };
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
      /** Why, where a date set before is moved. */
      readonly whyMoved?: string;
      readonly annual?: Invitation;
    }
  | { readonly type: 'meeting-called-off'; readonly why: string }
  | ({ readonly type: 'advice-recorded'; readonly id: string; readonly given: boolean } & Letter)
  | ({ readonly type: 'advice-circulated' } & Letter)
  | { readonly type: 'attendance-recorded'; readonly attendance: Readonly<Record<string, Attendance>> }
  | { readonly type: 'section-change-added'; readonly change: SectionChange }
  | { readonly type: 'provision-changed'; readonly provision: Provision }
  | ({ readonly type: 'report-sent' } & Letter)
  | ({ readonly type: 'la-decided'; readonly kind: LaDecisionKind } & Letter)
  | ({ readonly type: 'la-chased' } & Letter)
  | ({ readonly type: 'notice-recorded' } & Letter)
  | ({ readonly type: 'comments-recorded' } & Letter)
  | ({ readonly type: 'final-plan-recorded' } & Letter)
  | ({ readonly type: 'mediation-recorded' } & Letter)
  | {
      readonly type: 'evidence-submitted';
      readonly who: PersonId;
      readonly said: EvidenceAnswer | 'nothing-to-add';
      readonly late: boolean;
      readonly lastOne: boolean;
    }
  | { readonly type: 'parent-views-recorded'; readonly said: ParentViewsAnswer }
  | { readonly type: 'pupil-views-recorded'; readonly said: PupilViewsAnswer }
  | ({ readonly type: 'views-sought'; readonly whose: 'parent' | 'pupil' } & ViewsNotGivenAnswer)
  | { readonly type: 'meeting-opened' }
  | { readonly type: 'target-reviewed'; readonly review: TargetReview }
  | { readonly type: 'target-added'; readonly target: Target }
  | { readonly type: 'provision-added'; readonly provision: Provision }
  | ({ readonly type: 'disagreement-recorded' } & Disagreement)
  | ({ readonly type: 'action-added' } & AgreedAction)
  | {
      readonly type: 'taken-back';
      readonly what: Noted;
      readonly id: string;
    }
  | ({ readonly type: 'outcome-decided' } & Omit<Outcome, 'decidedBy' | 'at'>)
  | ({ readonly type: 'record-corrected' } & CorrectionAnswer)
  | ({ readonly type: 'action-completed'; readonly id: string } & ActionDoneAnswer)
  | ({
      readonly type: 'action-extended';
      readonly id: string;
      readonly from: LocalDate;
      readonly times: number;
      /** It had been said that it can't be done; with more time it is its owner's again. */
      readonly resumes?: true;
    } & MoreTimeAnswer)
  | ({ readonly type: 'action-disowned'; readonly id: string } & Disowned)
  | ({ readonly type: 'action-cannot-be-done'; readonly id: string } & CannotBeDoneAnswer)
  | ({ readonly type: 'action-withdrawn'; readonly id: string } & WithdrawnAnswer)
  | {
      readonly type: 'action-reassigned';
      readonly id: string;
      readonly from: PersonId;
      readonly to: PersonId;
      readonly due: LocalDate;
    }
  | { readonly type: 'review-closed' }
  | ({ readonly type: 'review-cancelled' } & CancelAnswer);
