import type { Review } from '../review/review.ts';
import type { Pupil } from '../school/pupil.ts';
import type { School } from '../school/school.ts';
import type { LocalDate } from '../time.ts';
import { type DueList, type DuePupil, dueList } from './due.ts';

/** The plans in a list of what is due whose parents were met less often than they were to be by now or last year, in its order. */
export function parentsToMeet({ overdue, due, coming }: DueList): readonly DuePupil[] {
  return [...overdue, ...due, ...coming].filter(
    ({ due: { parents } }) => parents?.behind ?? parents?.lastYear,
  );
}

/** How many of a school's plans those are; `reviews` are all of the school's. */
export function manyToMeet(
  pupils: readonly Pupil[],
  reviews: readonly Review[],
  today: LocalDate,
  school: School,
): number {
  return parentsToMeet(dueList(pupils, reviews, today, school)).length;
}
