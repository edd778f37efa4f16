import { type Refusal, refusal } from '../decision.ts';
import type { Review } from '../review.ts';

/* What the steps have in common that note something at the meeting, each under an id of its own. */

interface Noted {
  readonly id: string;
}

const offer = { what: 'agenda' };

/** There is such a thing; `name` is what it is called: "That action is not …". */
export function checkKnown(all: readonly Noted[], id: string, name: string): Refusal | undefined {
  if (all.some((one) => one.id === id)) return undefined;
  return refusal('unknown-thing', `That ${name} is not, or no longer, part of this review.`, { offer });
}

/** What was noted under this id stays as it is: noting it again must not undo what was done to it since. */
export function checkNew(all: readonly Noted[], id: string): Refusal | undefined {
  return all.some((one) => one.id === id)
    ? refusal('already-done', 'That has been added already.', { offer })
    : undefined;
}

/** The plan's targets, and those agreed at this meeting. */
export function allTargets({ targets, newTargets }: Review): readonly Noted[] {
  return [...targets, ...newTargets];
}
