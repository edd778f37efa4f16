import type { LocalDate } from '../../time.ts';

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
  /** The last day on which a review is complete in time: of "before 15 February", 14 February. */
  | 'deadline'
  | 'latest-meeting'
  | 'notice'
  | 'decision-letter'
  | 'mediation'
  /** The day the local authority had a request for an EHC needs assessment. */
  | 'request-received'
  /** The day the school had what a family asks of the data held about their child. */
  | 'family-asked'
  /** The day another local authority took the plan over, because the family moved. */
  | 'taken-over'
  /** The day of release from custody: what fell due in it falls due then. */
  | 'release'
  /** The last day of the academic year in which a young person turns 25. */
  | 'academic-year-of-25'
  /** 1 January of the year of a phase transfer, or the day of the transfer itself (1 September, where no other is known). */
  | 'transfer-year'
  | 'transfer'
  /** The last school day of the autumn or the spring term, and the last day of the school year. */
  | 'autumn-end'
  | 'spring-end'
  /** The first school day of the second half of the summer term. */
  | 'summer-half'
  | 'school-year-end'
  /** A day that people set, or the day it is: nothing is counted. */
  | 'set-day'
  | 'today';

/** A part of every year, as month and day, both included; it may reach into the next year. */
export interface PartOfYear {
  readonly from: string;
  readonly until: string;
}

/** One rule of law or guidance on when something is to be done, as data. */
export interface Rule {
  readonly id: string;
  /** What is to be done, in plain words: "Report to everyone invited". */
  readonly what: string;
  readonly from: Anchor;
  /** Negative: so long before. */
  readonly span: Span;
  /** The span reaches a day "before" which it is to be done: the last day is the one before that. */
  readonly before?: true;
  /**
   * A last day within one of these parts of a year is put off to the first working day after the part; any other that is
   * no working day, to the next one. Left out: no day is put off.
   */
  readonly putOff?: readonly PartOfYear[];
  /** How often it is to have been done by then, since the school year began; left out, once. */
  readonly times?: number;
  /** How it is said: "14 days after the meeting". */
  readonly counted: string;
  readonly source: string;
  /** What else a person should know, such as that the stricter day was taken. */
  readonly note?: string;
  /** What stands in the place of these where the pupil is in no school, so that the local authority holds the review. */
  readonly withoutSchool?: { readonly source?: string; readonly note?: string };
  /** The days on which a review began that this rule is for, both included: a review keeps the rules it began under. */
  readonly holds: { readonly from: LocalDate; readonly until?: LocalDate };
}
