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
  /** The day the law names for a review to be complete: of "before 15 February", 15 February. */
  | 'deadline'
  | 'latest-meeting'
  | 'notice'
  | 'decision-letter'
  | 'mediation'
  /** 1 January of the year of a phase transfer, or its 1 September. */
  | 'transfer-year'
  | 'transfer'
  /** A day that people set, or the day it is: nothing is counted. */
  | 'set-day'
  | 'today';

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
  /** How it is said: "14 days after the meeting". */
  readonly counted: string;
  readonly source: string;
  /** What else a person should know, such as that the stricter day was taken. */
  readonly note?: string;
  /** The days on which a review began that this rule is for, both included: a review keeps the rules it began under. */
  readonly holds: { readonly from: LocalDate; readonly until?: LocalDate };
}
