import type { MeetingPart, MissingOf } from '../review/guards/missing.ts';
import type { OutcomeChoice } from '../review/outcome-choice.ts';
import type { ReviewContent } from '../review/review-content.ts';
import type { PlanContent, School } from '../school/school.ts';
import type { Rule, RuleId } from '../statute/statute.ts';
import type { DueTransfer } from '../statute/transfer.ts';
import type { LocalDate } from '../time.ts';
import type { AgendaPoint } from './agenda.ts';
import type { AnnualBeginning, BeginningGiven, Timetable, TimetableGiven } from './timetable.ts';

/**
 * One kind of plan: all that its reviews do differently from those of another. What the engine, the cards and the forms
 * need to know of a kind they ask of its row, by what the kind can do and never by its name.
 */
export interface PlanKindRow {
  /** How it is called in a list, and in a sentence: "SEN Support", "a SEN Support plan". */
  readonly name: string;
  readonly inASentence: string;
  /** What its review is called in a sentence: "the annual review of an EHC plan". */
  readonly reviewInASentence: string;
  /** What is worked towards. */
  readonly goal: 'target' | 'outcome';
  readonly words: PlanWords;
  /** What a school writes for it in its data: our word first, then the DfE's code where there is one. */
  readonly importedAs: readonly [string, ...string[]];
  /** The days in a school's data from which its next review can be reckoned, and how that is said where none is there. */
  readonly countsFrom: readonly PlanDay[];
  readonly needsADay: string;

  /** A pupil over compulsory school age is addressed themselves, in the place of their parents. */
  readonly addressesYoungPeople: boolean;
  /** A pupil is spoken of as a child, whatever their year group. */
  readonly ofYoungChildren: boolean;
  /** People from outside must be invited, in time, and asked for written advice; and it is recorded who took part. */
  readonly invitesOutsiders: boolean;
  /** Where the plan itself says what support is given, in a line to read; left out, only reviews agree it. */
  readonly namesSupport?: string;
  /** Its meeting proposes changes to the sections of the plan. */
  readonly proposesChanges: boolean;
  /** The local authority decides, on a report; what it sends is recorded, and chased. */
  readonly decidedElsewhere: boolean;

  /** The forms that set the meeting and end it, by name. */
  readonly forms: { readonly plan: string; readonly conclude: string };
  /** What its meeting can go through, in order; `pointsFor` has those for one pupil. */
  readonly agenda: readonly AgendaPoint[];
  /** What its review can conclude, as offered. */
  readonly outcomes: readonly OutcomeChoice[];
  /**
   * What the meeting itself must have before each step, besides what is owed. A meeting can be opened with things missing,
   * but not without a date.
   */
  readonly before: Readonly<Record<GuardedStep, readonly Guard[]>>;

  /** Rules of law or guidance that are for this kind alone; what several share is in `statute/rules/`. */
  readonly rules?: readonly Rule[];
  /** When the next review opens and is due. */
  readonly timetable: (given: TimetableGiven) => Timetable;
  /** The rule for the last day that a review may set for the next one. */
  readonly nextReview: RuleId | Rule;
  /** A rule of its interval as a school has set it; left out, no school sets it. */
  readonly asSchoolHas?: (rule: Rule, school: School | undefined) => Rule;
  /** The rules by which its parents are met so often in a school year; left out, nothing is expected. */
  readonly parentMeetings?: readonly RuleId[];
  /** Whether it is decided what the review comes to, so that the time to the next one counts from it. */
  readonly isDecided: (review: ReviewContent) => boolean;
  /** The day a decided review ended the plan, at its meeting; undefined where it did not. */
  readonly endedOn: (review: ReviewContent) => LocalDate | undefined;
  /** Whether what a concluded review agreed of the goals holds; until then those it began with stand. */
  readonly goalsHold: (review: ReviewContent) => boolean;
  /** Whether a decided review is still the one to go on with, for the sake of a transfer. */
  readonly isToGoOnWith: (review: ReviewContent, transfer: DueTransfer | undefined) => boolean;
  /** What its review begins with besides; undefined where that is nothing. */
  readonly beginsWith: (given: BeginningGiven) => AnnualBeginning | undefined;
}

/** How things are said where kinds differ. */
interface PlanWords {
  /** What a review comes to, in a sentence: "Before the outcome you still need …". */
  readonly conclusion: 'outcome' | 'recommendation';
  /** Over what it came to, in the record; and "Decided Mon 23 Nov 2026 by …". */
  readonly conclusionHeading: string;
  readonly conclusionMade: string;
  /** What the SENCO does at the end of the meeting: on a button, and where it is owed. */
  readonly toConclude: string;
  readonly oweConclusion: string;
  /** Said where it can't be concluded yet, and where an outcome of another kind was chosen. */
  readonly notReady: string;
  readonly otherOutcome: string;
  /** What is done first: where it is owed, and on the status. */
  readonly owePlanning: string;
  readonly nextPlanning: string;
  /** When no action is needed: "unless the plan ends". */
  readonly unlessItEnds: string;
  /** What colleagues are not shown of the record. */
  readonly keptBack: string;
  /** Of a closed review: what is over, up to "action is done". */
  readonly everyAction: string;
}

/** The days of a plan that a school's data may have. */
export type PlanDay = keyof PlanContent & ('planMade' | 'lastReviewed' | 'lastMeeting' | 'lastDecision');

/** A step of a review that must find things in their place. */
export type GuardedStep = 'openMeeting' | 'outcome' | 'close';

/** What is missing of one thing; `outcome` is the one chosen, where one is. The plan's row is handed in. */
export type Guard = (given: GuardGiven) => readonly MissingOf<MeetingPart>[];
interface GuardGiven {
  readonly plan: Pick<PlanKindRow, 'goal' | 'words'>;
  readonly review: ReviewContent;
  readonly school: School;
  readonly outcome?: OutcomeChoice | undefined;
}
