import type { RequestKind } from './questions/request-options.ts';
import type { OutcomeKind } from './review-content.ts';

/** One of the things a review can conclude, as data. */
export interface OutcomeChoice {
  readonly code: OutcomeKind;
  /** For a radio button: at most 75 characters. */
  readonly title: string;
  /** The same as it is offered, where the question says the rest of it; left out, by its title. */
  readonly offeredAs?: string;
  /** What it means, for somebody who has never chosen one. */
  readonly explanation: string;
  /** What a family is told that the meeting came to, in a sentence. */
  readonly forFamilies: string;
  readonly source: string;
  /** At least one action with an owner and a date must be agreed first. */
  readonly needsAction: boolean;
  /** A reason for the little progress must be chosen. */
  readonly needsReason: boolean;
  /** At least one section of the plan to change must be noted. */
  readonly needsSectionChange: boolean;
  /** It asks this of the local authority, once it is said what was considered and tried. */
  readonly asksFor?: RequestKind;
  /** The plan goes on, so there is a next review. */
  readonly continues: boolean;
  /** What follows from it, pointed out before it is taken; left out, it is taken at once. */
  readonly whatFollows?: string;
  /** Something of the plan must change: a goal, the support, or the day of the next review. */
  readonly needsChange?: true;
}
