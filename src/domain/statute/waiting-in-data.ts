import type { PlanKind } from '../plans/index.ts';
import type { Review } from '../review/review.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { type Due, duesOf } from './due.ts';

/** A meeting that only the school's data has, whose decision is waited for, and of which plan it was. */
export interface WaitingInData {
  readonly kind: PlanKind;
  readonly meeting: NonNullable<Due['alsoAwaiting']>[number];
}

/** The meetings that only the school's data has on which the local authority has not decided; `reviews` are all of the pupil's. */
export function waitingInData(
  pupil: Pupil,
  reviews: readonly Review[],
  today: LocalDate,
  school: School,
): readonly WaitingInData[] {
  // Most pupils have none: theirs is not worked out.
  if (!pupil.plans.some(({ lastMeeting }) => lastMeeting)) return [];
  return duesOf(pupil, reviews, today, school)
    .filter(({ quiet }) => !quiet)
    .flatMap(({ kind, awaiting, alsoAwaiting = [] }) =>
      [...(awaiting ? [awaiting] : []), ...alsoAwaiting]
        .filter(({ review }) => review === undefined)
        .map((meeting) => ({ kind, meeting })),
    );
}
