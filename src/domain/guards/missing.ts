import type { Offer } from '../commands.ts';

/** A step of a review that must find things in their place. */
export type GuardedStep = 'openMeeting' | 'outcome' | 'close';

/** Something the review still lacks before its next step. */
export interface Missing {
  readonly what: MissingPart;
  /** The member of staff it is wanted from. */
  readonly who?: string;
  /** The target, or the outsider, it is about. */
  readonly about?: string;
  /** The form or screen that puts it right. */
  readonly offer: Offer;
  /** A sentence for the SENCO. Names staff, never the pupil, their family or anybody outside. */
  readonly say: string;
}

export type MissingPart =
  | 'meeting'
  | 'evidence'
  | 'parent-views'
  | 'pupil-views'
  | 'target-review'
  | 'action'
  | 'open-action'
  // Of an annual review only.
  | 'advice'
  | 'circulate'
  | 'attendance'
  | 'section-change'
  | 'report'
  | 'la-decision'
  | 'notice'
  | 'final-plan';
