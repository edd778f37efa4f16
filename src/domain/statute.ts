import type { PlanKind } from './school.ts';
import type { LocalDate } from './time.ts';

/** A span of calendar time; of months first, then of weeks and days. */
export interface Span {
  readonly months?: number;
  readonly weeks?: number;
  readonly days?: number;
}

/** What a rule counts from. */
export type Anchor =
  | 'plan-made'
  | 'last-review'
  | 'last-decision'
  | 'meeting'
  | 'deadline'
  | 'notice'
  | 'decision-letter'
  | 'mediation'
  /** 1 January of the year of a phase transfer, or its 1 September. */
  | 'transfer-year'
  | 'transfer';

/** One rule of law or guidance on when something is to be done, as data. */
export interface Rule {
  readonly id: string;
  /** What is to be done, in plain words: "Report to everyone invited". */
  readonly what: string;
  readonly from: Anchor;
  /** Negative: so long before. */
  readonly span: Span;
  /** How it is said: "14 days after the meeting". */
  readonly counted: string;
  readonly source: string;
  /** What else a person should know, such as that the stricter day was taken. */
  readonly note?: string;
  /** The days on which a review began that this rule is for, both included: a review keeps the rules it began under. */
  readonly holds: { readonly from: LocalDate; readonly until?: LocalDate };
}

/** A day that a rule gives. */
export interface RuleDate {
  readonly date: LocalDate;
  readonly rule: Rule;
  /** The day it was counted from. */
  readonly from: LocalDate;
}

/** How often one kind of plan is to be reviewed. Law and guidance change: they stand here as data, with their source. */
export interface ReviewRule {
  readonly id: string;
  readonly kind: PlanKind;
  /** The rule in words, for the SENCO who asks why. */
  readonly what: string;
  /** How long after the last review the next one may open. */
  readonly opensAfter: Span;
  /** How long after the last review the next one is overdue, from the day after. */
  readonly overdueAfter: Span;
  /** How long before it would be overdue the meeting is to be held, where others must still decide after it. */
  readonly meetingLead?: Span;
  /** Whether a plan made after the last review begins a new interval. */
  readonly newPlanRestarts: boolean;
  readonly source: string;
}

export const REVIEW_RULES: Readonly<Record<PlanKind, ReviewRule>> = {
  'early-years-iep': {
    id: 'early-years-6-to-8-weeks',
    kind: 'early-years-iep',
    what: 'An early years plan is reviewed every 6 to 8 weeks',
    opensAfter: { weeks: 6 },
    overdueAfter: { weeks: 8 },
    newPlanRestarts: true,
    source: 'Review guidance for Individual Education Plans and SEN Support Plans',
  },
  'sen-support': {
    id: 'sen-support-3-to-6-months',
    kind: 'sen-support',
    what: 'A SEN Support plan is reviewed every 3 to 6 months',
    opensAfter: { months: 3 },
    overdueAfter: { months: 6 },
    newPlanRestarts: true,
    source:
      'Review guidance for Individual Education Plans and SEN Support Plans; SEND Code of Practice 2015, 6.65',
  },
  ehcp: {
    id: 'ehcp-12-months',
    kind: 'ehcp',
    what: 'An EHC plan is reviewed within 12 months of being made, then within 12 months of each review',
    // The meeting is held 8 weeks before the anniversary, and evidence for it is asked 4 weeks before that.
    opensAfter: { months: 12, weeks: -12 },
    overdueAfter: { months: 12 },
    meetingLead: { weeks: 8 },
    // An amended plan carries a later date but does not restart the clock.
    newPlanRestarts: false,
    source: 'Children and Families Act 2014, s.44(1); SEND Code of Practice 2015, 9.169',
  },
};

/** How long people need to answer before a meeting: a review with a date of its own opens no later than this before. */
export const NOTICE: Span = { weeks: 4 };
