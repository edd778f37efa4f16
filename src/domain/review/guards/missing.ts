import type { Offer } from '../decision.ts';

/** Something a review still lacks before its next step: what, by name. */
export interface MissingOf<Part extends string> {
  readonly what: Part;
  /** The member of staff it is wanted from. */
  readonly who?: string;
  /** The target, or the outsider, it is about. */
  readonly about?: string;
  /** The form or screen that puts it right. */
  readonly offer: Offer;
  /** A sentence for the SENCO. Names staff, never the pupil, their family or anybody outside. */
  readonly say: string;
}

/** What the meeting itself does, and may still lack. */
export type MeetingPart =
  | 'target-review'
  // Support from before: that nobody has looked at it, or that it is to change and nobody has said how.
  | 'provision-review'
  | 'provision-change'
  // No action is agreed at all; what is owed of one that is, is 'open-action'.
  | 'action'
  | 'open-action'
  // What was considered and tried, where an EHC needs assessment is to be asked for.
  | 'considered'
  // Where people from outside are invited, and where the meeting proposes changes to the plan.
  | 'attendance'
  | 'section-change';
