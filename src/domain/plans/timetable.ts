import type { ReviewContent } from '../review/review-content.ts';
import type { PhaseTransfer, PlanContent, PupilDetails, School } from '../school/school.ts';
import type { Rule, RuleDate } from '../statute/statute.ts';
import type { DueTransfer } from '../statute/transfer.ts';
import type { LocalDate } from '../time.ts';

/** What a plan's dates are worked out from: `reviews` are all of it that were not cancelled; the rules are as of `day`. */
export interface TimetableGiven {
  readonly pupil: PupilDetails;
  readonly plan: PlanContent;
  readonly reviews: readonly ReviewContent[];
  readonly today: LocalDate;
  readonly school: School | undefined;
  readonly day: LocalDate;
  readonly statute: readonly Rule[];
}

/** When the next review of a plan opens, is to be met for and is due. */
export interface Timetable {
  /** The first day on which it is time to prepare it. */
  readonly opensOn: LocalDate;
  /** Why it is due when it is: the strictest of all rules that apply. */
  readonly why: RuleDate;
  /** When the next review itself is due, where one was held for a move that is still to be settled: its last day is the plan's. */
  readonly reviewWhy?: RuleDate;
  /** Why to meet by then, where that must be well before it is due (an EHC plan's), and was not done yet. */
  readonly meetWhy?: RuleDate;
  /** By when the review after a meeting that is not decided on is to be complete: what `meetWhy` counts back from. */
  readonly nextComplete?: RuleDate;
  /** The day of the last review meeting; undefined when no review is known. */
  readonly lastReviewed?: LocalDate;
  /** The day of the local authority's last decision, where it decides. */
  readonly lastDecision?: LocalDate;
  /** The day the interval counts from; undefined when neither a review nor a plan's date is known: then it is due now. */
  readonly countedFrom?: LocalDate;
  /** A phase transfer that it is time to think of. */
  readonly transfer?: DueTransfer;
  /** The local authority decided to cease the plan, which stands until any appeal is over. */
  readonly ceasing?: Ceasing;
  /** The last meeting that was held while the local authority has not decided, and when to prepare the one after it. */
  readonly awaiting?: Awaiting & { readonly nextOpensOn: LocalDate };
  /** Earlier ones that it has not decided on either, the latest first. */
  readonly alsoAwaiting?: readonly Awaiting[];
  /** The last review here whose decision the school's data has the day of, and that does not say what it was. */
  readonly unrecorded?: Unrecorded;
  /** What the local authority still owes after a decision to amend that only the SENCO's word has. */
  readonly amending?: Amending;
  /** Of a child under five: when the Code would have another review considered. Nothing is overdue by it. */
  readonly advised?: RuleDate;
  /** Until when the plan of somebody who turns 25 may run, where the local authority keeps it so long. */
  readonly turns25?: RuleDate;
}

/** How a plan that is to cease stands (Children and Families Act 2014, s.45(4)). */
interface Ceasing {
  /** The day on the letter with the decision. */
  readonly on: LocalDate;
  /** The last day to appeal. */
  readonly appealBy: RuleDate;
  /** The days an appeal was lodged and ended, where they are recorded. */
  readonly appealOn?: LocalDate;
  readonly appealEnded?: LocalDate;
}

/** A meeting whose review waits for the local authority's decision. */
export interface Awaiting {
  readonly meetingOn: LocalDate;
  /** The id of the review, where it is in the bot. */
  readonly review?: string;
  readonly decisionBy: RuleDate;
  /** Calendar days since `decisionBy`; 0 where it is not past. */
  readonly daysLate: number;
}

/** A review that was decided on, by the school's data, while nobody has said in it what was decided. */
interface Unrecorded {
  readonly review: string;
  readonly meetingOn: LocalDate;
  readonly decidedOn: LocalDate;
}

/** A decision to amend on a meeting that only the school's data has, and what is to come of it, the earliest first. */
interface Amending {
  readonly meetingOn: LocalDate;
  readonly owed: readonly {
    readonly step: 'notice' | 'final-plan';
    readonly by: RuleDate;
    /** Calendar days since then; 0 where it is not past. */
    readonly daysLate: number;
  }[];
}

export type BeginningGiven = Pick<TimetableGiven, 'pupil' | 'plan' | 'reviews' | 'today' | 'school'>;

/** The local authority ('' where it is not known) and, where one is near, the phase transfer that a review is for. */
export interface AnnualBeginning {
  readonly la: string;
  readonly transfer?: PhaseTransfer;
}
