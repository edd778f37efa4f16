import type { AnnualReview } from './annual.ts';
import type { Delivered, EvidenceAnswer, ParentViewsAnswer, Progress, PupilViewsAnswer } from './answers.ts';
import type { PendingMessage } from './message.ts';
import type { Asker, Document, PersonId, PlanKind, Target } from './school.ts';
import type { Instant, LocalDate, LocalTime } from './time.ts';

export type {
  Delivered,
  EvidenceAnswer,
  EvidenceSource,
  HowGiven,
  ParentViewsAnswer,
  Progress,
  PupilViewsAnswer,
} from './answers.ts';

export type Stage = 'preparing' | 'gathering' | 'meeting' | 'acting' | 'closed' | 'cancelled';

/** Staff are invited by e-mail address; others (parents, therapists) by name and role. */
export type Invitee =
  | { readonly kind: 'staff'; readonly who: PersonId }
  | { readonly kind: 'other'; readonly name: string };

interface Meeting {
  readonly date: LocalDate;
  readonly time: LocalTime;
  readonly invitees: readonly Invitee[];
}

/** A meeting that was moved or called off: what had been set, and why it was not held then. */
export interface EarlierMeeting {
  readonly date: LocalDate;
  readonly time: LocalTime;
  /** Who had been invited: after a meeting was called off they are still concerned. */
  readonly invitees: readonly Invitee[];
  readonly was: 'moved' | 'called-off';
  readonly why: string;
  readonly by: PersonId;
  readonly at: Instant;
}

/** Why the review is held before its time. */
export interface EarlyRequest {
  readonly asker: Asker;
  readonly askedOn: LocalDate;
  readonly why: string;
}

/** One person asked for evidence. `revision` counts their answers, so that an old form cannot replace a newer one. */
export interface EvidenceRequest {
  readonly who: PersonId;
  readonly askedAt: Instant;
  readonly dueBy: LocalDate;
  readonly revision: number;
  readonly answer?: {
    readonly at: Instant;
    /** After the date asked for, or after the meeting opened. */
    readonly late: boolean;
    readonly said: EvidenceAnswer | 'nothing-to-add';
  };
}

/** Views as recorded: given, or sought and not given (how they were sought is said in words). */
export type Views<Answer> = { readonly recordedBy: PersonId; readonly at: Instant } & (
  | { readonly given: true; readonly said: Answer }
  | { readonly given: false; readonly soughtOn: LocalDate; readonly howSought: string }
);

/** What the meeting made of a target, and whether the target is still right. */
export interface TargetReview {
  readonly targetId: string;
  readonly progress: Progress;
  readonly evidence: string;
  readonly delivered: Delivered;
  readonly difference: string;
  readonly stillRight: 'keep' | 'change' | 'retire';
  /** The new wording and measure, when 'change'. */
  readonly newText?: string;
  readonly newMeasure?: string;
}

/** Provision by its parts (Code of Practice 9.69: detailed, specific and normally quantified). */
export interface Provision {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly howOften: string;
  readonly howLong: string;
  readonly groupSize: string;
  readonly howReviewed: string;
}

export interface Disagreement {
  readonly id: string;
  /** Who disagrees, as they are to be named in the record. */
  readonly who: string;
  /** In their own words. */
  readonly words: string;
}

export interface Action {
  readonly id: string;
  readonly what: string;
  readonly targetId?: string;
  /** The member of staff who answers for it. */
  readonly owner: PersonId;
  /** Who does it, where that is somebody outside the school (a parent, a therapist): the owner chases it. */
  readonly onBehalfOf?: string;
  readonly due: LocalDate;
  readonly howWeWillKnow: string;
  readonly addedAt: Instant;
  readonly done?: {
    readonly by: PersonId;
    readonly at: Instant;
    readonly what: string;
    readonly helped: Helped;
  };
  readonly extensions: readonly {
    readonly by: PersonId;
    readonly at: Instant;
    readonly from: LocalDate;
    readonly to: LocalDate;
    readonly why: string;
  }[];
  /** Set while the owner says it isn't theirs and the SENCO has not yet decided. */
  readonly disowned?: { readonly at: Instant; readonly why: string; readonly suggested?: PersonId };
  /** Set while somebody says that it can't be done and the SENCO has not yet decided. */
  readonly cannotBeDone?: { readonly by: PersonId; readonly at: Instant; readonly why: string };
  /** The SENCO ended it without its being done. */
  readonly withdrawn?: { readonly by: PersonId; readonly at: Instant; readonly why: string };
}

/** What is noted at a meeting, and can be taken back there. */
export type Noted = 'action' | 'provision' | 'target' | 'disagreement' | 'section-change';

export type Helped = 'yes' | 'partly' | 'no' | 'too-early';

/** The four outcomes of a review of SEN Support or an early years plan (seed 003). */
type SupportOutcome = 'plan-ended' | 'continues' | 'updated' | 'ehc-assessment';
/** What an annual review recommends to the local authority, which decides (Code of Practice 9.176). */
export type Recommendation = 'recommend-keep' | 'recommend-amend' | 'recommend-cease';
export type OutcomeKind = SupportOutcome | Recommendation;

/** Why there was little progress (seed 003, "Top Tips"). */
export type LittleProgressReason =
  | 'not-put-into-practice'
  | 'beyond-control'
  | 'wrong-intervention'
  | 'too-ambitious'
  | 'measured-badly'
  | 'needs-not-met';

/** The parts of an LA's annual review report that no other form asks for. */
export interface ReportParts {
  readonly healthAndCare: string;
  /** From Year 9: employment, independent living, friends and community, health (Code of Practice 8.9–8.10). */
  readonly adulthood: string;
  readonly personalBudget: string;
}

export interface Outcome {
  readonly kind: OutcomeKind;
  /** Always asked beside the choice: "there isn't a box for sort of". */
  readonly inWords: string;
  readonly reasons: readonly LittleProgressReason[];
  readonly topUpFunding: boolean;
  /** "What will actually change for the child?", for a parent to read. */
  readonly whatWillChange: string;
  /** The day the next review is to be held by, where the SENCO set one. */
  readonly nextReviewBy?: LocalDate;
  /** What an annual review's report has besides; '' where nothing was said. */
  readonly report?: ReportParts;
  readonly decidedBy: PersonId;
  readonly at: Instant;
}

interface Correction {
  readonly by: PersonId;
  readonly at: Instant;
  /** Which part of the record it corrects. */
  readonly part: string;
  readonly words: string;
}

/** What was done, by whom and when, and which fields it touched: never their text. */
export interface HistoryEntry {
  readonly at: Instant;
  readonly by: PersonId;
  readonly what: string;
  readonly fields: readonly string[];
}

export interface Review extends Document {
  readonly schoolId: string;
  readonly pupilId: string;
  /** What names it where a pupil may not be named: "review K7Q4". */
  readonly ref: string;
  readonly kind: PlanKind;
  readonly stage: Stage;
  /** The SENCO who started it, and is told how it goes. */
  readonly lead: PersonId;
  readonly startedAt: Instant;
  /** Set where it is held before its time because somebody asked. */
  readonly early?: EarlyRequest;
  readonly meeting?: Meeting;
  /** Meetings that were set and not held, the oldest first. */
  readonly earlierMeetings?: readonly EarlierMeeting[];
  readonly evidence: readonly EvidenceRequest[];
  readonly parentViews?: Views<ParentViewsAnswer>;
  readonly pupilViews?: Views<PupilViewsAnswer>;
  readonly meetingOpenedAt?: Instant;
  /** The plan's targets as they stood when the review began. */
  readonly targets: readonly Target[];
  readonly targetReviews: readonly TargetReview[];
  /** Targets agreed at the meeting. */
  readonly newTargets: readonly Target[];
  readonly provision: readonly Provision[];
  readonly disagreements: readonly Disagreement[];
  readonly actions: readonly Action[];
  readonly outcome?: Outcome;
  /** What only an annual review has: there in every review of an EHC plan, and in no other. */
  readonly annual?: AnnualReview;
  readonly corrections: readonly Correction[];
  readonly closedAt?: Instant;
  readonly cancelled?: { readonly by: PersonId; readonly at: Instant; readonly why: string };
  /** Forms already taken, by the token each was shown with, so that a repeat has no second effect. */
  readonly taken: readonly string[];
  readonly history: readonly HistoryEntry[];
  readonly messages: readonly PendingMessage[];
}
