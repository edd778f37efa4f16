import type { Fault } from './fault.ts';
import type { NoList, ReadList } from './list/read-list.ts';
import { canBeSaid, lookFaults } from './look-faults.ts';
import type { Look, PlannedPupils } from './plan-pupils.ts';

/** Nothing can be taken as it is: every fault. */
export interface RefusedPreview {
  readonly is: 'refused';
  readonly faults: readonly Fault[];
  /** How a list was understood as far as it was, for a person to put right. */
  readonly found?: ReadList | NoList;
  /** Leaving out the rows with faults would do. Then what the list says besides is here. */
  readonly rest?: ReadList;
  /** Or a person saying of these rows, each with its fault, whether they are the child stored under the reference. */
  readonly looks?: readonly { readonly ref: string; readonly fault: Fault; readonly look: Look }[];
}

export const refused = (...faults: readonly Fault[]): RefusedPreview => ({ is: 'refused', faults });

/** What a person must say first, before anything is taken; undefined for nothing. */
export function lookedAt(
  plan: Pick<PlannedPupils, 'looks' | 'movedList' | 'unknown'>,
  lineOf: (ref: string) => number | undefined,
  file?: string,
): RefusedPreview | undefined {
  const faults = lookFaults(plan, lineOf, file);
  if (faults.length === 0) return undefined;
  // A list that is moved against its references is to be exported once more: saying it row by row would not help.
  if (plan.movedList || plan.unknown.length > 0) return refused(...faults);
  const looks = plan.looks.flatMap((look, at) => {
    const fault = faults[at];
    return fault && canBeSaid(look) ? [{ ref: look.row.ref, fault, look }] : [];
  });
  return { is: 'refused', faults, ...(looks.length === faults.length && { looks }) };
}
