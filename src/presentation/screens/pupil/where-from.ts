import { dayWords } from '../../../domain/language/days.ts';
import { nameOf } from '../../../domain/language/people.ts';
import type { PlanKind } from '../../../domain/plans/index.ts';
import type { Pupil } from '../../../domain/school/pupil.ts';
import type { School } from '../../../domain/school/school.ts';
import { localDate } from '../../../domain/time.ts';

/** The days that are kept of a plan, the one that counts most first. */
export const KEPT_DAYS = ['lastDecision', 'lastReviewed', 'lastMeeting', 'planMade'] as const;
export type KeptDay = (typeof KEPT_DAYS)[number];

/**
 * Who said a day of a plan in a form, and when: "changed here by Mel Senco on Tue 10 Nov 2026". Undefined where it is the
 * school's data that has it.
 */
export function changedHereBy(
  { pupil, school }: { readonly pupil: Pupil; readonly school: School },
  kind: PlanKind,
  day: KeptDay,
): string | undefined {
  const changed = pupil.changedHere?.find(({ field, plan }) => field === day && plan === kind);
  return changed && `changed here by ${nameOf(school, changed.by)} on ${dayWords(localDate(changed.at))}`;
}
