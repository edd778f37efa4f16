import { familyWaitsDuty } from './family-waits.ts';
import { laAmendsDuty } from './la-amends.ts';
import { laDecidesDuty } from './la-decides.ts';
import { laLetterDuty } from './la-letter.ts';
import { nextPlaceDuty } from './next-place.ts';
import type { PupilDutyRow } from './row.ts';

/** All that can be owed for a pupil, in the order in which it is best done. */
export const PUPIL_DUTIES: readonly PupilDutyRow[] = [
  nextPlaceDuty,
  laDecidesDuty,
  laAmendsDuty,
  laLetterDuty,
  familyWaitsDuty,
];
