import type { Offer } from '../commands.ts';

/** A step of a review that must find things in their place. */
export type GuardedStep = 'openMeeting' | 'outcome' | 'close';

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
