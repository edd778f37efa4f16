import { checkStaff, checkStart, checkWords } from '../checks.ts';
import type { Refusal } from '../decision.ts';
import type { Provision } from '../review.ts';
import type { Given } from './step.ts';

/** What there is to provision, and when it starts and who sees to it where that is said. */
export function checkProvision({ school, today }: Given, provision: Provision): Refusal | undefined {
  const { what, starts, owner } = provision;
  return (
    checkWords(what, 'what', 'Please say what the support is.') ??
    (starts === undefined ? undefined : checkStart(starts, today, 'starts')) ??
    (owner === undefined ? undefined : checkStaff([owner], school, 'owner'))
  );
}
